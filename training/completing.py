"""Labels for what a publisher left unmarked."""

from __future__ import annotations

from dataclasses import replace

from training.decoding import best_labels
from training.examples import Example
from training.fitting import Model

_OPEN = frozenset("label in place volume pages note edition publisher genre translator editor doi url".split())
_WHOLE = frozenset({"author", "title", "container", "editor"})
_DATED = frozenset({"month", "year"})


def complete(model: Model, example: Example) -> Example:
    """Return the example with a label for each word: the best ones that agree with what is marked."""
    allowed = [_allowed(example, at) for at in range(len(example.labels))]
    return replace(example, labels=list(best_labels(model, example, allowed)))


def _allowed(example: Example, at: int) -> frozenset[str]:
    labels, shape = example.labels, example.line.shapes[at]
    marked = labels[at]
    if marked:
        return frozenset({"publisher", "place"} if marked == "publisher" else {marked})
    before = next((label for label in reversed(labels[:at]) if label), None)
    after = next((label for label in labels[at:] if label), None)
    if before and before == after and before in _WHOLE:
        return frozenset({before})
    allowed = set(_OPEN)
    if "author" not in labels or before == "author" or (before is None and after == "author"):
        allowed.add("author")
    if "date" not in labels or shape in _DATED or shape[0] == "d":
        allowed.add("date")
    if "container" not in labels:
        allowed.add("container")
    return frozenset(allowed)
