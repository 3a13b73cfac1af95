"""What is printed for a place: lines and columns, pages, paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field

from lint_article.dataclass import dataclass

Box = tuple[float, float, float, float]

_FARTHEST = 10_000  # code points of a line up to which its bytes are counted, so that long lines cost no more


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in the manuscript as its author has it; all numbers are 1-based, columns count code points.

    `page` is set for PDF, where `line` counts on that page; `paragraph` for DOCX and ODT, where it equals `line`, and
    `page` is the one on which the paragraph begins, if Word has noted that.
    `path` names the file if it is not the manuscript itself (an included file, a bibliography). `box` is what is
    printed at the place on its PDF page: left, bottom, right, top in points from the page's lower left corner.
    `heading` is the heading that a DOCX paragraph stands under, else "". `byte_column` is the column in bytes of UTF-8,
    for readers that count so; None far out in a line. `cell` is the place in a notebook: the cell, the line in it and
    the column in that.
    """

    line: int
    column: int
    page: int | None = None
    paragraph: int | None = None
    path: str | None = None
    box: Box | None = None
    heading: str = ""
    byte_column: int | None = field(default=None, compare=False, repr=False)
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a part: where it starts (code points), how it is numbered, and what is known of its place.

    `box` is that of the whole line; `lefts` and `rights` are the edges of its characters. A line of a cell of a
    notebook has `cell`, which are the numbers of the cell and of the line in it; `indent` code points of the file's
    line stand before it, and at those of `hidden` (offsets, in order) stands nothing that the cell shows.
    """

    start: int
    number: int
    page: int | None = None
    paragraph: int | None = None
    box: Box | None = None
    heading: str = ""
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()
    indent: int = 0
    cell: tuple[int, int] | None = None
    hidden: Sequence[int] = ()

    def box_of(self, start: int, end: int) -> Box | None:
        """Return the box of a stretch of the line, given in columns from 0, to a tenth of a point."""
        start, end = max(start, 0), min(end, len(self.rights))
        if self.box is None or start >= end:
            return self.box
        left, right = min(self.lefts[start:end]), max(self.rights[start:end])
        return (round(left, 1), self.box[1], round(right, 1), self.box[3])


@dataclass(frozen=True, slots=True)
class Part:
    """One text that a manuscript is read from: its characters, its lines in order, its path (None: the manuscript).

    `data` are the bytes of an included file as they were read; those of the manuscript are its Source's.
    """

    text: str
    lines: tuple[Line, ...]
    path: str | None = None
    writable: bool = True
    data: bytes = b""
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [line.start for line in self.lines])

    def line_index(self, offset: int) -> int:
        """Return which of the lines a code-point offset lies in; what lies before the first is counted to it."""
        return max(bisect_right(self._starts, offset) - 1, 0)


def place_at(part: Part, offset: int) -> Place:
    """Return the place of a code-point offset in the part's text; its box is that of the whole line."""
    line = part.lines[part.line_index(offset)]
    return _place(part, line, offset, line.box)


def places_of(part: Part, start: int, end: int) -> tuple[Place, Place]:
    """Return where a stretch of the part's text begins and ends, each with the box of its words on that line."""
    first, last = part.lines[part.line_index(start)], part.lines[part.line_index(end)]
    begin, stop = (
        first.box_of(start - first.start, end - first.start),
        last.box_of(start - last.start, end - last.start),
    )
    return _place(part, first, start, begin), _place(part, last, end, stop)


def _place(part: Part, line: Line, offset: int, box: Box | None) -> Place:
    inside = max(offset - line.start, 0) + 1
    column = inside + line.indent
    bytes_ = _byte_column(part.text[line.start - line.indent : offset]) if column <= _FARTHEST else None
    cell = (*line.cell, inside - bisect_left(line.hidden, offset)) if line.cell else None
    return Place(line.number, column, line.page, line.paragraph, part.path, box, line.heading, bytes_, cell)


def _byte_column(before: str) -> int:
    return len(before if before.isascii() else before.encode("utf-8", "surrogatepass")) + 1
