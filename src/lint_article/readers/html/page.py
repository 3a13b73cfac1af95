"""The events of a page of HTML, written as the article that it shows."""

from __future__ import annotations

import re
from collections.abc import Callable

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind
from lint_article.readers.html.article import NamedEntries, find_room, is_reference_list
from lint_article.readers.html.links import resolve_link
from lint_article.readers.markup.events import Event, nest_events
from lint_article.readers.markup.html_elements import (
    BLOCKS,
    CLOSES,
    EMPTY,
    MARKS,
    RAW_TEXT,
    ROLES,
    ROWS,
    is_in_line,
)
from lint_article.readers.markup.tags import tag_events
from lint_article.readers.markup.visibility import has_printed_image, is_skipped, is_unseen, role_of
from lint_article.readers.reference_entry import Entry
from lint_article.readers.writer import Frame, Writer

_Close = Callable[[], object]
_ENTRIES = frozenset({"li", "p", "dd"})
_WORD, _YEAR = re.compile(r"[^\W_]{2}"), re.compile(r"\d{4}")
_HOLDERS = frozenset({"li", "dd", "dt", "figcaption", "caption"})


def write_page(writer: Writer, part: int = 0, name: str = "") -> str:
    """Write a part of the source that is a page; return the language that it states.

    `name` is that of the page where several make the document: its entries have keys with it before them.
    """
    raw = writer.text_of(part)
    page = _Page(writer, part, name)
    for event in nest_events(tag_events(raw, int(raw.startswith("\ufeff")), RAW_TEXT), EMPTY, CLOSES):
        page.handle(event)
    page.end_loose()
    return page.language


@dataclass(slots=True)
class _OpenTag:
    """An element that is open, what closes it, and how long the text and the list of entries were where it began."""

    event: Event
    close: _Close | None
    length: int
    entries: int
    is_room: bool = False
    is_list_of_references: bool = False
    has_blank: bool = False

    def is_placeholder(self, length: int) -> bool:
        """Tell whether it prints something, and nothing of it is in the text, which is now so long."""
        return length == self.length and has_printed_image(self.event, self.has_blank)


