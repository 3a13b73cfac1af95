"""The document's text out of a PDF's rows: copied line by line, joined where the print broke it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from lint_article.document import BlockKind, Mark
from lint_article.readers.pdf.layout import Layout
from lint_article.readers.pdf.line_joins import Join, join_of
from lint_article.readers.pdf.model import Row
from lint_article.readers.writer import Writer
from lint_article.text import Line, Part, Span
from lint_article.text.place import Box

_BY_LINE = ("table", "code", "math", "furniture")


def part_of(pages: Sequence[Layout]) -> Part:
    """Return the printed lines of all pages as the text of the manuscript; each row learns where it stands in it.

    A page without text is one empty line.
    """
    texts: list[str] = []
    lines: list[Line] = []
    at = 0
    for page in pages:
        for number, row in enumerate(page.rows or [None], 1):
            if row:
                row.start = at
            texts.append(row.text if row else "")
            lines.append(_line(at, number, page.page.number, row))
            at += len(texts[-1]) + 1
    return Part("\n".join(texts), tuple(lines), writable=False)


def _line(start: int, number: int, page: int, row: Row | None) -> Line:
    if row is None:
        return Line(start, number, page)
    return Line(start, number, page, box=_box(row), lefts=row.lefts, rights=row.rights)


def _box(row: Row) -> Box:
    """Return the line's box in points, to a tenth."""
    left, right = min(row.lefts, default=0.0), max(row.rights, default=0.0)
    return (round(left, 1), round(row.baseline, 1), round(right, 1), round(row.baseline + row.size, 1))


def write_paragraph(writer: Writer, rows: Sequence[Row], kind: BlockKind, level: int, words: Collection[str]) -> None:
    """Write one block; `words` are those of the document, which tell whether a hyphen only divides a word."""
    frame = writer.begin()
    by_line = kind in _BY_LINE
    for a, b in pairwise(rows):
        join = Join.UNKNOWN if by_line else join_of(a, b, words)
        end = a.end - 1 if join is Join.HYPHEN else a.end
        _write_row(writer, a, end)
        if join in (Join.SPACE, Join.UNKNOWN):
            writer.derive(join.value, a.end, a.end + 1, "line end")
    _write_row(writer, rows[-1], rows[-1].end)
    writer.end_block(frame, kind, level)


def _write_row(writer: Writer, row: Row, end: int) -> None:
    """Write a line; where a row was set aside from it, a placeholder stands for that."""
    at = row.start
    holes = sorted((index, hole.start, hole.end) for index, hole in row.holes)
    for index, start, stop in holes:
        writer.copy(at, row.start + index)
        writer.placeholder(start, stop)
        at = row.start + index
    writer.copy(at, end)
    begin = len(writer) - (end - row.start) - len(holes)

    def span(low: int, high: int) -> Span:
        high = min(high, end - row.start)
        before, within = sum(one[0] <= low for one in holes), sum(one[0] < high for one in holes)
        return Span(begin + low + before, begin + high + max(before, within))

    for low, high in row.raised:
        writer.mark("superscript", span(low, high))
    for low, high in row.maths:
        writer.mark("math", span(low, high))
    for low, high, target in row.links:
        _add_link(writer, span(low, high), target)


def _add_link(writer: Writer, span: Span, target: str) -> None:
    """Add a link, or lengthen the last one if it only goes on behind a line end."""
    last = writer.marks[-1] if writer.marks else None
    if last and last.kind == "link" and last.target == target and span.start - last.span.end <= 1:
        writer.marks[-1] = Mark("link", last.span.union(span), target)
    else:
        writer.marks.append(Mark("link", span, target))
