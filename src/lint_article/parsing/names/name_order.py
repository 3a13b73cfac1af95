"""Whether a reference list prints given names first (`Peter H. Westfall`) or family names (`Westfall, P. H.`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lint_article.document import Reference
from lint_article.text.pattern import Pattern

Order = Literal["given", "family", "unclear", ""]
_WORD_AND_INITIALS = Pattern(r"\p{L}[\p{L}’'-]+(?:\s\p{Lu}\.?)+")
_FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "zh"})  # languages that part the names by no comma
_MIXED = 4  # a list with one entry in the other order to so many is of several hands
_SEPARATORS = frozenset(",;&(:")


def find_order(orders: Sequence[Order], language: str = "") -> Order:
    """Return how a list prints names, from what its entries show; nothing where they don't agree.

    A text in Hungarian, or another language of this custom, prints family names first.
    """
    if language in _FAMILY_FIRST:
        return "family"
    given, family = orders.count("given"), orders.count("family")
    return "given" if given > family else "family" if family > _MIXED * given else ""


def show_order(text: str, reference: Reference) -> Order:
    """Return what the first author shows; `Marlin K. Reefs` is unclear, for Reefs may be the family name."""
    first = reference.authors[0] if reference.authors else None
    if first is None or not first.given or first.literal:
        return ""
    given = text.find(first.given.split()[0], reference.span.start, reference.span.end)
    if 0 <= given < first.span.start:
        alone = len(reference.authors) == 1 and _WORD_AND_INITIALS.fullmatch(first.given)
        return "unclear" if alone else "given"
    after = text[first.span.end : first.span.end + len(first.given) + 8].lstrip()
    rest = after.removeprefix(first.given).lstrip()
    return "family" if after[:1] == "," or rest[:1] in _SEPARATORS else ""
