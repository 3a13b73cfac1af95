"""Report percentages in words in a text that mostly has the sign, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.parsing.outside import is_outside
from lint_article.text import Span

_PERCENT = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]\d)\d[^\S\n]?(%|per ?cent\b)")


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all percentages that depart from the text's own custom, at the first."""
    uses: dict[str, list[Span]] = {}
    for match in _PERCENT.finditer(document.prose):
        if not is_outside(document, match.start()):
            uses.setdefault(match[1], []).append(Span(*match.span(1)))
    return find_departing(uses, options)
