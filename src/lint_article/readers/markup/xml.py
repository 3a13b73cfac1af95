"""Events of XML by expat, with the code points that each stands for.

Nothing is fetched: an external DTD or entity is never opened. Entities are not expanded by the parser but looked up,
within the bounds of `entities.expanded`; expat itself bounds them inside attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from lint_article.readers.markup.entities import expand
from lint_article.readers.markup.events import NO_ATTRIBUTES, Event, EventKind
from lint_article.readers.markup.tags import tag_events

_CHUNK = 1 << 16
_AMPERSAND = ord("&")
_MOST_ENTITIES = 1000
_MOST_EXPANDED = 200_000  # code points that all references to entities of the document become together
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_Found = tuple[EventKind | None, str, int, dict[str, str] | None]


def xml_events(raw: str) -> Iterator[Event]:
    """Give the events of an XML text in order; they tile it, but for declarations.

    At the first place where the text is not well formed an "error" is given, and what follows is read as loose tags.
    """
    scanner = _Parser(raw)
    yield from scanner.events()
    if scanner.failure:
        yield from _loosely(raw, scanner.at, scanner.failed_at, scanner.failure)


def _loosely(raw: str, start: int, failed_at: int, failure: str) -> Iterator[Event]:
    """Give loose events from `start`, and the error before the one that holds its place."""
    told = False
    for event in tag_events(raw, start):
        if event.end > failed_at and not told:
            told = True
            yield Event("error", failure, event.start, event.start)
        yield event
    if not told:
        yield Event("error", failure, len(raw), len(raw))


class _Parser:
    """Feeds expat piece by piece; an event ends where the next one starts.

    After a `failure` (at `failed_at`), `at` is where the first event stands that was not given.
    """

    def __init__(self, raw: str) -> None:
        self.failure = ""
        self.at = self.failed_at = 0
        self._data = _NO_CHARACTER.sub("\ufffd", raw).encode()
        self._byte = 0
        self._expanded = 0
        self._in_cdata = False
        self._found: list[_Found] = []
        self._entities: dict[str, str] = {}
        self._parser = self._make_parser()

    def events(self) -> Iterator[Event]:
        held: Event | None = None
        for start in range(0, max(len(self._data), 1), _CHUNK):
            self._feed(start)
            for kind, name, byte, attributes in self._found:
                at = self._char_at(byte)
                if held and (held.kind != "text" or at > held.start):
                    yield held._replace(end=at)
                held = Event(kind, name, at, at, attributes or NO_ATTRIBUTES) if kind else None
            self._found.clear()
            if self.failure:
                self._fail()
                return
        if held:
            yield held._replace(end=self._char_at(len(self._data)))

    def _feed(self, start: int) -> None:
        try:
            self._parser.Parse(self._data[start : start + _CHUNK], start + _CHUNK >= len(self._data))
        except expat.ExpatError as error:
            self.failure = expat.errors.messages.get(error.code, "it is not well formed")

    def _fail(self) -> None:
        given = self.at
        self.failed_at = self._char_at(max(self._parser.ErrorByteIndex, 0))
        self.at = given

    def _char_at(self, byte: int) -> int:
        """Count on from the last place: events come in order, so that all of them cost one pass."""
        if byte > self._byte:
            self.at += len(self._data[self._byte : byte].decode("utf-8", "replace"))
            self._byte = byte
        return self.at

    def _make_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
        parser.StartElementHandler = lambda name, attributes: self._add("start", name, attributes)
        parser.EndElementHandler = lambda name: self._add("end", name)
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = lambda text: self._add("comment", text)
        parser.ProcessingInstructionHandler = lambda target, text: self._add("instruction", f"{target} {text}")
        parser.StartCdataSectionHandler = lambda: self._cdata(True)
        parser.EndCdataSectionHandler = lambda: self._cdata(False)
        parser.EntityDeclHandler = self._declare
        parser.SkippedEntityHandler = self._skip_entity
        parser.ExternalEntityRefHandler = self._external
        parser.DefaultHandler = lambda _: self._add(None, "")
        return parser

    def _add(self, kind: EventKind | None, name: str, attributes: dict[str, str] | None = None) -> None:
        self._found.append((kind, name, self._parser.CurrentByteIndex, attributes))

    def _characters(self, text: str) -> None:
        is_reference = not self._in_cdata and self._data[self._parser.CurrentByteIndex] == _AMPERSAND
        self._add("entity" if is_reference else "text", text if is_reference else "")

    def _cdata(self, opens: bool) -> None:
        self._in_cdata = opens
        self._add(None, "")

    def _declare(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        if value is not None and not is_parameter and len(self._entities) < _MOST_ENTITIES:
            self._entities[name] = value

    def _skip_entity(self, name: str, is_parameter: bool) -> None:
        meaning = None if is_parameter else self._expand(name)
        self._add("entity" if meaning else "text", meaning or "")

    def _expand(self, name: str) -> str | None:
        """Return what an entity stands for; None if it is unknown, or if all of them together would be too long."""
        if self._expanded > _MOST_EXPANDED:
            return None
        meaning = expand(name, self._entities)
        if meaning and name in self._entities:
            self._expanded += len(meaning)
        if self._expanded > _MOST_EXPANDED:
            self.failure = f"its entities are longer than {_MOST_EXPANDED:,} characters together"
            return None
        return meaning

    def _external(self, context: str | None, *_: object) -> int:
        """Pass for a reader of the external thing, which is taken to be empty: expat then skips unknown entities."""
        self._parser.ExternalEntityParserCreate(context).Parse(b"", True)
        if context is not None:
            self._add("text", "")
        return 1
