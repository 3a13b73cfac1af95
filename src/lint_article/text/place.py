"""What is printed for a place: lines and columns, pages, paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from lint_article.dataclass import dataclass

Box = tuple[float, float, float, float]

_FARTHEST = 10_000  # code points of a line up to which its bytes are counted, so that long lines cost no more


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in the manuscript as its author has it; all numbers are 1-based, columns count code points.

    `page` is set for PDF, where `line` counts on that page; `paragraph` for DOCX, where it equals `line`.
    `path` names the file if it is not the manuscript itself (an included file, a bibliography). `box` is the printed
    line on its PDF page: left, bottom, right, top in points from the page's lower left corner. `heading` is the heading
    that a DOCX paragraph stands under, else "". `byte_column` is the column in bytes of UTF-8, for readers that
    count so; None far out in a line.
    """

    line: int
    column: int
    page: int | None = None
    paragraph: int | None = None
    path: str | None = None
    box: Box | None = None
    heading: str = ""
    byte_column: int | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a part: where it starts (code points), how it is numbered, and what is known of its place."""

    start: int
    number: int
    page: int | None = None
    paragraph: int | None = None
    box: Box | None = None
    heading: str = ""


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


def place_at(part: Part, offset: int) -> Place:
    """Return the place of a code-point offset in the part's text."""
    index = max(bisect_right(part.lines, offset, key=lambda line: line.start) - 1, 0)
    line = part.lines[index]
    column = max(offset - line.start, 0) + 1
    bytes_ = _byte_column(part.text[line.start : offset]) if column <= _FARTHEST else None
    return Place(line.number, column, line.page, line.paragraph, part.path, line.box, line.heading, bytes_)


def _byte_column(before: str) -> int:
    return len(before if before.isascii() else before.encode("utf-8", "surrogatepass")) + 1
