"""Writes weights as the file that ships with the package."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from lint_article.parsing.references.labelling.labels import STATES
from lint_article.parsing.references.labelling.weights import FIRST, STEP
from lint_article.parsing.references.labelling.word_features import role_of
from training.fitting import Model

_MOST = 999  # steps
_LETTERS = {chr(FIRST + number): state for number, state in enumerate(STATES)}
_HEAD = """\
Weights of the labeller of references, written by `python -m training`: see docs/references.md.
Trained on reference strings of AnyStyle (BSD-2-Clause, Sylvester Keil and others), and on references as open-access
articles print them (CC BY 4.0 or CC0). A feature's name, then hundredths for each role (0: for the word itself; see
`word_features.py`) and each state that it weighs in:
{states}.
"""


def write_weights(model: Model, path: Path) -> None:
    """Write the rows of all features that weigh anything, sorted, then the weights of one state after another."""
    lines = [_HEAD.format(states=", ".join(f"{letter} {state}" for letter, state in _LETTERS.items()))]
    for name, row in sorted(_rows(model).items()):
        lines += [name, " ".join(row[role] for role in sorted(row))]
    for state in STATES:
        weights = (model.transitions.get((state, following), 0.0) for following in STATES)
        lines += [f"> {state}", " ".join(str(round(weight / STEP)) for weight in weights)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _rows(model: Model) -> dict[str, dict[int, str]]:
    """Return what each feature weighs in each of its roles, where that is anything."""
    rows: dict[str, dict[int, str]] = defaultdict(dict)
    for full_name, weights in model.features.items():
        role, name = role_of(full_name)
        steps = {letter: _steps(weights.get(state, 0.0)) for letter, state in _LETTERS.items()}
        if any(steps.values()):
            rows[name][role] = " ".join(f"{role}{letter}{step}" for letter, step in steps.items() if step)
    return rows


def _steps(weight: float) -> int:
    return max(-_MOST, min(_MOST, round(weight / STEP)))
