"""Where an edit of the text is written in the source, and whether it can be."""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import category

from lint_article.document import Document, Edit
from lint_article.readers.formats import syntax_of
from lint_article.text import Origin, Segment, Span

_FAR = 80  # code points on each side of an edit that mark-up which it makes may reach


def place_edit(document: Document, edit: Edit) -> tuple[Origin, bool]:
    """Return the origin that an edit replaces, and whether it may be written there.

    It may if what it replaces is copied, and if each neighbour in the text that comes to stand beside other characters
    is copied too and the neighbour in the source. Whitespace that the reader took for one blank goes with that blank.
    """
    origin = document.map.origin(edit.span)
    part = document.parts[origin.part]
    syntax = syntax_of(part.path, document.source.format)
    seen = _changed_span(document.text, edit)
    if set(syntax.markup) & set(edit.text) or not _is_copied(document, seen):
        return origin, False
    origin = _with_blanks(document, edit, seen, origin)
    return origin, not _is_joined_to_markup(part.text, origin, edit, syntax.joins)


def _changed_span(text: str, edit: Edit) -> Span:
    """Return the edit's span, and one character more on each side where it changes what stands beside that one."""
    old, new = edit.span.of(text), edit.text
    start = edit.span.start - (not _is_alike(old[:1], new[:1]))
    end = edit.span.end + (not _is_alike(old[-1:], new[-1:]))
    return Span(max(start, 0), min(end, len(text)))


def _is_alike(one: str, other: str) -> bool:
    return bool(one) and (one == other or (_is_of_word(one) and _is_of_word(other)))


def _is_of_word(char: str) -> bool:
    return char != "" and not char.isspace() and not category(char).startswith("P")


def _is_copied(document: Document, span: Span) -> bool:
    """Tell whether all of the span is copied from one part, with nothing but whitespace left out."""
    segments = document.map.covered_segments(span) if document.text else []
    return all(segment.how == "copied" for segment in segments) and all(
        _is_next(document, one, other) for one, other in pairwise(segments)
    )


def _is_next(document: Document, one: Segment, other: Segment) -> bool:
    between = document.parts[one.origin.part].text[one.origin.end : other.origin.start]
    is_later = one.origin.part == other.origin.part and one.origin.end <= other.origin.start
    return is_later and not between.strip()


def _with_blanks(document: Document, edit: Edit, seen: Span, origin: Origin) -> Origin:
    """Return the origin with all of the whitespace beside it, where the edit replaces the blank that it was read as."""
    old, start, end = edit.span.of(document.text), origin.start, origin.end
    if old[:1].isspace() and seen.start < edit.span.start:
        start = document.map.origin(Span(seen.start, edit.span.start)).end
    if old[-1:].isspace() and seen.end > edit.span.end:
        end = document.map.origin(Span(edit.span.end, seen.end)).start
    return Origin(origin.part, start, end)


def _is_joined_to_markup(source: str, origin: Origin, edit: Edit, joins: str) -> bool:
    r"""Tell whether the edit makes other mark-up with what stands beside it (`\em` and a letter, `&amp` and `;`)."""
    before, after = source[max(origin.start - _FAR, 0) : origin.start], source[origin.end : origin.end + _FAR]
    was = _crossing(joins, before, source[origin.start : origin.end], after)
    return was != _crossing(joins, before, edit.text, after)


def _crossing(joins: str, before: str, edited: str, after: str) -> list[str]:
    """Return the mark-up that reaches over an edge of the edited stretch; one word in it is like another."""
    edges = len(before), len(before) + len(edited)
    found = re.finditer(joins, before + edited + after) if joins else ()
    crossing = [match for match in found if any(match.start() < edge < match.end() for edge in edges)]
    return [re.sub(r"\w+", "a", match.group()) for match in crossing]
