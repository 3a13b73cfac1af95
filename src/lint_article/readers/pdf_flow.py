"""The flow of running text through columns and pages."""

from __future__ import annotations

from collections.abc import Iterable

from lint_article.readers.pdf_page import Row
from lint_article.readers.pdf_paragraphs import Paragraph, begins_note, ends, same_size

_FLOWING = ("paragraph", "item", "footnote")
_SENTENCE_ENDS = ".!?:"
_MIN_EMS = 12.0


def stitched(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Join a paragraph that a column or page breaks to its rest, wherever floats and notes stand between.

    Only running text goes on; headings, captions and tables end where their column ends.
    """
    kept: list[Paragraph] = []
    open_ones: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.kind not in _FLOWING:
            kept.append(paragraph)
            continue
        before = next((other for other in reversed(open_ones) if _alike(other.rows[0], paragraph.rows[0])), None)
        joined = before if before and paragraph.first and _goes_on(before, paragraph) else None
        if joined:
            joined.rows += paragraph.rows
        else:
            kept.append(paragraph)
        if before and (paragraph.first or paragraph.last):
            open_ones.remove(before)
        if paragraph.last:
            open_ones.append(joined or paragraph)
    return kept


def _alike(a: Row, b: Row) -> bool:
    return same_size(a, b) and a.turn == b.turn


def _goes_on(before: Paragraph, rest: Paragraph) -> bool:
    a, b = before.rows[-1], rest.rows[0]
    if b.page > a.page + 1 or rest.kind == "item" or begins_note(b) or a.right - a.left < _MIN_EMS * a.size:
        return False
    return rest.carried or (not ends(a, b, a.room) and (b.text[0].islower() or a.text[-1] not in _SENTENCE_ENDS))
