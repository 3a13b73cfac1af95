"""The best labels for a line, where each word may have some labels only."""

from __future__ import annotations

from collections.abc import Sequence, Set

from lint_article.parsing.references.labelling.labels import LABELS, STATE_LABELS, STATES
from training.examples import Example
from training.fitting import Model

_LABEL_OF = {state: LABELS[label] for state, label in zip(STATES, STATE_LABELS, strict=True)}


def best_labels(model: Model, example: Example, allowed: Sequence[Set[str]]) -> list[str]:
    """Return the best label of each word, among those allowed for it."""
    paths: dict[str, float] = {"": 0.0}
    back: list[dict[str, str]] = []
    for scores, labels in zip(model.scores(example.line), allowed, strict=True):
        states = [state for state in STATES if _LABEL_OF[state] in labels]
        steps = {state: _best_before(model, paths, state) for state in states}
        back.append({state: before for state, (_, before) in steps.items()})
        paths = {state: score + scores.get(state, 0.0) for state, (score, _) in steps.items()}
    state = max(paths, key=paths.__getitem__)
    result = [state]
    for before in reversed(back[1:]):
        state = before[state]
        result.append(state)
    return [_LABEL_OF[state] for state in reversed(result)]


def _best_before(model: Model, paths: dict[str, float], state: str) -> tuple[float, str]:
    return max((score + model.transitions.get((last, state), 0.0), last) for last, score in paths.items())
