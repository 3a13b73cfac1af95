"""One entry of a reference list, taken apart."""

from __future__ import annotations

import regex

from lint_article.document import Field, Link, Reference
from lint_article.parsing.names.author_list import read_authors
from lint_article.parsing.names.token_cursor import AuthorList
from lint_article.parsing.references.year import Dated, read_access_date, read_year
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, TermPattern

_NUMBERED = "|".join(
    (
        r"\[(?P<bracket>\d{1,4}|[\p{L}+]{1,12}\d{0,4}[a-z]?)\]\.?",
        r"\((?P<paren>\d{1,4})\)\.?",
        r"(?P<dot>\d{1,3})(?:[.)](?=\s|\p{L}|\[)|-(?=\p{Lu}))",
        r"(?P<bare>\d{1,3})(?=\s+(?:[\p{Lu}“\"«]|\[))",
    )
)
LABEL = Pattern(rf"\s*(?:[•·▪*\uf000-\uf0ff]\s*|(?:[-–]\s)(?=\p{{L}}))?(?:{_NUMBERED})?\s*")
_LEADING_YEAR = Pattern(rf"{YEAR}:?\s+(?=\p{{L}})")
_DASHES = Pattern(r"(?:[–—―_]{1,}|-{2,}|[-–—]{3,})(?=[\s.,(])")
_IN = TermPattern(r"[.,?!”\"]\s+(?&in)[:.\s]|\s//\s", regex.IGNORECASE)
_TITLE_END = Pattern(r"[.?!](?=\s+[\p{Lu}\d«“\"(\[]|\s*$)|[.,?!]?[”»\"](?=[\s,.])|[.,?!]?’(?=,\s)|\s//\s|\s\[(?=[A-Z])")
_CONTAINER_END = Pattern(r"[,.;:(]|\s\d|$")
_BEFORE_CONTAINER = TermPattern(r"(?&in)[:.]?\s+", regex.IGNORECASE)


def read_reference(
    text: str, span: Span, links: list[Link], list_number: int = 0, key: str = "", *, given_first: bool = False
) -> Reference:
    """Take the entry at `span` apart; `links` are those inside it, in order.

    `given_first`: the list prints given names before family names.
    """
    label = LABEL.match(text, span.start, span.end)
    start = label.end() if label else span.start
    authors, authors_end = _authors(text, start, span.end, links, given_first)
    holes = [link.span for link in links]
    dated = read_year(text, start, span.end, authors_end, holes)
    title = _title(text, max(authors_end, _follows(dated, authors_end)), span.end, holes)
    return Reference(
        span=span,
        label=_label(label),
        authors=tuple(authors.names),
        et_al=authors.et_al,
        year=dated.year,
        suffix=dated.suffix,
        years=dated.years,
        title=title,
        container=_container(text, title, span.end, holes) if title else None,
        doi=next((Field(link.target, link.span) for link in links if link.kind == "doi"), None),
        urls=tuple(Field(link.target, link.span) for link in links if link.kind == "url"),
        accessed=read_access_date(text, span.start, span.end),
        key=key,
        list=list_number,
    )


def has_repeated_author(text: str, reference: Reference) -> bool:
    """Tell whether the entry prints dashes where the authors of the entry before it are meant."""
    label = LABEL.match(text, reference.span.start, reference.span.end)
    return bool(_DASHES.match(text, label.end() if label else reference.span.start, reference.span.end))


def _authors(text: str, start: int, end: int, links: list[Link], given_first: bool) -> tuple[AuthorList, int]:
    """Return the authors, none where dashes stand for those of the entry before, and where they end."""
    dashes = _DASHES.match(text, start, end)
    if dashes:
        return AuthorList([]), dashes.end()
    leading = _LEADING_YEAR.match(text, start, end)
    # A name can stand right before an address: it ends there.
    limit = min((link.span.start for link in links), default=end)
    authors = read_authors(text, leading.end() if leading else start, max(start, limit), given_first)
    return authors, max(authors.end, start)


def _label(match: regex.Match[str] | None) -> Field | None:
    if match:
        for name in ("bracket", "paren", "dot", "bare"):
            if match.group(name):
                return Field(match.group(name), Span(match.start(name), match.end(name)))
    return None


def _follows(dated: Dated, authors_end: int) -> int:
    """Return where the year ends if it stands right after the authors, else 0."""
    return dated.end if dated.year and dated.year.span.start - authors_end < 30 else 0


def _title(text: str, start: int, end: int, holes: list[Span]) -> Field | None:
    while start < end and text[start] in " \t\n\r\xa0.,;:)]([“”\"«'‘`":
        start += 1
    match = _TITLE_END.search(text, start, end)
    inside = _IN.search(text, start, end)
    stop = min(match.start() if match else end, inside.start() if inside else end)
    stop = min([stop, *(hole.start for hole in holes if hole.start >= start)])
    value = " ".join(text[start:stop].split()).rstrip(" ,.;:”»\"'’")
    return Field(value, Span(start, stop)) if len(value) > 2 else None


def _container(text: str, title: Field, end: int, holes: list[Span]) -> Field | None:
    start = title.span.end
    while start < end and text[start] in " \t\n\r\xa0.,;:?!)]([“”\"«»'‘’/":
        start += 1
    if any(hole.start <= start < hole.end for hole in holes):
        return None
    inside = _BEFORE_CONTAINER.match(text, start, end)
    start = inside.end() if inside else start
    match = _CONTAINER_END.search(text, start + 1, end) if start < end else None
    stop = match.start() if match else end
    value = " ".join(text[start:stop].split())
    return Field(value, Span(start, stop)) if len(value) > 2 and value[0].isupper() else None
