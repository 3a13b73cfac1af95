"""Report percentages in words in a text that mostly has the sign, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.parsing.outside import is_outside
from lint_article.text import Span

_SIGN = re.compile("%|per ?cent")  # looked for first: a text has many more digits
_PERCENT = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]\d)\d[^\S\n]?(%|per ?cent\b)")


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all percentages that depart from the text's own custom, at the first."""
    uses: dict[str, list[Span]] = {}
    for sign in _SIGN.finditer(document.prose):
        match = _read_before(document.prose, sign.start())
        if match and not is_outside(document, match.start()):
            uses.setdefault(match[1], []).append(Span(*match.span(1)))
    return find_departing(uses, options)


def _read_before(text: str, sign: int) -> re.Match[str] | None:
    """Return the percentage whose digit stands before a sign, with a space between them or without."""
    return _PERCENT.match(text, max(sign - 2, 0)) or _PERCENT.match(text, max(sign - 1, 0))
