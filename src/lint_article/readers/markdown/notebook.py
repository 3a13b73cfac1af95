"""Jupyter notebooks: the Markdown of their cells, in the JSON that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lint_article.document import Reading, Source
from lint_article.readers.bibliography.located_data import NotLocated, Value, located_json
from lint_article.readers.characters import decode
from lint_article.readers.inner_text import InnerPiece, InnerText
from lint_article.readers.markdown.reader import Manuscript
from lint_article.readers.unreadable import Unreadable
from lint_article.readers.writer import Writer
from lint_article.text import Line
from lint_article.text.lines import lines_of

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)


def read_notebook(source: Source) -> Reading:
    """Return the text of the Markdown cells; code, outputs and attachments are not read.

    Raises Unreadable for what is no notebook.
    """
    raw = decode(source.data)
    try:
        cells = located_json(raw).get("cells")
    except NotLocated as error:
        raise Unreadable(f"it is not valid JSON at offset {error.at} ({error.reason})") from None
    if cells is None:
        raise Unreadable("it has no cells, or is of a version before 4")
    writer = Writer(source, raw)
    manuscript = Manuscript(writer, Path(source.path))
    lines: list[Line] = []
    with writer.to_the_end():
        for number, cell in enumerate(cells.items, 1):
            strings = list((cell.get("source") or Value(0, 0)).texts())
            if strings and _is_text(cell, strings[0]):
                inner = InnerText("".join(one.text or "" for one in strings), 0, tuple(_pieces(raw, strings)))
                manuscript.read(writer.add_inner(inner), inner.text)
                lines += _cell_lines(raw, inner, number)
    reading = manuscript.finish(source.bibliography)
    first = replace(reading.parts[0], lines=_number_lines(raw, lines))
    return replace(reading, parts=(first, *reading.parts[1:]))


def _is_text(cell: Value, first: Value) -> bool:
    """Tell whether a cell holds Markdown, or the settings that Quarto reads."""
    kind = cell.get("cell_type")
    named = kind.text if kind else ""
    return named == "markdown" or (named == "raw" and (first.text or "").startswith("---"))


def _pieces(raw: str, strings: list[Value]) -> Iterator[InnerPiece]:
    """Yield the pieces of the strings of a cell: stretches that stand as they are, and escapes."""
    at = 0
    for one in strings:
        start = one.start
        for escape in _ESCAPE.finditer(raw, one.start, one.end):
            if start < escape.start():
                yield InnerPiece(at, start, escape.start(), True)
                at += escape.start() - start
            yield InnerPiece(at, *escape.span(), False)
            at += 1
            start = escape.end()
        if start < one.end:
            yield InnerPiece(at, start, one.end, True)
            at += one.end - start


def _cell_lines(raw: str, inner: InnerText, number: int) -> Iterator[Line]:
    """Yield the lines of a cell."""
    at = 0
    for count, line in enumerate(inner.text.splitlines(keepends=True), 1):
        origin = inner.place(at, at + len(line))
        pieces = [origin for _, origin, is_copied in inner.split(at, at + len(line)) if not is_copied]
        hidden = tuple(at for one in pieces for at in range(one.start + 1, one.end))
        indent = origin.start - (raw.rfind("\n", 0, origin.start) + 1)
        yield Line(origin.start, 0, indent=indent, cell=(number, count), hidden=hidden)
        end = inner.place(at, at + len(line.rstrip("\r\n"))).end
        yield Line(end, 0, indent=indent + end - origin.start)  # the rest is JSON
        at += len(line)


def _number_lines(raw: str, cells: list[Line]) -> tuple[Line, ...]:
    """Return the lines of the file, with those of the cells where they begin in them."""
    lines = lines_of(raw)
    merged = {line.start: line for line in lines}
    cells = sorted(cells, key=lambda line: (line.start, line.cell is not None))
    number = 0
    for cell in cells:
        while number + 1 < len(lines) and lines[number + 1].start <= cell.start:
            number += 1
        merged[cell.start] = replace(cell, number=lines[number].number)
    return tuple(merged[start] for start in sorted(merged))
