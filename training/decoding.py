"""The best labels for a line, where each word may have some labels only."""

from __future__ import annotations

from collections.abc import Sequence, Set

from training.examples import Example
from training.fitting import Model


def best_labels(model: Model, example: Example, allowed: Sequence[Set[str]]) -> list[str]:
    """Return the best label of each word, among those allowed for it."""
    paths: dict[str, float] = {"": 0.0}
    back: list[dict[str, str]] = []
    for scores, labels in zip(model.scores(example.line), allowed, strict=True):
        steps = {label: _best_before(model, paths, label) for label in sorted(labels)}
        back.append({label: before for label, (_, before) in steps.items()})
        paths = {label: score + scores.get(label, 0.0) for label, (score, _) in steps.items()}
    label = max(paths, key=paths.__getitem__)
    result = [label]
    for before in reversed(back[1:]):
        label = before[label]
        result.append(label)
    return result[::-1]


def _best_before(model: Model, paths: dict[str, float], label: str) -> tuple[float, str]:
    return max((score + model.transitions.get((last, label), 0.0), last) for last, score in paths.items())
