"""The trained weights: a row for each feature, with a letter and a number of `STEP`s for each state that it weighs in.

Rows are added up as whole numbers with `LANE` bits a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from lint_article.parsing.references.labelling.chain import LANE
from lint_article.parsing.references.labelling.features import Key, Sums, describe_word
from lint_article.parsing.references.labelling.labels import STATES

STEP = 1 / 100
FIRST = ord("a")  # the letter of the first state
_WIDTH = 5  # of a letter and its number: `a+012`
_FILE = Path(__file__).with_name("weights.txt")
_KEPT = 100_000  # sums kept at most


class Rows:
    """The rows of the weights' file by feature; `transitions` has the weight of each state after each."""

    def __init__(self, text: str) -> None:
        lines = text.partition("\n\n")[2].split("\n")
        rows = dict(zip(lines[::2], lines[1::2], strict=False))
        self.transitions = [[int(weight) for weight in rows.pop(f"> {state}").split()] for state in STATES]
        self._is_known = rows.__contains__
        self._of = _Packed(rows).__getitem__

    def sum(self, names: Iterable[str]) -> int:
        """Add up the rows of these features."""
        return sum(map(self._of, filter(self._is_known, names)))


class _Packed(dict[str, int]):
    """The rows as numbers, each made when it is first asked for."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows

    def __missing__(self, name: str) -> int:
        total = self[name] = _pack(self._rows[name])
        return total


class _Pieces(dict[str, int]):
    """A letter and its number, as `a+012`, as a number in the lane of the state."""

    def __missing__(self, piece: str) -> int:
        value = self[piece] = int(piece[1:]) << LANE * (ord(piece[0]) - FIRST)
        return value


_pieces = _Pieces()


def _pack(row: str) -> int:
    return sum([_pieces[row[at : at + _WIDTH]] for at in range(0, len(row), _WIDTH)])


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
def load_weights() -> Weights:
    """Return the weights that ship with the package, read once."""
    return Weights(Rows(_FILE.read_text("utf-8")))
