"""Places of a text as editors count them: lines from 0, characters in UTF-16 units."""

from __future__ import annotations

from lsprotocol.types import Position, Range

from lint_article.document import Document
from lint_article.text import Part, Span


def position(part: Part, offset: int) -> Position:
    """Return the position of an offset in the part's text."""
    index = part.line_index(offset)
    before = part.text[part.lines[index].start : offset]
    return Position(index, len(before.encode("utf-16-le", "surrogatepass")) // 2)


def range_of(part: Part, start: int, end: int) -> Range:
    """Return the range of a stretch of the part's text."""
    return Range(position(part, start), position(part, end))


def offset(part: Part, at: Position) -> int:
    """Return the offset of a position in the part's text; one behind the end of a line is the end."""
    if at.line >= len(part.lines):
        return len(part.text)
    start = part.lines[at.line].start
    end = part.lines[at.line + 1].start if at.line + 1 < len(part.lines) else len(part.text)
    units = part.text[start:end].encode("utf-16-le", "surrogatepass")[: at.character * 2]
    return start + len(units.decode("utf-16-le", "ignore"))


def range_in(document: Document, span: Span) -> tuple[int, Range]:
    """Return the part that a stretch of the document's text comes from, and its range there."""
    origin = document.map.origin(span)
    return origin.part, range_of(document.parts[origin.part], origin.start, origin.end)
