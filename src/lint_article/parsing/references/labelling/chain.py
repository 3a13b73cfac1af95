"""The best chain of labels for a line of words."""

from __future__ import annotations

from lint_article.parsing.references.labelling.labels import LABELS

_WIDTH = 2 * len(LABELS)
_BITS = 5  # the low bits of a path's score say which label it comes from
_SOURCE = (1 << _BITS) - 1


class Chain:
    """Finds the best labels for words in a row, from the weights of one label after another."""

    def __init__(self, transitions: list[list[int]]) -> None:
        self._moves = [[weight << _BITS | source for weight in row] for source, row in enumerate(transitions)]
        self._gains = [[_most(row, best) for row in transitions] for best in transitions]

    def best(self, sums: list[int]) -> list[int]:
        """Return the number of each word's label; `sums` holds sixteen bits a label for each word."""
        scores = _unpack(sums[0])
        back = []
        for packed in sums[1:]:
            steps = self._step(scores)
            back.append(steps)
            scores = [(step >> _BITS) + own for step, own in zip(steps, _unpack(packed), strict=True)]
        label = scores.index(max(scores))
        labels = [label]
        for steps in reversed(back):
            label = steps[label] & _SOURCE
            labels.append(label)
        return labels[::-1]

    def _step(self, scores: list[int]) -> list[int]:
        """Return the best score with which each label can follow, and where it comes from."""
        top = max(scores)
        gains = self._gains[scores.index(top)]
        paths = [
            [(score << _BITS) + move for move in self._moves[source]]
            for source, score in enumerate(scores)
            if score + gains[source] >= top  # the others can't catch up, whatever follows
        ]
        return paths[0] if len(paths) == 1 else list(map(max, *paths))


def _most(row: list[int], best: list[int]) -> int:
    return max(weight - other for weight, other in zip(row, best, strict=True))


def _unpack(packed: int) -> list[int]:
    return memoryview(packed.to_bytes(_WIDTH, "little")).cast("H").tolist()
