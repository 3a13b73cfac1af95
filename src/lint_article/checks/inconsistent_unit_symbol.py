"""Report litres written with a small letter in a text that mostly writes a capital one, and the reverse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Related
from lint_article.parsing.quantities import Quantity, quantities_of

_LITRES = frozenset("ml mL dl dL µl µL μl μL".split())


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all units that depart from the text's own custom, at the first."""
    forms: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities_of(document):
        if quantity.unit in _LITRES:
            forms[quantity.unit[-1]].append(quantity)
    rare, common = sorted((forms["l"], forms["L"]), key=len)
    if rare and len(common) >= max(number_of(options, "fewest"), number_of(options, "times") * len(rare)):
        values = {"text": rare[0].unit, "other": common[0].unit, "count": str(len(rare)), "others": str(len(common))}
        related = [Related(one.span, "also here") for one in rare[1:]]
        yield Finding(rare[0].span, values, related=(*related, Related(common[0].span, f"`{common[0].unit}` here")))
