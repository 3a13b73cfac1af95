"""Whether a reference list prints given names first (`Peter H. Westfall`) or family names (`Westfall, P. H.`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lint_article.document import Reference

Order = Literal["given", "family", ""]
_SEPARATORS = frozenset(",;&(:")


def is_given_first(text: str, references: Iterable[Reference]) -> bool:
    """Tell whether more first authors stand with the given name first than surely with the family name first."""
    orders = [_order(text, reference) for reference in references]
    return orders.count("given") > orders.count("family")


def _order(text: str, reference: Reference) -> Order:
    """Return what the first author shows; `Marlin K. Reefs` shows nothing, for Reefs may be the family name."""
    first = reference.authors[0] if reference.authors else None
    if first is None or not first.given or first.literal:
        return ""
    given = text.find(first.given.split()[0], reference.span.start, reference.span.end)
    if 0 <= given < first.span.start:
        return "given"
    after = text[first.span.end : first.span.end + len(first.given) + 8].lstrip()
    rest = after.removeprefix(first.given).lstrip()
    return "family" if after[:1] == "," or rest[:1] in _SEPARATORS else ""
