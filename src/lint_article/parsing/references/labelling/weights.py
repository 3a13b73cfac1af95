"""The trained weights: one row of letters a feature, one letter a label.

A letter's code is its weight in steps of `STEP` above `ZERO`. Rows are added up as whole numbers with 32 bits a label;
what every row has too much is the same for all labels, and does not change which is best.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lint_article.parsing.references.labelling.features import Key, Sums, describe_word
from lint_article.parsing.references.labelling.labels import LABELS

STEP = 1 / 12
ZERO = 80
_FOLDER = Path(__file__).parent
_KEPT = 100_000  # sums kept at most


class Rows:
    """The rows of the weights' file by feature; `transitions` has the weight of each label after each."""

    def __init__(self, text: str) -> None:
        lines = text.partition("\n\n")[2].split("\n")
        rows = dict(zip(lines[::2], lines[1::2], strict=False))
        self.transitions = [[int(weight) for weight in rows.pop(f"> {label}").split()] for label in LABELS]
        self._rows: dict[str, str | int] = {**rows}  # a number from when it is first asked for

    def sum(self, names: Iterable[str]) -> int:
        """Add up the rows of these features."""
        rows, total = self._rows, 0
        for name in names:
            if name in rows:
                row = rows[name]
                if isinstance(row, str):
                    row = rows[name] = int.from_bytes(row.encode("utf-32-le"), "little")
                total += row
        return total


class _Sums(dict[Key, int]):
    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __missing__(self, key: Key) -> int:
        if len(self) > _KEPT:
            self.clear()
        total = self[key] = self._rows.sum(key[0](*key[1:]))
        return total


class _WordSums(dict[str, tuple[int, ...]]):
    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _KEPT:
            self.clear()
        totals = self[word] = tuple(map(self._rows.sum, describe_word(word)))
        return totals


class Weights(Sums[int]):
    """What features add up to, made when it is first asked for, and kept."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(_Sums(rows), _WordSums(rows))
        self.transitions = rows.transitions


@cache
def load_weights(file: str) -> Weights:
    """Return weights that ship with the package, read once."""
    return Weights(Rows(_FOLDER.joinpath(file).read_text("utf-8")))
