"""Standards in the author's place, by their designation: `ASTM C642 (2013)`, `DIN EN 197 Teil 1`, `CLSI M38-A2`."""

from __future__ import annotations

from lint_article.document import Name
from lint_article.parsing.names.tokens import one_line
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_DESIGNATION = Pattern(
    r"(?<![\p{L}\d/-])(?:\p{Lu}{2,8}(?:/\p{Lu}{1,8})?[\s-]){1,3}(?:\p{Lu}{1,3}[\s-]?)?"
    r"\d[\p{Lu}\d.:/-]{0,9}(?:[:,]?\s(?!\p{L}\p{Lu})\p{L}{4,6}\s\d{1,3})?$"
)
_LONGEST = 50  # code points


def find_designation(prose: str, low: int, edge: int) -> Name | None:
    """Return the designation that ends at an offset as a name: letters in capitals, and a number behind them."""
    found = _DESIGNATION.search(prose, max(low, edge - _LONGEST), edge)
    return Name(one_line(found.group()), literal=True, span=Span(found.start(), edge)) if found else None
