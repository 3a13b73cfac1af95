"""The trained weights: a row for each feature, with a number of `STEP`s for each role and each state that it weighs in.

Rows are added up as whole numbers with `LANE` bits a state, and the states of one role after another.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lint_article.parsing.references.labelling.chain import LANE
from lint_article.parsing.references.labelling.features import Key, Sums
from lint_article.parsing.references.labelling.labels import STATES
from lint_article.parsing.references.labelling.word_features import ROLES, name_features

STEP = 1 / 100
FIRST = ord("a")  # the letter of the first state
_SIZE = len(STATES) * LANE // 8  # bytes of a role's lanes
_BASE = 1 << LANE - 2  # added to each lane while roles are taken apart, for a sum may be negative
_BASES = sum(_BASE << LANE * state for state in range(len(STATES)))
_ALL_BASES = sum(_BASES << 8 * _SIZE * role for role in range(len(ROLES)))
_FILE = Path(__file__).with_name("weights.txt")
_KEPT = 100_000  # sums kept at most


class Rows(dict[str, int]):
    """The rows of the weights' file by feature, each made a number when it is first asked for; 0 for what has no row.

    `transitions` has the weight of each state after each.
    """

    def __init__(self, text: str) -> None:
        lines = text[text.index("\n\n") + 2 :].split("\n")
        self._rows = dict(zip(lines[::2], lines[1::2], strict=False))
        self.transitions = [[int(weight) for weight in self._rows.pop(f"> {state}").split()] for state in STATES]

    def __missing__(self, name: str) -> int:
        if len(self) > _KEPT:
            self.clear()
        total = self[name] = sum(map(_read_piece, self._rows.get(name, "").split()))
        return total

    def sum(self, names: Iterable[str]) -> int:
        """Add up the rows of these features."""
        rows = self._rows
        return sum([self[name] for name in names if name in rows])


class _Pieces(dict[str, int]):
    """A role, a letter and a number, as `0a-12`, as a number in the lane of the role's state."""

    def __missing__(self, piece: str) -> int:
        lane = int(piece[0]) * len(STATES) + ord(piece[1]) - FIRST
        value = self[piece] = int(piece[2:]) << LANE * lane
        return value


_read_piece = _Pieces().__getitem__


class _Sums(dict[Key, int]):
    def __init__(self, rows: Rows) -> None:
        self._sum = rows.sum

    def __missing__(self, key: Key) -> int:
        if len(self) > _KEPT:
            self.clear()
        total = self[key] = self._sum(key[0](*key[1:]))
        return total


class _WordSums(dict[str, tuple[int, ...]]):
    def __init__(self, rows: Rows) -> None:
        self._sum = rows.sum

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _KEPT:
            self.clear()
        lanes = (self._sum(name_features(word)) + _ALL_BASES).to_bytes(_SIZE * len(ROLES), "little")
        totals = self[word] = tuple(
            [int.from_bytes(lanes[at : at + _SIZE], "little") - _BASES for at in range(0, len(lanes), _SIZE)]
        )
        return totals


class Weights(Sums[int]):
    """What features add up to, made when it is first asked for, and kept."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows, _Sums(rows), _WordSums(rows))
        self.transitions = rows.transitions


@cache
def load_weights() -> Weights:
    """Return the weights that ship with the package, read once."""
    return Weights(Rows(_FILE.read_bytes().decode()))
