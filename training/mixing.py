"""The mean of models that were fitted in different ways: where one errs, the others often don't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt

from training.fitting import Model

_LEAST = 0.06  # smaller weights are left out


def mix(first: Model, others: Sequence[Model]) -> Model:
    """Return half of the first and half of the others' mean, whose weights are brought to the size of the first's."""
    shares = [(first, 0.5), *((one, 0.5 / len(others) * _size(first) / _size(one)) for one in others)]
    features: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    transitions: dict[tuple[str, str], float] = defaultdict(float)
    for model, share in shares:
        for name, weights in model.features.items():
            for state, weight in weights.items():
                features[name][state] += share * weight
        for step, weight in model.transitions.items():
            transitions[step] += share * weight
    return Model({name: _heavy(weights) for name, weights in features.items()}, dict(transitions))


def _heavy(weights: dict[str, float]) -> dict[str, float]:
    return {state: weight for state, weight in weights.items() if abs(weight) >= _LEAST}


def _size(model: Model) -> float:
    """Return the root of the mean square of the weights of one state after another."""
    return sqrt(sum(weight * weight for weight in model.transitions.values()) / len(model.transitions))
