"""Numbers that count the lines of a draft, in its margins or between its columns."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise

from lint_article.dataclass import dataclass
from lint_article.readers.pdf.lines import lines_of_runs
from lint_article.readers.pdf.model import Run
from lint_article.readers.pdf.strips import is_row_of_cells, rows_of

_FEWEST = {1: 6, 2: 4, 3: 4, 5: 3, 10: 3}  # numbers below each other that count lines, by the step from one to the next
_MANY = 12  # numbers that are no cells of a table, though text runs over the edge of their column
_MOST_DIGITS = 5
_BY_STEP = 0.8  # share of the numbers that go on by this step
_BESIDE = 0.9  # share of the text that stands on one side of numbers in a margin, or clear of those in a gutter
_COLUMN_EMS = 15.0  # half of the lines beside numbers in a gutter are longer; the cells of a table are not
_PITCH = 1.6  # distances of lines that two numbered lines are apart; labels of a list stand farther apart
_REACH = 0.7  # ems: wider gaps may part cells
_STEP = 2.0  # points between places that may be one edge


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Numbers below each other, from top to bottom, and the rest of the page."""

    runs: list[Run]
    rest: list[Run]

    @property
    def values(self) -> list[int]:
        """What the numbers are."""
        return [int(run.text) for run in self.runs]

    @property
    def left(self) -> float:
        """The left edge of the longest one."""
        return min(run.left for run in self.runs)

    @property
    def right(self) -> float:
        """The right edge of the longest one."""
        return max(run.right for run in self.runs)

    @property
    def top(self) -> float:
        """Where what stands beside the first one begins."""
        return self.runs[0].baseline + self.runs[0].size

    @property
    def foot(self) -> float:
        """Where what stands beside the last one ends."""
        return self.runs[-1].baseline - self.runs[-1].size


@dataclass(slots=True)
class LineNumbers:
    """The numbers that count the lines of a draft, as the pages up to here show them.

    `edges` are the edges of columns of numbers, in steps, each with the last number that stood there and its step.
    """

    edges: dict[int, tuple[int, int]] = field(default_factory=dict)

    def without(self, runs: Sequence[Run]) -> list[Run]:
        """Return the runs of the next page without the numbers in one margin, or in two places."""
        for _ in ("one", "other"):
            runs = self._without_one_column(runs)
        return list(runs)

    def _without_one_column(self, runs: Sequence[Run]) -> list[Run]:
        numbers = [run for run in runs if len(run.text) <= _MOST_DIGITS and run.text.isdecimal()]
        edges = Counter(round(edge / _STEP) for run in numbers for edge in (run.left, run.right))
        if not edges:
            return list(runs)
        edge = edges.most_common(1)[0][0]
        found = _numbers_at(edge, numbers, runs)
        is_known = any(abs(at - edge) <= 1 for at in self.edges)
        if len(found.runs) >= min(_FEWEST.values()) and _are_line_numbers(found, is_known):
            self.edges = {at: last for at, last in self.edges.items() if abs(at - edge) > 1}
            self.edges[edge] = (found.values[-1], _usual_step(found.values)[0])
            return found.rest
        return self._without_rest(numbers, runs)

    def _without_rest(self, numbers: Sequence[Run], runs: Sequence[Run]) -> list[Run]:
        """Return the runs without the few numbers that go on where those of the last page stopped."""
        for edge, (last, step) in self.edges.items():
            found = _numbers_at(edge, numbers, runs)
            if found.runs and all(b == a + step for a, b in pairwise([last, *found.values])):
                self.edges[edge] = (found.values[-1], step)
                return found.rest
        return list(runs)


def _numbers_at(edge: int, numbers: Sequence[Run], runs: Sequence[Run]) -> _Numbers:
    column = [run for run in numbers if any(abs(round(x / _STEP) - edge) <= 1 for x in (run.left, run.right))]
    counted = {id(run) for run in column}
    return _Numbers(sorted(column, key=lambda run: -run.baseline), [run for run in runs if id(run) not in counted])


def _are_line_numbers(found: _Numbers, is_known: bool) -> bool:
    return _is_counting_lines(found, is_known) and _is_apart(found) and not _are_in_table(found)


def _is_counting_lines(found: _Numbers, is_known: bool) -> bool:
    """Tell whether the numbers go on by one step, and by single ones from each line to the next.

    `is_known`: a page before has line numbers at this place, where lines may stand apart, as those of a list do.
    """
    values = found.values
    step, count = _usual_step(values)
    if len(values) < _FEWEST.get(step, len(values) + 1) or count < _BY_STEP * (len(values) - 1):
        return False
    if step > 1:
        return sum(value % step == 0 for value in values) >= _BY_STEP * len(values)
    return is_known or _usual_gap(found.runs) < _PITCH * (_usual_gap(found.rest) or _usual_gap(found.runs))


def _usual_step(values: Sequence[int]) -> tuple[int, int]:
    """Return the most usual step from one number to the next, and how often it is made."""
    steps = Counter(b - a for a, b in pairwise(values))
    return steps.most_common(1)[0] if steps else (0, 0)


def _usual_gap(runs: Sequence[Run]) -> float:
    """Return the most usual distance, in points, of baselines that follow on each other; 0.0 if all are one."""
    heights = sorted({round(run.baseline) for run in runs}, reverse=True)
    gaps = Counter(a - b for a, b in pairwise(heights) if a - b > runs[0].size / 2)
    return float(max(gaps, key=lambda gap: (gaps[gap], -gap), default=0))


def _is_apart(found: _Numbers) -> bool:
    """Tell whether the numbers stand in a margin, or clear of the long lines on either side of a gutter.

    What stands above and below all of them, as a running head, says nothing.
    """
    beside = [run for run in found.rest if found.foot <= run.baseline <= found.top]
    on_left = [run for run in beside if run.right <= found.left]
    on_right = [run for run in beside if run.left >= found.right]
    if max(len(on_left), len(on_right)) >= _BESIDE * len(beside):
        return True
    overlap = found.right - found.left + _STEP if len(found.runs) >= _MANY else 0.0  # the gutter may be too narrow
    on_left = [run for run in beside if run.right <= found.left + overlap]
    on_right = [run for run in beside if run.left >= found.right - overlap]
    clear = len(on_left) + len(on_right) >= _BESIDE * len(beside)
    return clear and _is_text(on_left) and _is_text(on_right)


def _is_text(runs: Sequence[Run]) -> bool:
    widths = sorted((run.right - run.left) / run.size for run in runs if not run.text.isdecimal())
    return bool(widths) and widths[len(widths) // 2] > _COLUMN_EMS


def _are_in_table(found: _Numbers) -> bool:
    """Tell whether most numbers stand before the cells of a table, whose rows they count.

    The other margin may count the lines too.
    """
    heights, numbers = sorted(run.baseline for run in found.runs), {run.text for run in found.runs}
    strips = lines_of_runs((run for run in found.rest if run.text not in numbers), _REACH)
    level = (row[0][0].baseline for row in rows_of(strips) if is_row_of_cells(row))
    return 2 * sum(_is_near(heights, height) for height in level) > len(heights)


def _is_near(heights: Sequence[float], height: float) -> bool:
    at = bisect_left(heights, height - _STEP)
    return at < len(heights) and heights[at] < height + _STEP
