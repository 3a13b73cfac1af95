"""The flow of running text through columns and pages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from lint_article.readers.pdf.model import Row
from lint_article.readers.pdf.paragraphs import Paragraph, is_ended, is_next_labelled, is_note_start, is_same_size

_FLOWING = ("paragraph", "item", "footnote")
_HEADINGS = ("heading", "title")
_SENTENCE_ENDS = (".", "!", "?", ":")
_CLOSING = ")]\u201d\u2019"  # what a sentence may have behind its end
_MIN_EMS = 12.0  # text in a narrower column does not go on elsewhere
_INDENT = 0.7  # ems
_FEWEST_CAPITALS = 5


def mark_ends(column: Sequence[Paragraph]) -> None:
    """Mark, for each size of type, the running text that begins and ends a column, whatever floats stand around it."""
    for order, name in ((column, "first"), (reversed(column), "last")):
        seen: list[Row] = []
        flowing: Collection[str] = _FLOWING
        for paragraph in order:
            row = paragraph.rows[0]
            if paragraph.kind in _HEADINGS or _is_in_capitals(paragraph):
                flowing = ("footnote",)
            elif paragraph.kind in flowing and not any(is_same_size(row, other) for other in seen):
                setattr(paragraph, name, True)
                seen.append(row)


def _is_in_capitals(paragraph: Paragraph) -> bool:
    """Tell whether it is one line of capitals, which is a heading whatever its type."""
    text = paragraph.rows[0].text
    return len(paragraph.rows) == 1 and text.isupper() and sum(map(str.isalpha, text)) >= _FEWEST_CAPITALS


def join_broken_paragraphs(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Join a paragraph that a column or page breaks to its rest, wherever floats and notes stand between.

    Only running text goes on; headings, captions and tables end where their column ends.
    """
    kept: list[Paragraph] = []
    unfinished: list[Paragraph] = []
    indented = _are_indented(paragraphs)
    for paragraph in paragraphs:
        home = paragraph
        if paragraph.kind in _FLOWING and paragraph.first:
            before = next((one for one in unfinished if _are_alike(one.rows[0], paragraph.rows[0])), None)
            if before and _is_continuation(before, paragraph, indented):
                before.rows += paragraph.rows
                home = before
        if paragraph.kind in _FLOWING and paragraph.last:
            unfinished = [one for one in unfinished if not _are_alike(one.rows[0], paragraph.rows[0])]
            unfinished.append(home)
        if home is paragraph:
            kept.append(paragraph)
    return kept


def _are_indented(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a paragraph that follows another one usually begins with an indent."""
    starts = [
        _is_indented(b)
        for a, b in pairwise(paragraphs)
        if a.kind == b.kind == "paragraph" and not b.first and len(b.rows) > 1 and not _is_hanging(b)
    ]
    return sum(starts) * 2 > len(starts)


def _is_indented(paragraph: Paragraph) -> bool:
    first, second = paragraph.rows[:2]
    return first.left > second.left + _INDENT * first.size


def _is_hanging(paragraph: Paragraph) -> bool:
    first, second = paragraph.rows[:2]
    return second.left > first.left + _INDENT * first.size


def _is_entry(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph that is not carried on begins as an entry does: its column's, or its own lines hang."""
    return paragraph.carried is False or (len(paragraph.rows) > 1 and _is_hanging(paragraph))


def _are_alike(a: Row, b: Row) -> bool:
    return is_same_size(a, b) and a.turn == b.turn


def _is_continuation(before: Paragraph, rest: Paragraph, indented: bool) -> bool:
    """Tell whether `rest` goes on where `before` stopped: the indent, the room in the last line or its end shows it."""
    a, b = before.rows[-1], rest.rows[0]
    if b.page > a.page + 1 or rest.kind == "item" or is_note_start(b) or a.measure < _MIN_EMS * a.size:
        return False
    if rest.carried:
        return True
    if is_next_labelled(before.rows[0], b):
        return False
    begins_entry = _is_hanging(before) if len(before.rows) > 1 else before.carried is False
    if begins_entry and _is_entry(rest):
        return False
    full = not is_ended(a, b, a.room)
    if indented and (full or a.ragged) and len(rest.rows) > 1:
        return not _is_indented(rest)
    return full and (b.text[0].islower() or not a.text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS))
