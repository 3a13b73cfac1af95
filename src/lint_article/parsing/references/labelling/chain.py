"""The best chain of labels for a line of words, and how much every other reading of a word is worse."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.dataclass import dataclass
from lint_article.parsing.references.labelling.labels import LABELS

_WIDTH = 2 * len(LABELS)
_BITS = 5  # the low bits of a path's score say which label it comes from
_SOURCE = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class Labelling:
    """The number of each word's label, and `losses`: what the best chain loses with each other label of the word."""

    labels: list[int]
    losses: list[list[int]]


class Chain:
    """Finds the best labels for words in a row, from the weights of one label after another."""

    def __init__(self, transitions: Sequence[Sequence[int]]) -> None:
        self._onward = _Steps(transitions)
        self._back = _Steps(list(zip(*transitions, strict=True)))

    def read(self, sums: Sequence[int]) -> Labelling:
        """Return the best labels; `sums` holds sixteen bits a label for each word."""
        own = [_unpack(packed) for packed in sums]
        heads, sources = _paths(self._onward, own)
        tails, _ = _paths(self._back, own[::-1])
        label = heads[-1].index(max(heads[-1]))
        top = heads[-1][label]
        labels = [label]
        for steps in reversed(sources):
            label = steps[label] & _SOURCE
            labels.append(label)
        losses = [
            [top + score - head - tail for score, head, tail in zip(*word, strict=True)]
            for word in zip(own, heads, reversed(tails), strict=True)
        ]
        return Labelling(labels[::-1], losses)


class _Steps:
    """The steps from a word's labels to those of the word beside it."""

    def __init__(self, weights: Sequence[Sequence[int]]) -> None:
        self._moves = [[weight << _BITS | source for weight in row] for source, row in enumerate(weights)]
        self._gains = [[_most(row, best) for row in weights] for best in weights]

    def take(self, scores: list[int]) -> list[int]:
        """Return the best score with which each label can follow, and where it comes from."""
        top = max(scores)
        gains = self._gains[scores.index(top)]
        paths = [
            list(map((score << _BITS).__add__, self._moves[source]))
            for source, score in enumerate(scores)
            if score + gains[source] >= top  # the others can't catch up, whatever follows
        ]
        return paths[0] if len(paths) == 1 else list(map(max, *paths))


def _paths(steps: _Steps, own: Sequence[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """Return the best score up to each word with each label, and the steps that led to all but the first."""
    scores = own[0]
    result, taken = [scores], []
    for at_word in own[1:]:
        step = steps.take(scores)
        scores = [(score >> _BITS) + more for score, more in zip(step, at_word)]  # noqa: B905 - half the time
        taken.append(step)
        result.append(scores)
    return result, taken


def _most(row: Sequence[int], best: Sequence[int]) -> int:
    return max(weight - other for weight, other in zip(row, best, strict=True))


def _unpack(packed: int) -> list[int]:
    return memoryview(packed.to_bytes(_WIDTH, "little")).cast("H").tolist()
