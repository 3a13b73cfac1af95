"""A reference of a data file, written as a line of a reference list: what stands where, and what sets it apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lint_article.readers.bibliography.required_fields import missing_fields
from lint_article.readers.reference_entry import Entry
from lint_article.readers.writer import Writer

SLOTS: Mapping[str, tuple[str, str]] = {
    "year": (" (", ")"),
    "title": (". ", ""),
    "subtitle": (": ", ""),
    "container": (". ", ""),
    "volume": (", ", ""),
    "number": ("(", ")"),
    "pages": (": ", ""),
    "edition": (", ", " edition"),
    "publisher": (". ", ""),
    "note": (". ", ""),
    "doi": (". doi:", ""),
    "url": (". ", ""),
    "accessed": (" (accessed ", ")"),
}
"""The places of a line in order, and what is written before and after what stands there."""

BROKEN = "broken"
"""The type of an entry that breaks off."""
_KEPT = frozenset({"year", "title", "container", "doi", "accessed"})


class EntryLine:
    """One entry being written; `key_at` is where its key stands, which is shown if nothing else is.

    `kind` is its type, in the words of the file. `given` has what the file states of it, besides what is written.
    """

    def __init__(self, writer: Writer, part: int, key: str, key_at: tuple[int, int], kind: str = "") -> None:
        self.entry = Entry(key, kind)
        self.given: set[str] = set()
        self._writer = writer
        self._part = part
        self._key_at = key_at
        writer.gap()
        self._frame = writer.begin()

    @contextmanager
    def slot(self, name: str, at: int) -> Iterator[None]:
        """Keep what is written meanwhile as what stands in a slot; `at` is where it comes from."""
        writer, (before, after) = self._writer, SLOTS[name]
        first = writer.is_at_line_start
        if not first:
            before = before.removeprefix(".") if writer.last in (".", "?", "!") else before
            writer.between(before, at, self._part)
        frame = writer.begin()
        yield
        span = writer.end(frame)
        if span:
            self.given.add(name)
        if name == "url" and span:
            self.entry.urls.append(span)
        elif name in _KEPT:
            self.entry.keep(name, span)
        if span and not first:
            writer.insert(after, at, self._part)

    def finish(self) -> None:
        """End the entry."""
        writer = self._writer
        given = self.given | ({"author"} if self.entry.authors else set()) | ({"url"} if self.entry.urls else set())
        self.entry.missing = tuple(missing_fields(self.entry.kind, given))
        if writer.end(self._frame) is None:
            writer.gap()
            self._frame = writer.begin()
            writer.copy(*self._key_at, self._part)
        self.entry.span = writer.end_block(self._frame, "reference")
        writer.entries.append(self.entry)
