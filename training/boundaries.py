"""Fits what each sign of a boundary weighs: `python -m training.boundaries STRINGS ARTICLES -o FILE`.

References are set as lists of 25 in several layouts; the weights are those of an averaged perceptron that cuts these
lists. The same data gives the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from lint_article.parsing.references.boundaries.cut import cut, describe, entry_signs
from lint_article.parsing.references.boundaries.likeness import KnownList, compare
from lint_article.text import Span

_SIZE = 25  # references of a list
_EPOCHS, _STEP, _MOST = 8, 0.1, 3
_RIGHT, _WRONG, _MARGIN = "right", "wrong", 2.0
# What a list prints says enough, and what examples rarely show may be sure; they only take from it.
_PRIORS = {"counted": 6.0, "blank line": 6.0, "hangs": 6.0, "line by line": 10.0}
_PRIORS |= {"uncounted": -14.0, "no blank line": -14.0, "does not hang": -14.0, "links alone": -14.0}
_NARROW, _WIDE = frozenset("fijlrtI.,;:'()[]|! "), frozenset("mwMWABCDGHNOQRU")
_FILE_HEAD = """\
# What each sign adds to the score of an entry's beginning at a place between two lines, or of an entry of some lines.
# Fitted by `python -m training.boundaries`.
# sign	weight
"""


@dataclass(frozen=True)
class Example:
    """A list, and the lines with which its entries begin."""

    known: KnownList
    starts: list[int]


def main() -> None:
    """Set the lists, fit, write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.boundaries", description=__doc__)
    parser.add_argument("strings", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument("--journals", choices=("all", "even", "odd"), default="all")
    options = parser.parse_args()
    lists = [*_lists(_references(options.strings)), *_lists(_of_journals(options.articles, options.journals))]
    examples = [example for at, one in enumerate(lists) for example in set_list(one, at)]
    weights = fit(examples)
    rows = (f"{sign}\t{weight:.2f}\n" for sign, weight in sorted(weights.items(), key=lambda row: row[1]))
    options.output.write_text(_FILE_HEAD + "".join(rows), "utf-8")


def _references(path: Path) -> list[str]:
    return [_on_one_line(json.loads(row)) for row in path.read_text("utf-8").splitlines()]


def _on_one_line(row: Mapping[str, str]) -> str:
    return " ".join(row["text"].split())


def _of_journals(path: Path, which: str) -> list[str]:
    rows = [json.loads(row) for row in path.read_text("utf-8").splitlines()]
    journals = sorted({row["journal"] for row in rows})
    kept = set({"all": journals, "even": journals[::2], "odd": journals[1::2]}[which])
    return [_on_one_line(row) for row in sorted(rows, key=lambda row: str(row["journal"])) if row["journal"] in kept]


def _lists(references: Sequence[str]) -> Iterator[list[str]]:
    yield from (list(references[at : at + _SIZE]) for at in range(0, len(references), _SIZE))


# ---------------------------------------------------------------- layouts
def set_list(references: list[str], at: int) -> Iterator[Example]:
    """Yield a list in some of the layouts, by its place among the lists."""
    references = sorted(references) if at % 3 == 0 else references
    for one in range(at, at + 3):
        yield _read(_LAYOUTS[one % len(_LAYOUTS)](references))


def _read(entries: Sequence[Sequence[str]]) -> Example:
    """Return the list of entries that are lines; one may begin with a line end, for the blank line before it."""
    text = ""
    spans: list[Span] = []
    starts: list[int] = []
    for entry in entries:
        starts.append(len(spans))
        for line in entry:
            text += line[: len(line) - len(line.lstrip("\n"))]
            spans.append(Span(len(text), len(text) + len(line.lstrip("\n"))))
            text += f"{line.lstrip(chr(10))}\n"
    return Example(describe(text, spans), starts)


def _wrap(references: Sequence[str], width: float, size: Callable[[str], float] = len) -> list[list[str]]:
    return [_fill(one, width, size) for one in references]


def _fill(text: str, width: float, size: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and size(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _proportional(text: str) -> float:
    """Return how wide a text is in type that is not monospaced, in ordinary letters."""
    return sum(0.55 if char in _NARROW else 1.4 if char in _WIDE else 1.0 for char in text)


def _labelled(references: Sequence[str], form: str, width: int) -> list[list[str]]:
    return _wrap([form.format(at) + one for at, one in enumerate(references, 1)], width)


def _hanging(references: Sequence[str], first: str, others: str, width: int) -> list[list[str]]:
    wrapped = _wrap(references, width)
    return [[f"{others if at else first}{line}" for at, line in enumerate(lines)] for lines in wrapped]


def _parted(references: Sequence[str], width: float) -> list[list[str]]:
    return [["\n" * bool(at) + lines[0], *lines[1:]] for at, lines in enumerate(_wrap(references, width))]


_LAYOUTS: tuple[Callable[[Sequence[str]], list[list[str]]], ...] = (
    partial(_wrap, width=80),
    partial(_wrap, width=66),
    partial(_hanging, first="", others="    ", width=76),
    partial(_wrap, width=90),
    partial(_wrap, width=70, size=_proportional),
    partial(_parted, width=80),
    partial(_wrap, width=80),
    partial(_wrap, width=10_000),
    partial(_labelled, form="[{}] ", width=80),
    partial(_wrap, width=180),
    partial(_wrap, width=72),
    partial(_hanging, first="    ", others="", width=66),
    partial(_wrap, width=10_000),
    partial(_labelled, form="{}. ", width=72),
    partial(_parted, width=66),
    partial(_wrap, width=50, size=_proportional),
)


# ---------------------------------------------------------------- fitting
def fit(examples: Iterable[Example]) -> dict[str, float]:
    """Return the mean of a perceptron's weights over its steps."""
    weights = defaultdict(float, {_RIGHT: -_MARGIN, _WRONG: _MARGIN, **_PRIORS})
    total: Counter[str] = Counter()
    examples, order = list(examples), random.Random(1)  # noqa: S311 (repeatable by purpose)
    for _ in range(_EPOCHS):
        order.shuffle(examples)
        for example in examples:
            _learn(example, weights)
            total.update(weights)
    return {sign: value / (_EPOCHS * len(examples)) for sign, value in total.items() if sign not in (_RIGHT, _WRONG)}


def _learn(example: Example, weights: defaultdict[str, float]) -> None:
    known = compare(example.known, cut(example.known, weights))
    found = cut(_handicapped(known, example.starts), weights)
    if found == example.starts:
        return
    moved = _count(known, example.starts)
    moved.subtract(_count(known, found))
    for sign, times in moved.items():
        weights[sign] += _STEP * max(-_MOST, min(_MOST, times))


def _handicapped(known: KnownList, starts: Sequence[int]) -> KnownList:
    """Return a list whose wrong places are better by a margin, so that the right ones must win by it."""
    right = frozenset(starts)
    signs = [[*shown, _RIGHT if at in right else _WRONG] for at, shown in enumerate(known.signs, 1)]
    return replace(known, signs=signs)


def _count(known: KnownList, starts: Sequence[int]) -> Counter[str]:
    """Count the signs of a way to cut a list."""
    counts = Counter(sign for start in starts if start for sign in known.signs[start - 1])
    for start, stop in pairwise([*starts, len(known.dated)]):
        counts.update(entry_signs(any(known.dated[start:stop]), stop - start))
    return counts


if __name__ == "__main__":
    main()
