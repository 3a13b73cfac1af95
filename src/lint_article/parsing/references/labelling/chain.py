"""The best chain of states for a line of words, and how much every other reading of a word is worse.

The scores of a word's states are one whole number of `LANE` bits a state: what is done to it is done to all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint_article.dataclass import dataclass
from lint_article.parsing.references.labelling.labels import LABELS, STATE_LABELS, STATES

LANE = 32
_SIZE = len(STATES)
_EACH = sum(1 << LANE * state for state in range(_SIZE))
_TOPS = _EACH << LANE - 1  # the highest bit of each lane, which no score reaches
_ZEROS = _EACH << LANE - 2  # added where scores are compared, for a score may be negative
_SPARE = 1 << 16  # more than two transitions differ by


@dataclass(frozen=True, slots=True)
class Labelling:
    """The number of each word's label, and `scores`: what the best chain with each label of a word scores."""

    labels: list[int]
    scores: list[list[int]]

    def loss_with(self, at: int, label: int) -> int:
        """Return what the best chain loses if the word has this label."""
        row = self.scores[at]
        return row[self.labels[at]] - row[label]

    def loss_without(self, at: int, label: int) -> int:
        """Return what the best chain loses if the word has any other label."""
        row = self.scores[at]
        return row[self.labels[at]] - max(row[:label] + row[label + 1 :])


class Chain:
    """Finds the best labels for words in a row, from the weights of one state after another."""

    def __init__(self, transitions: Sequence[Sequence[int]]) -> None:
        self._onward = _Steps(transitions)
        self._back = _Steps(list(zip(*transitions, strict=True)))

    def read(self, sums: Sequence[int]) -> Labelling:
        """Return the best labels; `sums` are the scores of each word's states by themselves."""
        heads, tails = self._onward.walk(sums), self._back.walk(sums[::-1])
        scores = [
            _unpack(head + tail - own - _ZEROS) for head, tail, own in zip(heads, reversed(tails), sums, strict=True)
        ]
        labels = [STATE_LABELS[state] for state in self._trace(heads, sums, scores)]
        return Labelling(labels, [_join_states(row) for row in scores])

    def _trace(self, heads: Sequence[int], sums: Sequence[int], scores: Sequence[list[int]]) -> list[int]:
        """Return the states of a best chain; of several, one that is whole."""
        best, states = max(scores[0]), [scores[0].index(max(scores[0]))]
        for at, row in enumerate(scores[1:], 1):
            state = row.index(best)
            if row.count(best) > 1:
                reached = _unpack(self._onward.step_from(states[-1], heads[at - 1]) + sums[at])
                possible = [one for one, score in enumerate(_unpack(heads[at])) if score == reached[one]]
                state = next(one for one in possible if row[one] == best)
            states.append(state)
        return states


class _Steps:
    """The steps from a word's states to those of the word beside it."""

    def __init__(self, weights: Sequence[Sequence[int]]) -> None:
        least = min(map(min, weights))
        self._moves = [_pack(weight - least for weight in row) for row in weights]
        self._gains = [_pack(_SPARE - 1 + _most(row, best) for row in weights) for best in weights]

    def walk(self, sums: Sequence[int]) -> list[int]:
        """Return the best scores up to each word, with each of its states."""
        result = [sums[0] + _ZEROS]
        for own in sums[1:]:
            result.append(self._step(result[-1]) + own)
        return result

    def step_from(self, source: int, scores: int) -> int:
        """Return the scores with which each state can follow this one."""
        return self._moves[source] + _unpack(scores)[source] * _EACH

    def _step(self, scores: int) -> int:
        """Return the best score with which each state can follow."""
        lanes = _unpack(scores)
        top = max(lanes)
        source = lanes.index(top)
        paths = self._moves[source] + top * _EACH
        rivals = (scores + self._gains[source] | _TOPS) - (top + _SPARE) * _EACH & _TOPS
        while rivals:  # the others can't catch up, whatever follows
            rival = rivals & -rivals
            rivals ^= rival
            source = rival.bit_length() // LANE - 1
            paths = _larger(paths, self._moves[source] + lanes[source] * _EACH)
        return paths


def _join_states(scores: list[int]) -> list[int]:
    """Return the best score of each label; those of the labels themselves come first."""
    for state in range(len(LABELS), _SIZE):
        label = STATE_LABELS[state]
        if scores[state] > scores[label]:
            scores[label] = scores[state]
    return scores[: len(LABELS)]


def _larger(these: int, those: int) -> int:
    """Return the larger score of each lane."""
    larger = (these | _TOPS) - those & _TOPS
    return those ^ (these ^ those) & larger - (larger >> LANE - 1)


def _most(row: Sequence[int], best: Sequence[int]) -> int:
    return max(weight - other for weight, other in zip(row, best, strict=True))


def _pack(scores: Iterable[int]) -> int:
    return sum(score << LANE * state for state, score in enumerate(scores))


def _unpack(packed: int) -> list[int]:
    return memoryview(packed.to_bytes(_SIZE * LANE // 8, "little")).cast("I").tolist()
