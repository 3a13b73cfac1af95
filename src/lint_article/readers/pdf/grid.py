"""Listings by their layout: whatever its face is called, each character of code has a place of the same width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from statistics import median

from lint_article.readers.pdf.model import Column, Row

_LETTER = re.compile("[A-Za-z]")
_FEWEST = 5  # different letters that show it: the figures of all faces are equally wide
_FIRST = 12  # letters that are looked at first: they show text at once
_OFF = 0.08  # share of a place that a letter may be wider or stand beside its own
_ON = 0.95  # share of the letters that keep to their places
_WIDEST = 0.8  # ems of a place


def mark_listings(column: Column) -> None:
    """Mark the rows of a column that are set on a grid as code, and the short ones beside them."""
    for row in column:
        row.fixed = row.fixed or is_on_grid(row)
    for rows in (column, column[::-1]):
        for a, b in pairwise(rows):
            b.fixed = b.fixed or (a.fixed and _is_alike(a, b))


def is_on_grid(row: Row) -> bool:
    """Tell whether all letters are equally wide, or stand in the middle of places that are: no text face has either."""
    return _are_even(row, list(islice(_letters(row), _FIRST))) and _are_even(row, list(_letters(row)))


def _letters(row: Row) -> Iterator[int]:
    return (letter.start() for letter in _LETTER.finditer(row.text))


def _widths(row: Row, letters: Iterable[int]) -> list[float]:
    return [row.rights[at] - row.lefts[at] for at in letters]


def _are_even(row: Row, letters: Sequence[int]) -> bool:
    if len({row.text[at] for at in letters}) < _FEWEST:
        return False
    widths, steps = _widths(row, letters), _steps(row, letters)
    width, place = median(widths), median(steps)
    if not (0 < width < _WIDEST * row.size and 0 < place < _WIDEST * row.size):
        return False
    placed = sum(step > _OFF * place and abs(step / place - round(step / place)) <= _OFF for step in steps)
    return _count_alike(widths, width) >= _ON * len(widths) or placed >= _ON * len(steps)


def _steps(row: Row, letters: Sequence[int]) -> list[float]:
    """Return the distances of the middles of letters that follow on each other."""
    return [b - a for a, b in pairwise((row.rights[at] + row.lefts[at]) / 2 for at in letters)]


def _count_alike(widths: Sequence[float], width: float) -> int:
    return sum(abs(one - width) <= _OFF * width for one in widths)


def _is_alike(a: Row, b: Row) -> bool:
    """Tell whether the letters of row b are as wide as those of a row above or below it, in the same type."""
    if a.size != b.size:
        return False
    widths, beside = _widths(b, _letters(b)), _widths(a, _letters(a))
    if not (widths and beside):
        return False
    return _count_alike(widths, median(beside)) >= _ON * len(widths)
