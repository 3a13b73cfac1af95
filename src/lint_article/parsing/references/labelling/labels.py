"""The labels that the words of a reference can have."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from lint_article.dataclass import dataclass
from lint_article.text import Span

# `in` is the word that announces a container or its editors.
LABELS = tuple(
    """
    label author translator editor date title in container publisher place volume pages edition genre note doi url
    """.split()
)
# What the chain tells apart: the labels, and of some the first word, which the marks before it give away.
_OPENED = ("title", "container", "publisher", "place", "note", "editor")
STATES = (*LABELS, *(f"first {label}" for label in _OPENED))
STATE_LABELS = tuple(LABELS.index(state.removeprefix("first ")) for state in STATES)

DOUBTFUL = 3.0  # a margin below which another reading is near
# Fitted to strings not trained on: of titles with a margin of 0.5, 0.43 are right; of 6, 0.82; of 9, 0.95.
_SLOPE, _OFFSET, _OFFSET_OF_NAMES = 0.37, 0.55, -0.45
_OF_NAMES = frozenset({"author", "editor"})


def states_of(labels: Sequence[str]) -> list[str]:
    """Return the states of words in a row that have these labels."""
    before = ["", *labels[:-1]]
    return [
        f"first {label}" if label in _OPENED and label != last else label
        for label, last in zip(labels, before, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class EntryPart:
    """A stretch of a reference and what it is, one of `LABELS`.

    `margin`: how much better the reading is than the best one without this part (the natural logarithm of the odds).
    """

    label: str
    span: Span
    margin: float = 0.0

    @property
    def confidence(self) -> float:
        """Return how likely the part is right, as margins of references not trained on tell (0 to 1)."""
        offset = _OFFSET_OF_NAMES if self.label in _OF_NAMES else _OFFSET
        return round(1 / (1 + exp(offset - _SLOPE * self.margin)), 2)
