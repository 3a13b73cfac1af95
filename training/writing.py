"""Writes weights as the file that ships with the package."""

from __future__ import annotations

from pathlib import Path

from lint_article.parsing.references.labelling.labels import LABELS
from lint_article.parsing.references.labelling.weights import STEP, ZERO
from training.fitting import Model

_MOST = 46  # steps: letters stay within printable ASCII
_HEAD = """\
Weights of the labeller of references, written by `python -m training`: see docs/references.md.
Trained on reference strings of AnyStyle (BSD-2-Clause, Sylvester Keil and others), and on references as open-access
articles print them (CC BY 4.0 or CC0). A feature's name, then one letter a label: {labels}.
"""


def write_weights(model: Model, path: Path) -> None:
    """Write the rows of all features that weigh anything, sorted, then the weights of one label after another."""
    lines = [_HEAD.format(labels=" ".join(LABELS))]
    for name in sorted(model.features):
        steps = [_steps(model.features[name].get(label, 0.0)) for label in LABELS]
        if any(steps):
            lines += [name, "".join(chr(ZERO + step) for step in steps)]
    for label in LABELS:
        weights = (model.transitions.get((label, following), 0.0) for following in LABELS)
        lines += [f"> {label}", " ".join(str(round(weight / STEP)) for weight in weights)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _steps(weight: float) -> int:
    return max(-_MOST, min(_MOST, round(weight / STEP)))