class _Page:
    """Takes the events of a page in order; what each element does is in `html_elements`."""

    def __init__(self, writer: Writer, part: int, name: str) -> None:
        self.language = ""
        self._writer, self._part, self._name = writer, part, name
        raw = writer.text_of(part)
        self._room, self._named = find_room(raw), NamedEntries(raw)
        self._open: list[_OpenTag] = []
        self._skipping = 0
        self._rooms = self._lists = self._holders = self._cells = self._code = self._blocks = self._formulas = 0
        self._links = 0
        self._loose: Frame | None = None
        self._entry: Entry | None = None
        self._has_words = False

    def handle(self, event: Event) -> None:
        """Take the next event."""
        if event.kind == "comment":
            self._writer.comment(event.name, event.start, event.end, self._part)
        elif event.kind == "start":
            self._start(event)
        elif event.kind == "end":
            self._end(event)
        elif event.kind != "instruction" and not self._skipping and self._is_reading():
            self._text(event)

    def _start(self, event: Event) -> None:
        name, attributes = event.name, event.attributes
        if self._skipping or self._is_left_out(event):
            if not self._skipping and self._is_reading() and not is_unseen(event):
                self._writer.placeholder(event.start, event.end, self._part)
            self._skipping += 1
            return
        if name == "html":
            self.language = event.language
        is_room = name == self._room or (self._room == "main" and attributes.get("role", "").lower() == "main")
        is_list = is_reference_list(event)
        self._rooms += is_room
        self._lists += is_list
        self._count(name, 1)
        length, entries = len(self._writer), len(self._writer.entries)
        close = self._in_language(event, self._open_element(event)) if self._is_reading() else None
        self._open.append(_OpenTag(event, close, length, entries, is_room, is_list))

    def _is_left_out(self, event: Event) -> bool:
        """Tell whether an element is no part of the article; entries that a page folds are, and so is `main` in any."""
        if self._room == "main" and not self._rooms:
            return False
        return is_skipped(event, can_unfold=bool(self._lists) and not self._entry)

    def _in_language(self, event: Event, close: _Close | None) -> _Close | None:
        """Mark what an element holds with the language that it states of itself; the page's is that of all."""
        language = event.language
        is_stretch = bool(language) and event.name != "html"
        return self._writer.in_language(language, close) if is_stretch else close

    def _is_reading(self) -> bool:
        return bool(self._rooms) or not self._room

    def _end(self, event: Event) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        ended = self._open.pop()
        if self._is_reading() and ended.is_placeholder(len(self._writer)):
            self._writer.placeholder(ended.event.start, event.end, self._part)
        if ended.close:
            ended.close()
        self._rooms -= ended.is_room
        self._lists -= ended.is_list_of_references
        if self._lists and len(self._writer.entries) == ended.entries + 1:
            self._keep_key(self._writer.entries[-1], ended.event)
        self._count(ended.event.name, -1)

    def _count(self, name: str, change: int) -> None:
        self._holders += change * (name in _HOLDERS)
        self._cells += change * (name in ("td", "th"))
        self._code += change * (name == "pre")
        self._formulas += change * (name == "math")
        self._links += change * (name == "a")

    def _text(self, event: Event) -> None:
        writer = self._writer
        if event.kind == "text" and self._code:
            writer.copy(event.start, event.end, self._part)
            return
        blank = event.kind == "text" and writer.is_blank(event.start, event.end, self._part)
        if blank and self._open:
            self._open[-1].has_blank = True
        if not blank and not self._blocks and self._loose is None:
            writer.gap()
            self._loose = writer.begin()
        if self._entry and not self._has_words:
            inside = writer.text_of(self._part)[event.start : event.end]
            self._has_words = bool(_YEAR.search(inside) if self._links else _WORD.search(inside))
        if event.kind == "entity":
            writer.derive(event.name, event.start, event.end, "entity", self._part)
        else:
            writer.flow(event.start, event.end, self._part)

    def end_loose(self) -> None:
        """End a paragraph that has no element of its own."""
        loose, self._loose = self._loose, None
        if loose:
            self._writer.end_block(loose, "paragraph")

    def _open_element(self, event: Event) -> _Close | None:
        name, writer = event.name, self._writer
        if self._entry:
            self._keep_key(self._entry, event)
        if name in ROWS:
            writer.gap(ROWS[name])
        elif name == "br":
            writer.line_break(event.start, event.end, self._part)
        elif name == "a":
            frame, target = writer.begin(), resolve_link(self._name, event.attributes.get("href", ""))
            return lambda: writer.end_mark(frame, "link", target) if target else writer.end(frame)
        elif name in MARKS:
            frame = writer.begin()
            return lambda: writer.end_mark(frame, MARKS[name])
        elif name == "hr" or (not is_in_line(name) and name not in EMPTY and not self._formulas):
            return self._block(event)
        return None

    def _keep_key(self, entry: Entry, event: Event) -> None:
        """Keep the name of an element in or around one entry, which links may use as well as that of the entry."""
        key = self._key(event)
        if key and entry.key:
            self._writer.other_keys.setdefault(key, entry.key)
        entry.key = entry.key or key

    def _key(self, event: Event) -> str:
        """Return the key of an entry with this tag, or "" if nothing can link to it."""
        anchor = event.attributes.get("id", "")
        return f"{self._name}#{anchor}".removeprefix("#") if anchor else ""

    def _block(self, event: Event) -> _Close:
        name = event.name
        kind = ROLES.get(role_of(event)) or BLOCKS.get(name)
        if self._lists and not self._entry and (name in _ENTRIES or self._named.is_entry(event)):
            kind = "reference"
        if kind is None or (kind == "paragraph" and (self._holders or self._cells)):
            return self._apart(name)
        self.end_loose()
        self._blocks += 1
        self._writer.gap()
        return self._end_block(kind, event, self._writer.begin())

    def _end_block(self, kind: BlockKind, event: Event, frame: Frame) -> _Close:
        level = int(event.name[1]) if kind == "heading" else 0
        entry = self._entry = Entry(self._key(event)) if kind == "reference" else self._entry
        self._has_words = self._has_words and kind != "reference"

        def close() -> None:
            self._blocks -= 1
            is_entry = kind == "reference" and self._has_words
            span = self._writer.end_block(frame, "furniture" if kind == "reference" and not is_entry else kind, level)
            if is_entry and entry:
                entry.span = span
                self._writer.entries.append(entry)
            if kind == "reference":
                self._entry = None

        return close

    def _apart(self, name: str) -> _Close:
        """Set an element apart; in a cell a paragraph is set apart by a blank, so that its row stays one line."""
        if self._cells:
            return lambda: self._writer.space(0, self._part)
        if name != "p":
            self.end_loose()
            self._writer.gap()

        def close() -> None:
            self.end_loose()
            self._writer.gap()

        return close
