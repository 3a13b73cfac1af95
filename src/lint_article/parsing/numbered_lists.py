"""Which numbers the entries of a list have, and whether numbers in the text can mean them at all."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.document import Reference
from lint_article.parsing.folding import fold
from lint_article.parsing.ordering import longest_ordered

_LABELLED = 0.8
_ALPHABETICAL = 0.9
_FEWEST_ALPHABETICAL = 5


def numbered(references: Sequence[Reference]) -> dict[int, int]:
    """Return the entry (index) of each number: by the labels if the list is labelled, else by place.

    A list that is labelled otherwise (`[Knu84]`) has no numbers.
    """
    labels = [r.label.value for r in references if r.label]
    digits = [label for label in labels if label.isdigit()]
    if len(digits) >= len(references) * _LABELLED:
        entries: dict[int, int] = {}
        for index, reference in enumerate(references):
            if reference.label and reference.label.value.isdigit():
                entries.setdefault(int(reference.label.value), index)
        return entries
    if len(labels) - len(digits) >= len(references) * _LABELLED:
        return {}
    return {index + 1: index for index in range(len(references))}


def is_alphabetical(references: Sequence[Reference]) -> bool:
    """Tell whether the entries are in the order of their authors' names, and too many to be so by chance."""
    keys = [fold(reference.authors[0].family) for reference in references if reference.authors]
    enough = len(keys) >= max(_FEWEST_ALPHABETICAL, len(references) * _ALPHABETICAL)
    return enough and len(longest_ordered(keys)) >= len(keys) * _ALPHABETICAL
