"""Report totals of a table's column that are not the sum of the cells above, where other columns add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._options import number_of
from lint_article.document import Document, Finding
from lint_article.text import Span
from lint_article.vocabulary import is_beginning_with

_ROWS = re.compile(r"(?:^[^\n\t]*\t[^\n]*(?:\n|\Z)){2,}", re.MULTILINE)
_COUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\s?\(\s?\d[\d.,]*\s?%?\s?\))?")
_MEASURED = 100  # lower totals are those of counted things, which are not rounded

Row = list[tuple[int, str]]  # where each cell begins, and its text


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per total that is wrong beside one that is right."""
    fewest = number_of(options, "fewest")
    for table in _ROWS.finditer(document.text):
        rows = list(_read_rows(table))
        for at, row in enumerate(rows):
            if at > fewest and is_beginning_with(row[0][1], "total"):
                yield from _find_wrong(row, _rows_above(rows[:at], row), fewest)


def _read_rows(table: re.Match[str]) -> Iterator[Row]:
    start = table.start()
    for line in table[0].splitlines(keepends=True):
        row, at = [], start
        for cell in line.rstrip("\n").split("\t"):
            row.append((at, cell))
            at += len(cell) + 1
        yield row
        start += len(line)


def _rows_above(rows: list[Row], total: Row) -> list[Row]:
    """Return the rows directly above a total that have as many cells and a number in one of them."""
    above: list[Row] = []
    for row in reversed(rows):
        if len(row) != len(total) or not any(_COUNT.fullmatch(cell.strip()) for _, cell in row[1:]):
            break
        above.append(row)
    return above


def _find_wrong(total: Row, above: list[Row], fewest: int) -> Iterator[Finding]:
    right, wrong = 0, []
    if len(above) < fewest:
        return
    for column in range(1, len(total)):
        counts = [_count(row[column][1]) for row in (*above, total)]
        numbers = [count for count in counts if count is not None]
        if len(numbers) < len(counts):
            continue
        if sum(numbers[:-1]) == numbers[-1]:
            right += 1
        else:
            wrong.append((column, numbers[-1], sum(numbers[:-1])))
    if right and len(wrong) == 1:
        column, printed, expected = wrong[0]
        if _is_other_kind(printed, expected) or _is_rounded(printed, expected, len(above)):
            return
        at, cell = total[column]
        start = at + len(cell) - len(cell.lstrip())
        values = {"text": cell.strip(), "sum": str(expected)}
        yield Finding(Span(start, at + len(cell.rstrip())), values)


def _is_other_kind(printed: int, expected: int) -> bool:
    """Tell whether a total is so far from the sum that it counts something else."""
    return not printed <= 2 * expected <= 4 * printed


def _is_rounded(printed: int, expected: int, rows: int) -> bool:
    """Tell whether cells that were rounded to whole numbers explain the difference."""
    return printed >= _MEASURED and 2 * abs(printed - expected) <= rows


def _count(cell: str) -> int | None:
    match = _COUNT.fullmatch(cell.strip())
    return int(match[1].replace(",", "")) if match else None
