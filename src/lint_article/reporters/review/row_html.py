"""A row as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from lint_article.document import Document
from lint_article.reporters.review.inline import MarkedText
from lint_article.reporters.review.markup import plain
from lint_article.reporters.review.rows import TextRow
from lint_article.text import Span


def row_html(
    row: TextRow, inline: MarkedText, document: Document, page: str, level: int, cards: str, back: str, gutter: str
) -> str:
    """Return a row with its cards and, behind an entry of the list, the links to its citations."""
    identity = "" if row.reference is None else f' id="{page}r{row.reference}"'
    noted = f'<div class="cards">{cards}</div>' if cards else ""
    content = _content(row, inline, document, level, back)
    return f'<div{identity} class="row {row.kind}" data-w="{plain(gutter)}">{noted}{content}</div>'


def _content(row: TextRow, inline: MarkedText, document: Document, level: int, back: str) -> str:
    if row.kind == "table" and "\t" in row.span.of(document.text):
        lines = "".join(f"<tr>{''.join(cells)}</tr>" for cells in _cells(row.span, inline, document.text))
        return f'<div class="scroll" tabindex="0"><table>{lines}</table></div>'
    tag = {"heading": f"h{level}", "title": f"h{level}", "code": "pre"}.get(row.kind, "p")
    return f'<{tag} dir="auto">{inline.html(row.span)}{" " + back if back else ""}</{tag}>'


def _cells(span: Span, inline: MarkedText, text: str) -> Iterator[list[str]]:
    """Yield the cells of each line of a table."""
    start = span.start
    for line in span.of(text).split("\n"):
        cells, at = [], start
        for cell in line.split("\t"):
            cells.append(f"<td>{inline.html(Span(at, at + len(cell)))}</td>")
            at += len(cell) + 1
        yield cells
        start += len(line) + 1
