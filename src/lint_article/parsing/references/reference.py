"""One entry of a reference list, taken apart."""

from __future__ import annotations

import regex

from lint_article.document import Field, Link, Reference
from lint_article.parsing.names.author_list import AuthorList
from lint_article.parsing.names.name_order import Order
from lint_article.parsing.references.authors import find_author_part, has_dashes, read_editors, read_entry_authors
from lint_article.parsing.references.labelling.labels import DOUBTFUL, EntryPart
from lint_article.parsing.references.short_titles import read_short_title
from lint_article.parsing.references.year import Dated, read_access_date, read_year
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_OF_INTEREST = r"(?:[•●]{1,3}|[†‡])?"  # what recommends an entry: `14••. Haas`


def _make_label(digits: str) -> Pattern:
    """Return the pattern of a label; one with a stop, or without any mark, has so many digits."""
    numbered = "|".join(
        (
            rf"\[(?P<bracket>\d{{1,5}}|[\p{{L}}+]{{1,12}}\d{{0,4}}[a-z]?){_OF_INTEREST}\]\.?",
            r"\((?P<paren>\d{1,4})\)\.?",
            r"(?P<counted>S\d{1,3})(?:[.):]{1,2}(?=\s)|(?=\s+\p{Lu}))",
            rf"(?P<dot>\d{digits}){_OF_INTEREST}(?:[.)](?=\s|(?!\p{{Lu}}{{1,4}}\.\s?\d)\p{{L}}|\[)|-(?=\p{{Lu}}))",
            rf"(?P<bare>\d{digits}){_OF_INTEREST}"
            r"(?=\s+\u200b?(?:[\p{Lu}“\"«]|\[|(?:\p{Ll}{1,3}\s){1,2}\p{Lu}\p{Ll}+,?\s\p{Lu}{1,3}[.,\s]))",
        )
    )
    return Pattern(rf"\s*(?:[•·▪*\uf000-\uf0ff]{{1,3}}\s*|(?:[-–]\s)(?=\p{{L}}))?(?:{numbered})?[\s\u200b]*")


LABEL = _make_label("{1,3}")
LONG_LABEL = _make_label("{1,5}")  # where the entry before it counts so far: elsewhere four digits are a year
_ISSUE = Pattern(
    r"\(\s?(?P<bracket>[^()]{1,20})\)|(?<!\p{L})(?:nos?|nr|n[°º]|№|issue|iss)[.:]?\s?(?P<number>[\w/–-]{1,9})",
    regex.IGNORECASE,
)
_WORDS = Pattern(r"\w.*", regex.DOTALL)
_NUMBER = Pattern(r"\p{N}[\p{N}\p{L}/–-]*|[IVXLC]+(?!\p{L})")
# Not a number of pages: `216 p.`
_PAGES = Pattern(
    r"\p{L}{0,4}\p{N}[\p{N}\p{L}.:]*+(?:\s?[–—-]\s?\p{L}{0,2}\p{N}[\p{N}\p{L}]*+)?+(?!\s?\p{L}{1,4}(?!\p{L}))"
)
_WHOLE = ("title", "container", "publisher", "place", "edition", "genre")


