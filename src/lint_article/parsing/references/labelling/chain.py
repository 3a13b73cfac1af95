"""The best chain of states for a line of words, and how much every other reading of a word is worse.

The scores of a word's states are one whole number of `LANE` bits a state: what is done to it is done to all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import itemgetter
from struct import Struct

from lint_article.dataclass import dataclass
from lint_article.parsing.references.labelling.labels import LABELS, STATE_LABELS, STATES

LANE = 32
_SIZE = len(STATES)
_EACH = sum(1 << LANE * state for state in range(_SIZE))
_TOPS = _EACH << LANE - 1  # the highest bit of each lane, which no score reaches
_ZEROS = _EACH << LANE - 2  # added where scores are compared, for a score may be negative
_SPARE = 1 << 16  # more than two transitions differ by
_MASK = (1 << LANE) - 1
_BYTES = _SIZE * LANE // 8
_NUMBERS = Struct(f"<{_SIZE}I")
_STATES_OF = [[state for state, label in enumerate(STATE_LABELS) if label == one] for one in range(len(LABELS))]
_LANES_OF = [[LANE * state for state in states] for states in _STATES_OF]
_OTHERS_OF = [itemgetter(*(set(range(_SIZE)) - set(states))) for states in _STATES_OF]


@dataclass(frozen=True, slots=True)
class Labelling:
    """The number of each word's label, what the best chain scores, and the best chain with each state of a word."""

    labels: list[int]
    best: int
    scores: list[int]

    def loss_with(self, at: int, label: int) -> int:
        """Return what the best chain loses if the word has this label."""
        scores = self.scores[at]
        return self.best - max([scores >> lane & _MASK for lane in _LANES_OF[label]])

    def loss_without(self, first: int, last: int, label: int) -> int:
        """Return what the best chain loses at least if one of the words `first` to `last` has any other label."""
        row = _unpack(reduce(_larger, self.scores[first : last + 1]))
        rival: int = max(_OTHERS_OF[label](row))
        return self.best - rival


class Chain:
    """Finds the best labels for words in a row, from the weights of one state after another."""

    def __init__(self, transitions: Sequence[Sequence[int]]) -> None:
        self._onward = _Steps(transitions)
        self._back = _Steps(list(zip(*transitions, strict=True)))

    def read(self, sums: Sequence[int]) -> Labelling:
        """Return the best labels; `sums` are the scores of each word's states by themselves."""
        heads, tails = self._onward.walk(sums), self._back.walk(sums[::-1])
        tails.reverse()
        scores = [head + tail - own - _ZEROS for head, tail, own in zip(heads, tails, sums, strict=True)]
        best = max(_unpack(scores[0]))
        labels = [STATE_LABELS[state] for state in self._trace(heads, sums, scores, best)]
        return Labelling(labels, best, scores)

    def _trace(self, heads: Sequence[int], sums: Sequence[int], scores: Sequence[int], best: int) -> list[int]:
        """Return the states of a best chain; of several, one that is whole."""
        whole = best * _EACH
        states = [_first_lane((scores[0] | _TOPS) - whole & _TOPS)]
        for at in range(1, len(scores)):
            lanes = (scores[at] | _TOPS) - whole & _TOPS
            if lanes & lanes - 1:
                reached = self._onward.step_from(states[-1], heads[at - 1]) + sums[at]
                lanes &= (reached | _TOPS) - heads[at]
            states.append(_first_lane(lanes))
        return states


class _Steps:
    """The steps from a word's states to those of the word beside it."""

    def __init__(self, weights: Sequence[Sequence[int]]) -> None:
        least = min(map(min, weights))
        self._moves = [_pack(weight - least for weight in row) for row in weights]
        self._gains = [_pack(_SPARE - 1 + _most(row, best) for row in weights) for best in weights]

    def walk(self, sums: Sequence[int]) -> list[int]:
        """Return the best scores up to each word, with each of its states."""
        scores = sums[0] + _ZEROS
        result, source = [scores], 0
        for own in sums[1:]:
            top = scores >> LANE * source & _MASK
            rivals = self._rivals(scores, source, top)
            if rivals & rivals - 1:  # another state than at the word before is the likeliest
                lanes = _unpack(scores)
                top = max(lanes)
                source = lanes.index(top)
                rivals = self._rivals(scores, source, top)
            paths = self._moves[source] + top * _EACH
            while rivals:
                rival = _first_lane(rivals)
                rivals &= rivals - 1
                paths = _larger(paths, self.step_from(rival, scores))
            scores = paths + own
            result.append(scores)
        return result

    def step_from(self, source: int, scores: int) -> int:
        """Return the scores with which each state can follow this one."""
        return self._moves[source] + (scores >> LANE * source & _MASK) * _EACH

    def _rivals(self, scores: int, source: int, top: int) -> int:
        """Return the highest bits of the states that may be followed better; the others can't catch up."""
        return (scores + self._gains[source] | _TOPS) - (top + _SPARE) * _EACH & _TOPS


def _first_lane(bits: int) -> int:
    """Return the state of the lowest of some lanes' highest bits."""
    return (bits & -bits).bit_length() // LANE - 1


def _larger(these: int, those: int) -> int:
    """Return the larger score of each lane."""
    larger = (these | _TOPS) - those & _TOPS
    return those ^ (these ^ those) & larger - (larger >> LANE - 1)


def _most(row: Sequence[int], best: Sequence[int]) -> int:
    return max(weight - other for weight, other in zip(row, best, strict=True))


def _pack(scores: Iterable[int]) -> int:
    return sum(score << LANE * state for state, score in enumerate(scores))


def _unpack(packed: int) -> tuple[int, ...]:
    return _NUMBERS.unpack(packed.to_bytes(_BYTES, "little"))
