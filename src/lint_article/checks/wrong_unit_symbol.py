"""Report symbols of units that do not exist, such as `Kg` and `Mhz`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.quantities import WRONG, quantities_of
from lint_article.text import Span


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per wrong symbol."""
    for quantity in quantities_of(document):
        right = WRONG.get(quantity.unit)
        if right:
            symbol = Span(quantity.space.end, quantity.span.end)
            fix = Fix(f"Replace with `{right}`", (Edit(symbol, right),), "unsafe")
            yield Finding(symbol, {"text": quantity.unit, "right": right}, fix)