def read_reference(
    text: str,
    span: Span,
    links: list[Link],
    list_number: int = 0,
    key: str = "",
    *,
    order: Order = "",
    is_one_of_thousand: bool = False,
) -> Reference:
    """Take the entry at `span` apart; `links` are those inside it, in order.

    `order`: which of an author's names the other entries of the list print first. `is_one_of_thousand`: the list has so
    many entries that four digits may count them.
    """
    from lint_article.parsing.references.labelling.parts import find_parts  # late: many a text has no list

    label = (LONG_LABEL if is_one_of_thousand else LABEL).match(text, span.start, span.end)
    start = label.end() if label else span.start
    short = read_short_title(text, start, span.end)
    start = short.end if short else start
    parts = find_parts(text, start, span.end)
    limit = min((link.span.start for link in links), default=span.end)
    authors = read_entry_authors(text, start, span.end, parts, order, limit)
    authors = short.limit(authors) if short else authors
    dated = read_year(text, start, span.end, authors.end, [link.span for link in links])
    if short:
        dated = Dated(short.year, short.suffix, tuple(dict.fromkeys((short.year.value, *dated.years))), dated.end)
    if all(part.label != "title" for part in parts):
        parts = _with_title(text, parts, authors, dated)
    return Reference(
        span=span,
        label=_label(label),
        authors=authors.names,
        authors_confidence=authors.confidence,
        et_al=authors.et_al,
        editors=read_editors(text, span.end, parts, order),
        year=dated.year,
        suffix=dated.suffix,
        years=dated.years,
        **{name: _field(text, parts, name) for name in _WHOLE},
        **_numbers(text, parts),
        doi=next((Field(link.target, link.span) for link in links if link.kind == "doi"), None),
        urls=tuple(Field(link.target, link.span) for link in links if link.kind == "url"),
        accessed=read_access_date(text, span.start, span.end),
        key=key,
        kind="",
        missing=(),
        parents=(),
        list=list_number,
    )


def has_repeated_author(text: str, reference: Reference) -> bool:
    """Tell whether the entry prints dashes where the authors of the entry before it are meant."""
    label = LABEL.match(text, reference.span.start, reference.span.end)
    return has_dashes(text, label.end() if label else reference.span.start, reference.span.end)


def _with_title(text: str, parts: list[EntryPart], authors: AuthorList, dated: Dated) -> list[EntryPart]:
    """Return the parts with a title: behind the names and the year, or what is labelled as something else."""
    first = find_author_part(parts)
    if first:
        start = max(first.span.start, authors.end if authors.names else 0)
        start = dated.end if start < dated.end < first.span.end else start
        match = _WORDS.search(text, start, first.span.end)
        if match:
            return [EntryPart("title", Span(*match.span())), *parts]
    published = any(part.label in {"publisher", "place"} for part in parts)
    at = next((at for at, part in enumerate(parts) if _may_be_title(text, part, published)), None)
    return parts if at is None else [*parts[:at], EntryPart("title", parts[at].span), *parts[at + 1 :]]


def _may_be_title(text: str, part: EntryPart, published: bool) -> bool:
    """Tell whether a part is a title that was labelled otherwise: of a book, or of several words without a label."""
    if part.label == "container":
        return published
    is_doubtful = part.label == "publisher" and part.margin < DOUBTFUL
    return (part.label == "note" or is_doubtful) and len(part.span.of(text).split()) > 3


def _numbers(text: str, parts: list[EntryPart]) -> dict[str, Field | None]:
    """Return volume, issue and pages as the numbers that they are."""
    volume, pages = (next((p.span for p in parts if p.label == name), None) for name in ("volume", "pages"))
    issue = _ISSUE.search(text, volume.start, _stop(text, volume)) if volume else None
    group = issue.lastgroup if issue else None
    return {
        "volume": _first(_NUMBER, text, volume.start, issue.start() if issue else volume.end) if volume else None,
        "issue": Field(issue[group], Span(*issue.span(group))) if issue and group else None,
        "pages": _first(_PAGES, text, pages.start, pages.end) if pages else None,
    }


def _stop(text: str, span: Span) -> int:
    return span.end + text.startswith(")", span.end)


def _first(pattern: Pattern, text: str, start: int, end: int) -> Field | None:
    match = pattern.search(text, start, end)
    return Field(match.group(), Span(*match.span())) if match else None


def _field(text: str, parts: list[EntryPart], label: str) -> Field | None:
    """Return the first part with the label."""
    part = next((part for part in parts if part.label == label), None)
    return Field(" ".join(part.span.of(text).split()), part.span, part.confidence) if part else None


def _label(match: regex.Match[str] | None) -> Field | None:
    if match:
        for name in ("bracket", "paren", "counted", "dot", "bare"):
            if match.group(name):
                return Field(match.group(name), Span(match.start(name), match.end(name)))
    return None
