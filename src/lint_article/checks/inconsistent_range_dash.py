"""Report ranges of numbers with a hyphen in a text that mostly has dashes, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.parsing.outside import is_outside
from lint_article.text import Span

_RANGE = re.compile(r"(?<![\w.,/–−-])(\d{1,4}(?:\.\d+)?)([–-])(\d{1,4}(?:\.\d+)?)(?![\w/–−-]|[.,]\d)")
_NAMES = {"-": "hyphen", "–": "dash"}


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all ranges that depart from the text's own custom, at the first."""
    uses: dict[str, list[Span]] = {name: [] for name in _NAMES.values()}
    for match in _RANGE.finditer(document.prose):
        if float(match[1]) < float(match[3]) and not is_outside(document, match.start()):
            uses[_NAMES[match[2]]].append(Span(*match.span()))
    return find_departing(uses, options)
