"""Runs of glyphs put together to printed lines: what stands on one baseline, with what is raised above it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint_article.readers.pdf.maths import LinePiece, formulas
from lint_article.readers.pdf.model import Area, Row, Run

_WORD_GAP = 0.17  # ems between two words
_SPACED_GAP = 0.08  # ems that show a space which the file sets between two words
_CELL_GAP = 1.5  # ems between two cells of a table
_SHARED, _SHARED_BY_MARK = 0.5, 0.3  # shares of the lower one's height that two runs of a line have in common
_TOUCHING = 0.15  # ems between a sign and the word that it is set to, as a footnote's mark
_LEVEL = 0.05  # ems that two baselines of one line may differ by
_SMALL = 0.86  # share of the row's size below which a sign may be raised or lowered
_SHIFTED = 0.12  # ems that a script is raised or lowered at least
_CODE = 0.8  # share of a row in a typewriter face that makes it code
_STACKED = 0.25  # ems of height that part a raised sign from a lowered one


def lines_of_runs(runs: Iterable[Run], reach: float) -> list[list[Run]]:
    """Return the runs in lines, top to bottom, each left to right.

    Runs are of one line if they share at least half of the lower one's height and the gap between them is at most
    `reach` ems of the smaller one; only raised and lowered signs may stand above each other.
    """
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.baseline, run.left)):
        home = next((line for line in _near(lines, run) if _is_joined(line, run, reach)), None)
        if home is None:
            lines.append([run])
        else:
            home.append(run)
    lines = _merge_lines(lines, reach)
    for line in lines:
        line.sort(key=lambda run: run.left)
    return sorted(lines, key=lambda line: -main_run(line).baseline)


def _merge_lines(lines: list[list[Run]], reach: float) -> list[list[Run]]:
    """Put together the pieces of a line that met only when the run between them was added."""
    kept: list[list[Run]] = []
    for line in lines:
        home = next(
            (other for other in _near(kept, line[0]) if any(_is_joined(other, run, reach) for run in line)), None
        )
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
    return line[0] if len(line) == 1 else max(line, key=lambda run: (len(run.text), run.size))


def _is_joined(line: list[Run], run: Run, reach: float) -> bool:
    level = line[0] if len(line) == 1 else max(line, key=lambda other: other.size)
    shared = min(_top(level), _top(run)) - max(_foot(level), _foot(run))
    if shared < _SHARED_BY_MARK * min(level.size, run.size):
        return False
    gaps = [(_gap(run, other), abs(run.baseline - other.baseline) < _STACKED * level.size) for other in line]
    if any(gap < -0.3 * level.size for gap, beside in gaps if beside):
        return False
    gap = min(gap for gap, _ in gaps)
    mark = run.size < 0.95 * level.size or level.size < 0.95 * run.size
    if shared < _SHARED * min(level.size, run.size) and not (mark and abs(gap) < _TOUCHING * level.size):
        return False
    return gap <= reach * min(level.size, run.size)


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
    row = Row(
        page,
        "",
        array("f"),
        array("f"),
        main.baseline,
        size,
        _share(line, "bold") > 0.5,
        _share(line, "fixed") > _CODE,
        turn,
        line[0].beside,
    )
    before, pieces = None, []
    for run in line:
        start = _append(row, run, before)
        small = run.size < _SMALL * size and abs(run.baseline - main.baseline) > _SHIFTED * size
        pieces.append(LinePiece(start, len(row.text), run.maths, small))
        before = run
    row.maths = formulas(row.text, pieces)
    row.links = list(_links(row, areas))
    return row


def _share(line: Sequence[Run], trait: str) -> float:
    """Return the share of the characters that are set in such a face."""
    return sum(len(run.text) for run in line if getattr(run, trait)) / sum(len(run.text) for run in line)


def _usual_size(line: Sequence[Run]) -> float:
    """Return the size that most characters have; those of a typewriter face, often smaller, only if no word has not."""
    worded = [run for run in line if not run.fixed and any(char.isalpha() for char in run.text)]
    sizes: Counter[float] = Counter()
    for run in worded or line:
        sizes[run.size] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _append(row: Row, run: Run, before: Run | None) -> int:
    """Add a run behind the one before it; return where it starts."""
    if before:
        gap = run.left - max(row.rights)
        if gap > _least_gap(before, run) * row.size and not row.text.endswith("://"):
            row.text += " "
            row.lefts.append(row.right)
            row.rights.append(run.left)
        row.cells += gap > _CELL_GAP * row.size
    start = len(row.text)
    row.text += run.text
    row.lefts.extend(run.lefts)
    row.rights.extend(run.rights)
    if run.size < _SMALL * row.size and run.baseline > row.baseline + _SHIFTED * row.size:
        _stretch(row.raised, start, len(row.text))
    return start


def _stretch(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a stretch, or lengthen the last one if it ends where this one begins."""
    if stretches and stretches[-1][1] == start:
        start = stretches.pop()[0]
    stretches.append((start, end))


def _least_gap(a: Run, b: Run) -> float:
    """Return the ems between two runs that show a space: beside raised and lowered signs the file sets false ones."""
    level = abs(a.baseline - b.baseline) < _LEVEL * max(a.size, b.size)
    return _SPACED_GAP if b.spaced and level else _WORD_GAP


def _links(row: Row, areas: Sequence[Area]) -> Iterator[tuple[int, int, str]]:
    if not areas:
        return
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
