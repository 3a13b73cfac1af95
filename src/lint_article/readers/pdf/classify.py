"""What each paragraph of a PDF is, as its type and place show: title, heading, footnote, caption, table, code."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from lint_article.document import BlockKind
from lint_article.readers.pdf.maths import is_displayed
from lint_article.readers.pdf.model import Column, Row
from lint_article.readers.pdf.paragraphs import Paragraph, Setting, is_note_start

_CAPTION = re.compile(
    r"(?:(?:Supplement(?:al|ary) )?(?:Fig(?:ure|\.)|Table)|FIG(?:URE|\.)|TABLE|Tab\.|Box|BOX|Scheme|Listing)\s?"
    r"(?:[A-Z]?\d+|[IVX]+)\s?[.:|]"
)
_LABEL = re.compile(r"[^\s.,;:()•◦▪‣●○■□✓➢]+(?: [^\s.,;:()]+){0,3}")
_WORD, _STOP = re.compile(r"[^\W\d_]{2}"), re.compile(r"[.;?!]")
_CELL_WORDS = 3  # words of a cell, on an average, that are no sentence
_NOTE = re.compile(r"(?:(\d{1,3})(?!\d)|[*†‡§¶])\s?[^\W\d]")
_NUMBER = re.compile(r"\d{1,3}")
_ITEM = re.compile(r"[•◦▪‣●○■□✓➢]\s?\w")
_LARGER, _SMALLER, _TITLE = 1.08, 0.93, 1.3  # sizes of type, where that of the text is 1
_MAX_HEADING_ROWS = 3


def raised_numbers(page: Iterable[Column]) -> set[str]:
    """Return the numbers that are raised on a page, which call its notes."""
    rows = (row for column in page for row in column)
    return {number for row in rows for start, end in row.raised for number in _NUMBER.findall(row.text[start:end])}


def classify(column: Sequence[Paragraph], setting: Setting, called: Collection[str]) -> None:
    """Set the kind of each paragraph of a column; "paragraph" where nothing shows that it is more.

    `called`: the numbers of notes that are raised on the page.
    """
    foot = True
    for paragraph in reversed(column):
        paragraph.kind = _kind_of(paragraph, setting)
        if foot and paragraph.kind == "paragraph" and _is_note(paragraph, setting, called):
            paragraph.kind = "footnote"
        foot = foot and paragraph.kind == "footnote"


def _kind_of(paragraph: Paragraph, setting: Setting) -> BlockKind:
    rows, body = paragraph.rows, setting.size
    first = rows[0]
    if all(row.fixed for row in rows):
        return "code"
    if is_displayed([(row.text, row.maths) for row in rows]):
        return "math"
    if all(row.cells > 2 for row in rows) or (len(rows) > 1 and sum(row.cells > 1 for row in rows) * 3 > len(rows) * 2):
        return "table"
    if _CAPTION.match(first.text) or _is_label(rows, body):
        return "caption"
    if len(rows) <= _MAX_HEADING_ROWS and _is_heading(rows, body):
        return "heading"
    return "item" if _ITEM.match(first.text) else "paragraph"


def is_figure_label(paragraph: Paragraph) -> bool:
    """Tell whether a caption is none in words, but what stands in a figure."""
    return paragraph.kind == "caption" and not _CAPTION.match(paragraph.rows[0].text)


def _is_label(rows: Sequence[Row], body: float) -> bool:
    """Tell whether rows are the words and numbers of a figure: on their side or in small type, and no sentences."""
    if len(rows) == 1 and rows[0].turn:
        return True
    return all((row.turn or row.size < _SMALLER * body) and _is_terse(row) for row in rows)


def _is_terse(row: Row) -> bool:
    """Tell whether a row is a few words without a stop, numbers, or short cells; a footnote's mark makes it none."""
    if is_note_start(row):
        return False
    if row.turn and not _STOP.search(row.text):
        return True
    cells = row.cells > 1 and len(row.text.split()) <= _CELL_WORDS * row.cells
    return cells or not _WORD.search(row.text) or bool(_LABEL.fullmatch(row.text.removesuffix(":")))


def _is_heading(rows: Sequence[Row], body: float) -> bool:
    if not any(char.isalpha() for row in rows for char in row.text):
        return False
    larger = all(row.size > _LARGER * body for row in rows)
    return larger or (all(row.bold and row.size > _SMALLER * body for row in rows) and rows[-1].text[-1] not in ".,;:")


def _is_note(paragraph: Paragraph, setting: Setting, called: Collection[str]) -> bool:
    """Tell whether it is set small and begins with a mark or a called number; a note if only notes stand below it."""
    row = paragraph.rows[0]
    mark = _NOTE.match(row.text)
    marked = is_note_start(row) or (mark is not None and (mark[1] is None or mark[1] in called))
    return marked and row.size < _SMALLER * setting.size


def rank_headings(paragraphs: Iterable[Paragraph], setting: Setting) -> None:
    """Set the level of each heading, 1 for the largest type; the one that is set largest of all may be the title."""
    headings = [paragraph for paragraph in paragraphs if paragraph.kind == "heading"]
    title = _title_of(headings, setting)
    sizes = sorted({round(heading.rows[0].size) for heading in headings if heading is not title}, reverse=True)
    for heading in headings:
        if heading is title:
            heading.kind = "title"
        else:
            heading.level = sizes.index(round(heading.rows[0].size)) + 1


def _title_of(headings: Sequence[Paragraph], setting: Setting) -> Paragraph | None:
    """Return the heading on the first page that is set larger than all others, if there is one."""
    largest = max(headings, key=lambda heading: heading.rows[0].size, default=None)
    if largest is None or largest.rows[0].page > 1 or largest.rows[0].size < _TITLE * setting.size:
        return None
    return largest if sum(heading.rows[0].size >= largest.rows[0].size for heading in headings) == 1 else None
