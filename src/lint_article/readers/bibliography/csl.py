"""The items of CSL-JSON and CSL-YAML files as references, each written as a line of a reference list."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_article.readers.bibliography.entry_line import SLOTS, EntryLine
from lint_article.readers.bibliography.located_data import NotLocated, Value, located_json, located_yaml
from lint_article.readers.reference_entry import Author
from lint_article.readers.writer import Writer
from lint_article.text import Span

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "year": ("issued", "original-date", "status"),
    "title": ("title", "title-short"),
    "container": ("container-title", "container-title-short", "collection-title", "event-title"),
    "volume": ("volume",),
    "number": ("issue", "number"),
    "pages": ("page",),
    "edition": ("edition",),
    "publisher": ("publisher",),
    "note": ("note",),
    "doi": ("DOI",),
    "url": ("URL",),
    "accessed": ("accessed",),
}
_KEYS = ("id", "citation-key", "citekey")
_NAMED = ("author", "editor", "container-author", "director")
_PARTICLES = ("non-dropping-particle", "dropping-particle")
_YEAR = re.compile(r"(?<!\d)-?\d{3,4}(?!\d)")
_TAG = re.compile(r"</?(?:i|b|sc|sub|sup|span)\b[^<>]*>", re.IGNORECASE)

_UNTYPED = "document"  # what CSL calls a work of no other type


def write_csl_json(writer: Writer, part: int) -> None:
    """Write the items of a CSL-JSON file; where it is no JSON is a problem at its place."""
    try:
        items = located_json(writer.text_of(part))
    except NotLocated as error:
        writer.problem(f"it is not valid JSON here ({error.reason})", error.at, part)
    else:
        write_items(writer, part, items)


def write_csl_yaml(writer: Writer, part: int) -> None:
    """Write the items of a CSL-YAML file; where it is no YAML is a problem at its place."""
    text = writer.text_of(part)
    try:
        items = located_yaml(text, int(text.startswith("\ufeff")), len(text))
    except NotLocated as error:
        writer.problem(f"it is not valid YAML here ({error.reason})", error.at, part)
    else:
        write_items(writer, part, items)


def write_items(writer: Writer, part: int, items: Value) -> None:
    """Write the items of a list, or of the list that is named `references` or `items`."""
    listed = items if items.items else items.get("references", "items") or Value(0, 0)
    for item in listed.items:
        _write(writer, part, item)


def _write(writer: Writer, part: int, item: Value) -> None:
    key = item.get(*_KEYS)
    if key is None or not key.text:
        key = Value(item.start, item.start + 1, "")
    kind = item.get("type")
    line = EntryLine(writer, part, key.text or "", (key.start, key.end), (kind.text if kind else "") or _UNTYPED)
    for number, author in enumerate((item.get(*_NAMED) or Value(0, 0)).items):
        if number:
            writer.between(", ", author.start, part)
        _write_author(writer, part, line, author)
    for slot in SLOTS:
        value = item.get(*_FIELDS.get(slot, ()))
        dated = _read_date(writer.text_of(part), value) if value and slot in ("year", "accessed") else value
        if dated and dated.text:
            with line.slot(slot, dated.start):
                _write_text(writer, part, dated)
    line.finish()


def _write_author(writer: Writer, part: int, line: EntryLine, author: Value) -> None:
    literal = author.get("literal", "name") if not author.fields.get("family") else None
    frame = writer.begin()
    named = [literal] if literal else [author.get(name) for name in (*_PARTICLES, "family")]
    for value in named:
        _write_apart(writer, part, value)
    family = writer.end(frame)
    given = author.fields.get("given")
    given_span = _write_apart(writer, part, given) if literal is None else None
    if family:
        line.entry.authors.append(Author(family, given_span, literal is not None))


def _write_apart(writer: Writer, part: int, value: Value | None) -> Span | None:
    """Write a name, a blank before it if another name stands there."""
    if value is None or not value.text:
        return None
    if not writer.is_at_line_start and writer.last != " ":
        writer.space(value.start, part)
    return _write_text(writer, part, value)


def _write_text(writer: Writer, part: int, value: Value) -> Span | None:
    """Copy a text that stands there as it is, but for mark-up; derive one that is spelled with escapes."""
    frame = writer.begin()
    text, written = writer.text_of(part), value.text or ""
    if " ".join(text[value.start : value.end].split()) == " ".join(written.split()):
        at = value.start
        for tag in _TAG.finditer(text, value.start, value.end):
            writer.flow(at, tag.start(), part)
            at = tag.end()
        writer.flow(at, value.end, part)
    else:
        plain = " ".join(_TAG.sub("", written).encode("utf-8", "replace").decode().split())
        writer.derive(plain, value.start, value.end, "escape", part)
    return writer.end(frame)


def _read_date(text: str, date: Value) -> Value | None:
    """Return the date's first year as a text, or the words in its place."""
    said = date if date.text else date.get("raw", "literal", "season")
    year = _YEAR.search(text, date.start, date.end)
    if year:
        return Value(year.start(), year.end(), year.group())
    return said
