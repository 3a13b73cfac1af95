"""Events of tagged text that need not be well formed: HTML, and what follows an error in XML.

Our own, because no library at hand gives places and stays linear: on 120 kB of `<a x="` the standard library's
html.parser takes 21 s, and tree-sitter-html takes 11 s on 80 kB of `<!--`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from lint_article.readers.markup.events import NO_ATTRIBUTES, Event, EventKind, entity

_MARK = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{0,40});")
_START = re.compile(r"""<(?P<name>[A-Za-z][^\s/>]*)(?:[^>"']++|"[^"]*"|'[^']*')*+>""")
_START_BARE = re.compile(r"<(?P<name>[A-Za-z][^\s/<>]*)[^<>]*+>")
_END = re.compile(r"</(?P<name>[A-Za-z][^\s/<>]*)[^<>]*+>")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_OTHERS: tuple[tuple[str, str, EventKind], ...] = (
    ("<!--", "-->", "comment"),
    ("<![CDATA[", "]]>", "text"),
    ("<?", ">", "instruction"),
    ("<!", ">", "comment"),
)
_PATIENCE = 16


def tag_events(raw: str, start: int = 0, raw_text: frozenset[str] = frozenset()) -> Iterator[Event]:
    """Give the events of the text from `start`; names in lower case; what is no tag is text.

    `raw_text`: elements whose content is text up to their end tag. The cost is linear in the text, whatever it holds.
    """
    return _Scanner(raw, raw_text).events(start)


class _Scanner:
    def __init__(self, raw: str, raw_text: frozenset[str]) -> None:
        self._raw = raw
        self._raw_text = raw_text
        self._absent: set[str] = set()
        self._patience = _PATIENCE

    def events(self, at: int) -> Iterator[Event]:
        raw = self._raw
        while match := _MARK.search(raw, at):
            if match.start() > at:
                yield Event("text", "", at, match.start())
            at = match.start()
            event = self._reference(at) if raw[at] == "&" else self._tag(at)
            event = event or Event("text", "", at, at + 1)
            yield event
            at = event.end
            if event.kind == "start" and event.name in self._raw_text:
                at = self._end_of_raw(event.name, at)
                yield Event("text", "", event.end, at)
        if at < len(raw):
            yield Event("text", "", at, len(raw))

    def _reference(self, at: int) -> Event | None:
        match = _REFERENCE.match(self._raw, at)
        return entity(match.group(), at, match.end()) if match else None

    def _tag(self, at: int) -> Event | None:
        after = self._raw[at + 1 : at + 2]
        if after == "/":
            match = _END.match(self._raw, at)
            return Event("end", match["name"].lower(), at, match.end()) if match else None
        if after not in ("!", "?"):
            return self._start(at) if after.isalpha() else None
        return next((self._other(at, *other) for other in _OTHERS if self._raw.startswith(other[0], at)), None)

    def _start(self, at: int) -> Event | None:
        """A tag whose quotes do not close runs to the end of the text; that is looked for a few times only."""
        match = _START.match(self._raw, at) if self._patience else None
        if match is None:
            self._patience = max(self._patience - 1, 0)
            match = _START_BARE.match(self._raw, at)
        if match is None:
            return None
        return Event("start", match["name"].lower(), at, match.end(), self._attributes(match.end("name"), match.end()))

    def _attributes(self, start: int, end: int) -> Mapping[str, str]:
        if end - start <= 2:
            return NO_ATTRIBUTES
        found = _ATTRIBUTE.finditer(self._raw, start, end - 1)
        return {match[1].lower(): unescape((match[2] or "").strip("\"'")) for match in found}

    def _other(self, at: int, opening: str, closing: str, kind: EventKind) -> Event | None:
        end = self._find(closing, at + len(opening))
        if end is None:
            return None
        inside = "" if kind == "text" else self._raw[at + len(opening) : end].removesuffix("?")
        return Event(kind, inside, at, end + len(closing))

    def _find(self, closing: str, at: int) -> int | None:
        """Return where `closing` comes next; once it is absent, it is not looked for again."""
        end = -1 if closing in self._absent else self._raw.find(closing, at)
        if end < 0:
            self._absent.add(closing)
            return None
        return end

    def _end_of_raw(self, name: str, at: int) -> int:
        match = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(self._raw, at)
        return match.start() if match else len(self._raw)
