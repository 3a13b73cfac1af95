"""Runs of glyphs put together to printed lines: what stands on one baseline, with what is raised above it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint_article.readers.pdf_page import Area, Row, Run

_WORD_GAP = 0.17  # ems between two words
_CELL_GAP = 1.5  # ems between two cells of a table
_STACKED = 0.25  # ems of height that part a raised sign from a lowered one


def lines_of_runs(runs: Iterable[Run], reach: float) -> list[list[Run]]:
    """Return the runs in lines, top to bottom, each left to right.

    Runs are of one line if they share at least half of the lower one's height and the gap between them is at most
    `reach` ems of the smaller one; only raised and lowered signs may stand above each other.
    """
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.baseline, run.left)):
        home = next((line for line in _near(lines, run) if _joins(line, run, reach)), None)
        if home is None:
            lines.append([run])
        else:
            home.append(run)
    lines = _merged(lines, reach)
    for line in lines:
        line.sort(key=lambda run: run.left)
    return sorted(lines, key=lambda line: -main_run(line).baseline)


def _merged(lines: list[list[Run]], reach: float) -> list[list[Run]]:
    """Put together the pieces of a line that met only when the run between them was added."""
    kept: list[list[Run]] = []
    for line in lines:
        home = next((other for other in _near(kept, line[0]) if any(_joins(other, run, reach) for run in line)), None)
        if home is None:
            kept.append(line)
        else:
            home.extend(line)
    return kept


def _near(lines: Sequence[list[Run]], run: Run) -> Iterator[list[Run]]:
    """Give the lines that a run may belong to, the latest first; they began from the top of the page downwards."""
    for line in reversed(lines):
        if line[0].baseline - run.baseline > max(line[0].size, run.size):
            return
        yield line


def main_run(line: Sequence[Run]) -> Run:
    """Return the run that sets the line's size and baseline: the one with most characters."""
    return max(line, key=lambda run: (len(run.text), run.size))


def _joins(line: list[Run], run: Run, reach: float) -> bool:
    level = max(line, key=lambda other: other.size)
    shared = min(_top(level), _top(run)) - max(_foot(level), _foot(run))
    if shared < 0.5 * min(level.size, run.size):
        return False
    gaps = [(_gap(run, other), abs(run.baseline - other.baseline) < _STACKED * level.size) for other in line]
    if any(gap < -0.3 * level.size for gap, beside in gaps if beside):
        return False
    return min(gap for gap, _ in gaps) <= reach * min(level.size, run.size)


def _gap(a: Run, b: Run) -> float:
    """Return the horizontal distance of two runs, negative if they overlap."""
    return max(a.left - b.right, b.left - a.right)


def _top(run: Run) -> float:
    return run.baseline + 0.7 * run.size


def _foot(run: Run) -> float:
    return run.baseline - 0.2 * run.size


def row_of(line: list[Run], page: int, turn: int, areas: Sequence[Area]) -> Row:
    """Return the printed line that the runs make, with what is raised in it and what is a link."""
    size = _usual_size(line)
    main = max((run for run in line if run.size == size), key=lambda run: len(run.text))
    half = sum(len(run.text) for run in line) / 2
    bold = sum(len(run.text) for run in line if run.bold) > half
    fixed = sum(len(run.text) for run in line if run.fixed) > half
    row = Row(page, "", [], [], main.baseline, size, bold, fixed, turn)
    for run in line:
        _append(row, run)
    row.links = list(_links(row, areas))
    return row


def _usual_size(line: Sequence[Run]) -> float:
    sizes: Counter[float] = Counter()
    for run in line:
        sizes[run.size] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _append(row: Row, run: Run) -> None:
    if row.text:
        gap = run.left - max(row.rights)
        if gap > _WORD_GAP * row.size:
            row.text += " "
            row.lefts.append(row.right)
            row.rights.append(run.left)
        row.cells += gap > _CELL_GAP * row.size
    start = len(row.text)
    row.text += run.text
    row.lefts += run.lefts
    row.rights += run.rights
    if run.size < 0.86 * row.size and run.baseline > row.baseline + 0.12 * row.size:
        row.raised.append((start, len(row.text)))


def _links(row: Row, areas: Sequence[Area]) -> Iterator[tuple[int, int, str]]:
    middle = row.baseline + 0.25 * row.size
    centres = [(left + right) / 2 for left, right in zip(row.lefts, row.rights, strict=True)]
    for area in areas:
        if not area.bottom <= middle <= area.top:
            continue
        start, end = bisect_left(centres, area.left), bisect_left(centres, area.right)
        words = row.text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            yield start, end - (len(words) - len(words.rstrip())), area.target
