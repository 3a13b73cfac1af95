"""Which numbers the entries of a list have, and whether numbers in the text can mean them at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lint_article.document import Reference, Section
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.ordered_runs import longest_ordered

_NOTES = [re.compile(rf"^[ \t\[(]{{0,4}}{number}[\]).:]?\s+\S", re.MULTILINE) for number in (1, 2)]
_LABELLED = 0.8
_ALPHABETICAL = 0.9
_FEWEST_ALPHABETICAL = 5


def reference_by_number(references: Sequence[Reference]) -> dict[int, int]:
    """Return the entry (index) of each number: by the labels if the list is labelled, else by place.

    A list that is labelled otherwise (`[Knu84]`, `[S1]`) has no numbers.
    """
    labels = [r.label.value for r in references if r.label]
    digits = [label for label in labels if label.isdigit()]
    if digits and len(digits) >= (len(references) - len(labels) + len(digits)) * _LABELLED:
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


def has_notes(prose: str, sections: Iterable[Section]) -> bool:
    """Tell whether the text prints numbered notes under a heading of their own, which raised numbers mean."""
    spans = [section.span for section in sections if section.role == "notes"]
    return any(all(note.search(prose, span.start, span.end) for note in _NOTES) for span in spans)
