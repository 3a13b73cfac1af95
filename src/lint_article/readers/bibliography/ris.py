"""The records of an RIS file as references, each written as a line of a reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.readers.bibliography.entry_line import BROKEN, SLOTS, EntryLine
from lint_article.readers.reference_entry import Author
from lint_article.readers.writer import Writer

# A line of a record is a tag of two characters, two blanks, a hyphen, a blank and the value.
_LINE = re.compile(r"^[ \t]*(?P<tag>[A-Z][A-Z0-9])[ \t]{1,2}-[ \t]?(?P<value>[^\r\n]*?)[ \t]*$", re.MULTILINE)
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "year": ("PY", "Y1", "DA"),
    "title": ("TI", "T1", "CT"),
    "container": ("JO", "JF", "T2", "BT", "JA", "J2"),
    "volume": ("VL",),
    "number": ("IS",),
    "pages": ("SP",),
    "edition": ("ET",),
    "publisher": ("PB",),
    "note": (),
    "doi": ("DO",),
    "url": ("UR",),
    "accessed": ("Y2",),
}
_AUTHORS = ("AU", "A1")
_EDITORS = ("A2", "ED")
_KEYS = ("ID", "LB")
_Range = tuple[int, int]


def write_ris(writer: Writer, part: int) -> None:
    """Write the records of an RIS file; a record starts with TY and ends with ER or with the next."""
    for record in _records(writer.text_of(part)):
        _write(writer, part, record)


def _records(text: str) -> Iterator[dict[str, list[_Range]]]:
    """Yield the records; what stands behind ER and before TY is none."""
    record: dict[str, list[_Range]] = {}
    for line in _LINE.finditer(text):
        tag = line["tag"]
        if tag in ("TY", "ER") and record:
            yield record | ({"ER": [line.span("value")]} if tag == "ER" else {})
            record = {}
        if tag != "ER" and line["value"].strip():
            record.setdefault(tag, []).append(line.span("value"))
    if record:
        yield record


def _write(writer: Writer, part: int, record: dict[str, list[_Range]]) -> None:
    text = writer.text_of(part)
    key = _first(record, _KEYS)
    shown = key or next(iter(record.values()))[0]
    kind = _first(record, ("TY",)) or shown
    line = EntryLine(writer, part, text[slice(*key)].strip() if key else "", shown, text[slice(*kind)])
    for number, author in enumerate(_all(record, _AUTHORS) or _all(record, _EDITORS)):
        if number:
            writer.between(", ", author[0], part)
        _write_author(writer, part, line, author)
    for slot in SLOTS:
        value = _first(record, _FIELDS.get(slot, ()))
        if value:
            with line.slot(slot, value[0]):
                writer.flow(*value, part)
    if "ER" not in record:
        line.entry.kind = BROKEN
    line.finish()
    if "ER" not in record:
        writer.problem("the record has no end (`ER  -`)", shown[0], part)


def _write_author(writer: Writer, part: int, line: EntryLine, author: _Range) -> None:
    """Write `Family, Given, Suffix`, or a group's name without commas."""
    text = writer.text_of(part)
    comma = text.find(",", *author)
    frame = writer.begin()
    writer.flow(author[0], comma if comma >= 0 else author[1], part)
    family = writer.end(frame)
    given = None
    if comma >= 0:
        writer.flow(comma, comma + 1, part)
        writer.space(comma + 1, part)
        frame = writer.begin()
        writer.flow(comma + 1, author[1], part)
        given = writer.end(frame)
    if family:
        line.entry.authors.append(Author(family, given, comma < 0))


def _all(record: dict[str, list[_Range]], tags: tuple[str, ...]) -> list[_Range]:
    return [value for tag in tags for value in record.get(tag, ())]


def _first(record: dict[str, list[_Range]], tags: tuple[str, ...]) -> _Range | None:
    return next(iter(_all(record, tags)), None)
