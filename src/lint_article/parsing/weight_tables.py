"""Tables of weights: what each sign adds to a score, with the counts that it was measured on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def read_weights(file: Path) -> Mapping[str, float]:
    """Return the weight of each sign of a table: lines `sign⇥weight⇥…`, and lines of its head that begin with `#`."""
    pairs = (line.split("\t") for line in file.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {name: float(weight) for name, weight, *_ in pairs}
