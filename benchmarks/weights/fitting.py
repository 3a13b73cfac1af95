"""Logistic regression on rows of signs: Newton's method with a ridge, in plain Python."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

_RIDGE = 1.0
_STEPS = 30
_FARTHEST = 1.0  # that a weight goes in a step: whole steps of Newton's may overshoot


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate: its article, whether it is a citation, and the signs that it shows."""

    article: str
    is_citation: bool
    signs: tuple[str, ...]


def fit(rows: Iterable[Row], priors: Mapping[str, float], kept: Collection[str] = ()) -> dict[str, float]:
    """Return the weight of each sign: the logarithm of the odds that it adds.

    What no row shows keeps its prior, and so do the signs in `kept`, which these rows cannot teach.
    """
    names = list(priors)
    places = {name: at for at, name in enumerate(names)}
    data = [([places[s] for s in row.signs if s in places], float(row.is_citation)) for row in rows]
    weights = list(priors.values())
    for _ in range(_STEPS):
        slope = [_RIDGE * (prior - weight) for prior, weight in zip(priors.values(), weights, strict=True)]
        curve = [[_RIDGE * (a == b) for b in range(len(names))] for a in range(len(names))]
        for signs, truth in data:
            chance = _chance(sum(weights[at] for at in signs))
            spread = chance * (1 - chance)
            for a in signs:
                slope[a] += truth - chance
                for b in signs:
                    curve[a][b] += spread
        for at in (places[name] for name in kept if name in places):
            slope[at] = 0.0
            curve[at] = [float(at == other) for other in range(len(names))]
        steps = _solve(curve, slope)
        pace = min(1.0, _FARTHEST / max(1e-9, *map(abs, steps)))
        weights = [weight + pace * step for weight, step in zip(weights, steps, strict=True)]
    return dict(zip(names, weights, strict=True))


def loss(rows: Sequence[Row], weights: Mapping[str, float]) -> float:
    """Return the mean surprise of the weights at these rows, in bits."""
    total = 0.0
    for row in rows:
        chance = _chance(sum(weights.get(sign, 0.0) for sign in row.signs))
        total -= log(max(1e-9, chance if row.is_citation else 1 - chance), 2)
    return total / max(1, len(rows))


def shares(rows: Sequence[Row], weights: Mapping[str, float], least: float) -> tuple[float, float]:
    """Return the share of citations that are held to be some, and of those held to be some the share that are."""
    held = [row for row in rows if sum(weights.get(sign, 0.0) for sign in row.signs) >= least]
    right = sum(row.is_citation for row in held)
    return right / max(1, sum(row.is_citation for row in rows)), right / max(1, len(held))


def _chance(evidence: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, evidence))))


def _solve(matrix: list[list[float]], wanted: list[float]) -> list[float]:
    """Solve linear equations by Gauss and Jordan's method."""
    rows = [[*row, value] for row, value in zip(matrix, wanted, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        head = rows[at][at]
        rows[at] = [value / head for value in rows[at]]
        for other, row in enumerate(rows):
            if other != at and row[at]:
                factor = row[at]
                rows[other] = [a - factor * b for a, b in zip(row, rows[at], strict=True)]
    return [row[-1] for row in rows]
