"""Reference lists whose labels stand in stacks before their entries, as `pdftotext` writes labels that hang.

A stack of twelve labels tells that twelve entries follow, though none of them shows where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from lint_article.dataclass import dataclass
from lint_article.parsing.references.boundaries.cut import find_counted_starts
from lint_article.parsing.structure.sections import is_back_matter, strip_span
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_LABEL = Pattern(r"\s*[\[(]?(?P<number>\d{1,3})[.\])]{0,2}\s*")
_HIGH = 3  # labels of a stack; one label on a line of its own may stand before its entry


@dataclass(frozen=True, slots=True)
class _Stack:
    """Labels below each other: the lines (indexes) that they are."""

    start: int
    stop: int


def stacked_entries(prose: str, lines: Sequence[Span]) -> list[Span]:
    """Return the entries of a list that stacks of labels count; none if they do not count them from 1 on."""
    stacks = list(_find_stacks(prose, lines))
    high = sum(stack.stop - stack.start for stack in stacks if stack.stop - stack.start >= _HIGH)
    if 2 * high <= sum(stack.stop - stack.start for stack in stacks):
        return []
    ends = [*(stack.start for stack in stacks[1:]), len(lines)]
    parts = [
        entries_below(prose, lines[stack.stop : end], stack.stop - stack.start)
        for stack, end in zip(stacks, ends, strict=True)
    ]
    return [entry for part in parts for entry in part] if all(parts) else []


def _find_stacks(prose: str, lines: Sequence[Span]) -> Iterator[_Stack]:
    """Give the stacks of the labels 1, 2, 3 …; a number that does not count on, as that of a page, is none."""
    following, start, stop = 1, 0, 0
    for at, line in enumerate(lines):
        label = _LABEL.fullmatch(prose, line.start, line.end)
        if label is None or int(label["number"]) != following:
            continue
        if at != stop:
            if stop > start:
                yield _Stack(start, stop)
            start = at
        stop = at + 1
        following += 1
    if stop > start:
        yield _Stack(start, stop)


def entries_below(prose: str, lines: Sequence[Span], count: int) -> list[Span]:
    """Return as many entries as a stack has labels, of the lines below it; none if they are too few."""
    lines = list(takewhile(lambda line: not is_back_matter(prose, line), lines))
    starts = find_counted_starts(prose, lines, count)
    bounds = [*starts, len(lines)] if starts else []
    return [strip_span(prose, Span(lines[a].start, lines[b - 1].end)) for a, b in pairwise(bounds)]


def is_label(prose: str, line: Span) -> bool:
    """Tell whether nothing but a label stands on a line."""
    return _LABEL.fullmatch(prose, line.start, line.end) is not None
