"""Pages taken apart: heads and feet, and the columns between them in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from lint_article.dataclass import dataclass
from lint_article.readers.pdf.columns import in_columns
from lint_article.readers.pdf.drop_caps import settle_drop_caps
from lint_article.readers.pdf.furniture import furniture_of, is_page_number
from lint_article.readers.pdf.grid import mark_listings
from lint_article.readers.pdf.lines import lines_of_runs, row_of
from lint_article.readers.pdf.margin_numbers import LineNumbers
from lint_article.readers.pdf.model import Area, Column, Page, Row, Run
from lint_article.readers.pdf.overlays import overlays_of, words_of_overlay

_REACH = 0.7  # ems: wider gaps may be a gutter
_ANYWHERE = float("inf")
_EDGE_LINES = 4  # at the top and at the foot of a page, where heads and feet are looked for


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a page: running heads, columns in reading order (what is seen on its side last), feet."""

    page: Page
    head: list[Row] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    foot: list[Row] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """All rows from top to bottom, column by column."""
        return [*self.head, *(row for column in self.columns for row in column), *self.foot]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page before it is laid out: its runs by quarter turns, and its outermost lines over the whole width."""

    page: Page
    turned: dict[int, list[Run]]
    edges: list[tuple[Row, list[Run]]]


def laid_out(pages: Iterable[Page]) -> list[Layout]:
    """Return the layout of each page; only all of them together show what is a running head."""
    numbers = LineNumbers()
    sheets = [_sheet(page, numbers) for page in _without_overlays(list(pages))]
    aside = furniture_of([[row for row, _ in sheet.edges] for sheet in sheets])
    return [_layout(sheet, aside) for sheet in sheets]


def _without_overlays(pages: Sequence[Page]) -> Iterator[Page]:
    """Give the pages without what is stamped over their text, or stands alike on another page."""
    found = [run for page in pages for run in overlays_of(page.runs)]
    ids, known = {id(run) for run in found}, {words_of_overlay(run) for run in found}
    for page in pages:
        kept = [run for run in page.runs if id(run) not in ids and words_of_overlay(run) not in known]
        yield replace(page, runs=kept) if found else page


def _sheet(page: Page, numbers: LineNumbers) -> _Sheet:
    turned: dict[int, list[Run]] = {}
    for run in page.runs:
        turned.setdefault((run.turn - page.turn) % 4, []).append(run)
    turned = {turn: settle_drop_caps(numbers.without(turned[turn])) for turn in sorted(turned)}
    lines = lines_of_runs(turned.get(0, ()), _ANYWHERE)
    outer = lines if len(lines) <= 2 * _EDGE_LINES else lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]
    return _Sheet(page, turned, [(row_of(line, page.number, 0, page.areas), line) for line in outer])


def _layout(sheet: _Sheet, aside: set[int]) -> Layout:
    apart = [row for row, _ in sheet.edges if id(row) in aside]
    taken = {id(run) for row, line in sheet.edges if id(row) in aside for run in line}
    columns: list[Column] = []
    for turn, runs in sheet.turned.items():
        areas = () if turn else sheet.page.areas
        columns += _columns([run for run in runs if id(run) not in taken], sheet.page.number, turn, areas)
    apart += [column[0] for column in columns if _is_sideways_number(column)]
    columns = [column for column in columns if not _is_sideways_number(column)]
    top = max((row.baseline for column in columns for row in column if not row.turn), default=0.0)
    head, foot = [row for row in apart if row.baseline > top], [row for row in apart if row.baseline <= top]
    return Layout(sheet.page, head, columns, foot)


def _is_sideways_number(column: Column) -> bool:
    return len(column) == 1 and column[0].turn != 0 and is_page_number(column[0])


def _columns(runs: Sequence[Run], page: int, turn: int, areas: Sequence[Area]) -> list[Column]:
    columns = in_columns(lines_of_runs(runs, _REACH))
    lines = [lines_of_runs((run for strip in strips for run in strip), _ANYWHERE) for strips in columns]
    rows = [[row_of(line, page, turn, areas) for line in column] for column in lines]
    for column in rows:
        mark_listings(column)
    return rows
