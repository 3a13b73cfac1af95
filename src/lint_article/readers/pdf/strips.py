"""Strips, the pieces of a line that stand together: how long they are, and what they look like below each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lint_article.readers.pdf.lines import main_run
from lint_article.readers.pdf.model import Run

Strip = list[Run]

_MIN_LINES = 3  # fewer are no text, and fewer rows below each other no table
_TEXT_EMS = 15.0  # lines of text in a column are longer, and the cells of a table and the words of a figure shorter
_CELL_EMS = 9.0  # the cells of a table are shorter, all but one of a row
_CELLS = 3  # in a row of a table at least
_LEVEL = 0.1  # ems that two baselines of one line may differ by


def ems(strip: Strip) -> float:
    """Return how long a strip is, in ems of its type."""
    return (strip[-1].right - strip[0].left) / main_run(strip).size


def count_chars(strips: Sequence[Strip]) -> int:
    """Return how many characters strips hold."""
    return sum(len(run.text) for strip in strips for run in strip)


def is_text(strips: Sequence[Strip]) -> bool:
    """Tell whether long lines hold most of the characters."""
    long = [strip for strip in strips if ems(strip) > _TEXT_EMS]
    return len(long) >= _MIN_LINES and 2 * count_chars(long) > count_chars(strips)


def are_level(strips: Sequence[Strip], lines: Sequence[Strip]) -> bool:
    """Tell whether most strips stand on the baselines of lines."""
    baselines = sorted(main_run(line).baseline for line in lines)
    level = 0
    for strip in strips:
        run = main_run(strip)
        at = bisect_left(baselines, run.baseline - _LEVEL * run.size)
        level += at < len(baselines) and baselines[at] <= run.baseline + _LEVEL * run.size
    return 2 * level > len(strips)


def is_row_of_cells(row: Sequence[Strip]) -> bool:
    """Tell whether strips on one line are cells of a table: short, but for one at most."""
    return len(row) > 1 and sum(ems(strip) >= _CELL_EMS for strip in row) <= 1


def table_rows(strips: Sequence[Strip], gutter: float) -> set[int]:
    """Return the ids of the cells (strips) of tables whose rows, three or more, run over the gutter."""
    found: set[int] = set()
    below: list[list[Strip]] = []
    for row in [*rows_of(strips), []]:
        if _is_table_row(row, gutter):
            below.append(row)
            continue
        if len(below) >= _MIN_LINES:
            found.update(id(cell) for one in below for cell in one)
        below = []
    return found


def rows_of(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Give the strips that stand on one baseline, from top to bottom."""
    row: list[Strip] = []
    for strip in strips:
        run = main_run(strip)
        if row and abs(main_run(row[0]).baseline - run.baseline) > _LEVEL * run.size:
            yield row
            row = []
        row.append(strip)
    if row:
        yield row


def _is_table_row(row: Sequence[Strip], gutter: float) -> bool:
    """Tell whether short cells stand on both sides of the gutter, beside one longer cell at most."""
    sides = {strip[-1].right <= gutter for strip in row if ems(strip) < _CELL_EMS}
    return len(row) >= _CELLS and is_row_of_cells(row) and len(sides) > 1
