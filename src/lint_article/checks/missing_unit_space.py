"""Report units that follow their number at once, in a text that mostly puts a space between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix, Related
from lint_article.parsing.quantities import quantities_of

_DEGREES = "°C"  # with and without a space in careful texts


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all of them, at the first."""
    found = [one for one in quantities_of(document) if one.unit != _DEGREES]
    joined = [one for one in found if not len(one.space)]
    apart = [one for one in found if len(one.space)]
    if joined and len(apart) >= len(joined):
        first, *others = joined
        values = {"text": first.span.of(document.text), "other": apart[0].span.of(document.text)}
        values |= {"count": str(len(joined)), "others": str(len(apart))}
        fix = Fix("Insert a space", tuple(Edit(one.space, " ") for one in joined), "unsafe")
        related = (*(Related(one.span, "also here") for one in others), Related(apart[0].span, "with a space"))
        yield Finding(first.span, values, fix, related)
