"""The authors and the editors of a reference, read from its parts."""

from __future__ import annotations

from dataclasses import replace

from lint_article.document import Name
from lint_article.parsing.names.author_field import read_field
from lint_article.parsing.names.author_list import AuthorList
from lint_article.parsing.names.name_order import Order
from lint_article.parsing.names.small_capitals import read_small_capitals
from lint_article.parsing.references.labelling.labels import DOUBTFUL, EntryPart
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR

_DASHES = Pattern(r"(?:[–—―_]{1,}|-{2,}|[-–—]{3,})(?=[\s.,;(])")
# Names after those that the labels hold: `Abel PJ`, `, Coster S: wells and their water`.
_MORE_NAMES = Pattern(r"(?:(?<=[,;&]\s)|\s?[,;&]\s)(?:\p{Lu}[\p{L}’'-]+\s\p{Lu}{1,3}(?=[,:;.]\s)(?:[,;]\s)?){1,30}")
_HEAD = Pattern(r"\p{L}[^.:,;()\[\]。：（）]{1,200}(?=[:(\[。：（]|\.\s|,\s\d{4})")
_YEAR_NEXT = Pattern(rf"(?:[(（]|,\s){YEAR}")
_LETTERS = Pattern(r"\p{L}{2}")
_NAMED = frozenset({"author", "editor"})
_UNLABELLED = 0.6  # the confidence of names that labels call something else


def has_dashes(text: str, start: int, end: int) -> bool:
    """Tell whether dashes are printed where the authors of the entry before are meant."""
    return bool(_DASHES.match(text, start, end))


def read_entry_authors(text: str, start: int, end: int, parts: list[EntryPart], order: Order, limit: int) -> AuthorList:
    """Return the authors of the entry at `start`..`end` and where they end; none where dashes stand for them.

    They end before `limit`, where an address begins.
    """
    dashes = _DASHES.match(text, start, end)
    if dashes:
        return AuthorList(end=dashes.end())
    part = find_author_part(parts)
    if part:
        found = _read_names(text, part, end, order)
        if order == "family" and _LETTERS.search(text, found.end, part.span.end):
            found = _read_again(text, parts, part, end) or found
        if found.names:
            return AuthorList(found.names, found.et_al, found.end, part.confidence)
    found = _read_head(text, start, min(end, limit)) or read_small_capitals(text, start, min(end, limit))
    return AuthorList(found.names, found.et_al, found.end, _UNLABELLED)


def _read_head(text: str, start: int, end: int) -> AuthorList | None:
    """Return the names that an entry begins with, which labels call something else: of a group, or before the year."""
    head = _HEAD.match(text, start, end)
    found = read_field(text, start, head.end()) if head else None
    if not head or not found or not found.names:
        return None
    return found if found.names[0].literal or _YEAR_NEXT.match(text, head.end(), end) else None


def read_editors(text: str, end: int, parts: list[EntryPart], order: Order) -> tuple[Name, ...]:
    """Return the editors of the book that a chapter is in."""
    first = find_author_part(parts)
    known = first.span.end if first else 0
    part = next((part for part in parts if part.label == "editor" and part.span.start >= known), None)
    return _read_names(text, part, end, order).names if part else ()


def find_author_part(parts: list[EntryPart]) -> EntryPart | None:
    """Return the part that names the authors: editors, where a book has no other authors before its title.

    Of `Marlin, K., & Tarn, V. (Eds.)` the labels may part the authors, with doubt.
    """
    for at, part in enumerate(parts):
        if part.label in _NAMED:
            last = parts[at + 1] if at + 1 < len(parts) else part
            is_one_list = last.label in _NAMED and part.margin < DOUBTFUL
            return replace(part, span=part.span.union(last.span)) if is_one_list else part
        if part.label == "title":
            break
    return next((part for part in parts if part.label == "author"), None)


def _read_names(text: str, part: EntryPart, end: int, order: Order) -> AuthorList:
    more = _MORE_NAMES.match(text, part.span.end, end)
    stop = more.end() if more else part.span.end + text.startswith(".", part.span.end, end)  # an initial's
    return read_field(text, part.span.start, stop, order)


def _read_again(text: str, parts: list[EntryPart], part: EntryPart, end: int) -> AuthorList | None:
    """Return the names of an entry that prints given names first, unlike others of its list, if all are read so."""
    title = next((part for part in parts if part.label == "title"), None)
    if title is None or min(part.margin, title.margin) < DOUBTFUL:
        return None
    found = _read_names(text, part, end, "")
    return None if _LETTERS.search(text, found.end, part.span.end) else found
