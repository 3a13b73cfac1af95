"""The laws that every reader's result keeps, whatever it was given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lint_article.document import Document, Reading, Reference, Source
from lint_article.readers.formats import read
from lint_article.text import Place, Span, place_at

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"


def assert_laws(reading: Reading) -> None:
    """Segments tile the text, copied text equals its origin, blocks nest, every span lies inside and has a place."""
    assert reading.fault is None
    at = 0
    for segment in reading.map.segments:
        part = reading.parts[segment.origin.part]
        origin = part.text[segment.origin.start : segment.origin.end]
        assert segment.span.start == at
        assert segment.span.end > at
        assert 0 <= segment.origin.start <= segment.origin.end <= len(part.text)
        if segment.how == "copied":
            assert segment.span.of(reading.text) == origin
        assert (segment.how == "inserted") == (origin == "")
        assert segment.how != "derived" or segment.why
        at = segment.span.end
    assert at == len(reading.text)
    open_until: list[int] = []
    for span in (block.span for block in reading.blocks):
        while open_until and open_until[-1] <= span.start:
            open_until.pop()
        assert not open_until or span.end <= open_until[-1]
        open_until.append(span.end)
    for span in spans(reading):
        assert 0 <= span.start <= span.end <= len(reading.text)
        place = place_of(reading, span)
        assert place.line >= 1
        assert place.column >= 1


def read_lawfully(path: str, form: str, data: bytes) -> Reading:
    """Return what the reader of a format makes of a file, which keeps the laws."""
    reading = read(Source(path, form, data))
    assert_laws(reading)
    return reading


def fully_read(document: Document) -> Reading:
    """Return the reading that a document was parsed from, without what its format states."""
    return Reading(document.source, document.text, document.map, document.parts, document.blocks, document.marks)


def spans(reading: Reading) -> Iterator[Span]:
    """Give every span of the reading."""
    for group in (reading.blocks, reading.marks, reading.comments, reading.problems):
        yield from (one.span for one in group)
    for citation in reading.given.citations:
        yield citation.span
        for item in citation.items:
            assert citation.span.contains(item.span)
            yield item.span
    for entry in reading.given.references:
        yield entry.span
        yield from (name.span for name in entry.authors)
        found = (entry.label, entry.year, entry.title, entry.container, entry.doi, entry.accessed, *entry.urls)
        yield from (field.span for field in found if field)


def place_of(reading: Reading, span: Span) -> Place:
    """Return the place where the span starts."""
    origin = reading.map.origin(span)
    return place_at(reading.parts[origin.part], origin.start)


def blocks(reading: Reading) -> list[tuple[str, str]]:
    """Return each block's kind and text."""
    return [(block.kind, block.span.of(reading.text)) for block in reading.blocks]


def marks(reading: Reading) -> list[tuple[str, str, str]]:
    """Return each mark's kind, text and target."""
    return [(mark.kind, mark.span.of(reading.text), mark.target) for mark in reading.marks]


def cited(reading: Reading) -> list[tuple[str, list[str]]]:
    """Return each given citation's text and keys."""
    return [(c.span.of(reading.text), [item.key for item in c.items]) for c in reading.given.citations]


def keys_at(reading: Reading) -> list[tuple[str, str | None, int, int]]:
    """Return each cited key with its file, line and column."""
    items = [item for citation in reading.given.citations for item in citation.items]
    places = [place_of(reading, item.span) for item in items]
    return [(item.key, p.path, p.line, p.column) for item, p in zip(items, places, strict=True)]


def entry(reference: Reference) -> dict[str, object]:
    """Return what a reference states, without its spans."""
    named = ("label", "year", "title", "container", "doi", "accessed")
    fields = {name: getattr(reference, name).value for name in named if getattr(reference, name)}
    authors = [f"{name.family}, {name.given}" if name.given else name.family for name in reference.authors]
    urls = [url.value for url in reference.urls]
    found = {"key": reference.key, "authors": authors, **fields, "suffix": reference.suffix, "urls": urls}
    return {name: value for name, value in found.items() if value}


def source(name: str, format: str) -> Source:
    """Return a fixture as a source."""
    path = FIXTURES / name
    return Source(str(path), format, path.read_bytes())
