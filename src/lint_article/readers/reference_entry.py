"""Reference-list entries that a format takes apart itself: where their fields stand, until the text is complete."""

from __future__ import annotations

import re
from dataclasses import field

from lint_article.dataclass import dataclass
from lint_article.document import Field, Name, Reference
from lint_article.readers.text_writer import PLACEHOLDER
from lint_article.text import Span

_YEAR = re.compile(r"(\d{4})([a-z]{0,2})(?![a-z\d])")
_STATUS = re.compile(r"\b(in press|forthcoming|to appear|submitted|in prep(?:aration)?|n\.\s?d\.)", re.IGNORECASE)
_AROUND_LABEL = " \t\r\n[](){}."
_AROUND = " \t\r\n.,;:"
_RESOLVERS = re.compile(r"^(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s*)", re.IGNORECASE)


@dataclass(slots=True)
class Author:
    """Where an author's names stand; a group has a family name only, and is literal."""

    family: Span
    given: Span | None = None
    literal: bool = False


@dataclass(slots=True)
class Entry:
    """One entry: the spans of what its format names; `fields` has year, title, container, doi, accessed and label.

    `kind` and `missing` are those of the Reference that it becomes. `stated_year` is a year that the format gives
    beside what is printed, where it is found again.
    """

    key: str
    kind: str = ""
    missing: tuple[str, ...] = ()
    stated_year: str = ""
    parents: tuple[str, ...] = ()
    span: Span | None = None
    authors: list[Author] = field(default_factory=list)
    et_al: bool = False
    fields: dict[str, Span] = field(default_factory=dict)
    urls: list[Span] = field(default_factory=list)

    def keep(self, name: str, span: Span | None) -> None:
        """Keep the first span of a field, if it has one."""
        if span:
            self.fields.setdefault(name, span)


def reference(entry: Entry, text: str) -> Reference:
    """Return the entry as the reference that it is in the complete text."""
    year, suffix = _year(entry.fields.get("year") or _find_stated_year(entry, text), text)
    label = entry.fields.get("label")
    title, container = _value(entry.fields.get("title"), text), _value(entry.fields.get("container"), text)
    if title is None:
        title, container = container, None
    return Reference(
        span=entry.span or Span(0, 0),
        label=Field(label.of(text).strip(_AROUND_LABEL), label) if label else None,
        authors=tuple(_name(author, text) for author in entry.authors),
        et_al=entry.et_al,
        year=year,
        suffix=suffix,
        years=(year.value,) if year else (),
        title=title,
        container=container,
        doi=_doi(entry.fields.get("doi"), text),
        urls=tuple(Field(url.of(text), url) for url in entry.urls),
        accessed=_value(entry.fields.get("accessed"), text),
        key=entry.key,
        kind=entry.kind,
        missing=entry.missing,
        parents=entry.parents,
    )


def _find_stated_year(entry: Entry, text: str) -> Span | None:
    """Return where an entry prints the year that its format gives beside the print, if it does."""
    if entry.span is None or not entry.stated_year.isdecimal():
        return None
    found = re.compile(rf"(?<![\d/.]){entry.stated_year}[a-z]?(?![\d/])").search(text, entry.span.start, entry.span.end)
    return Span(*found.span()) if found else None


def _name(author: Author, text: str) -> Name:
    family = _plain(author.family, text)
    if author.given is None:
        return Name(family, literal=author.literal, span=author.family)
    return Name(family, _plain(author.given, text), author.literal, author.family.union(author.given))


def _plain(span: Span, text: str) -> str:
    return " ".join(span.of(text).replace(PLACEHOLDER, "").split())


def _value(span: Span | None, text: str) -> Field | None:
    value = _plain(span, text).strip(_AROUND) if span else ""
    return Field(value, span) if span and value else None


def _doi(span: Span | None, text: str) -> Field | None:
    value = _RESOLVERS.sub("", _plain(span, text)).rstrip(".,;") if span else ""
    return Field(value, span) if span and value else None


def _year(span: Span | None, text: str) -> tuple[Field | None, str]:
    """Return the year, or the status in its place, and the letter after it."""
    if span is None:
        return None, ""
    match = _YEAR.search(text, span.start, span.end)
    if match:
        return Field(match[1], Span(*match.span(1))), match[2]
    status = _STATUS.search(text, span.start, span.end)
    return (Field(status[1].lower(), Span(*status.span(1))), "") if status else (_value(span, text), "")
