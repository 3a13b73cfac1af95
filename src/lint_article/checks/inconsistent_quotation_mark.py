"""Report straight quotation marks in a text that mostly has curly ones, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.parsing.outside import is_outside
from lint_article.text import Span

_OPENING = re.compile(r"([\"“])(?=\w)(?<![^\s(\[].)")
_NAMES = {'"': "straight", "“": "curly"}


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all opening marks that depart from the text's own custom, at the first."""
    uses: dict[str, list[Span]] = {name: [] for name in _NAMES.values()}
    for match in _OPENING.finditer(document.prose):
        if not is_outside(document, match.start(1)):
            uses[_NAMES[match[1]]].append(Span(*match.span(1)))
    return find_departing(uses, options)
