"""Rows that stand between two lines of a paragraph and are none: halves of small fractions, limits of sums."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from lint_article.readers.pdf.model import Column, Row

_SMALL = 0.86  # share of the size of the lines around
_MOST = 4  # rows between two lines
_TOUCHING = 0.1  # sizes by which a row may reach over what stands beside it


def set_aside(column: Column, apart: Callable[[Row, Row], bool]) -> tuple[Column, dict[int, list[Row]]]:
    """Return the column without such rows, and these by the id of the line above them; `apart` tells a gap of lines.

    Without them, the lines around stand at the distance of one paragraph.
    """
    kept: Column = []
    aside: dict[int, list[Row]] = {}
    at = 0
    while at < len(column):
        line = column[at]
        kept.append(line)
        following = column[at + 1 : at + _MOST + 2]
        count = next((index for index, row in enumerate(following) if not _is_small(line, row)), 0)
        if count and _is_enclosing(line, following[count], following[:count]) and not apart(line, following[count]):
            aside[id(line)] = following[:count]
            for row in following[:count]:
                _ = _leave_place(line, row) or _leave_place(following[count], row)
            at += count
        at += 1
    return kept, aside


def _leave_place(line: Row, row: Row) -> bool:
    """Note in a line where it has room for a row that is set aside; tell whether it has."""
    after = bisect_left(line.lefts, row.left)
    before = len(line.text[:after].rstrip()) - 1
    room = _TOUCHING * line.size
    if not 0 <= before < after < len(line.text):
        return False
    fits = line.rights[before] < row.left + room and row.right < line.lefts[after] + room
    if fits:
        line.holes.append((before + 1, row))
    return fits


def _is_small(line: Row, row: Row) -> bool:
    return row.size < _SMALL * line.size and row.turn == line.turn


def _is_enclosing(a: Row, b: Row, rows: Sequence[Row]) -> bool:
    return all(a.baseline > row.baseline > b.baseline for row in rows)
