"""Events of a marked-up text (XML, HTML), each with the exact stretch of the source that it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from lint_article.readers.markup.entities import character

EventKind = Literal["start", "end", "text", "entity", "comment", "instruction", "error"]
NO_ATTRIBUTES: Mapping[str, str] = {}


class Event(NamedTuple):
    """One token of the source: code points `start` to `end`.

    `name` is a tag's name, the text that an entity stands for, what a comment or an instruction says, or why the source
    is in error; `attributes` belong to a start tag.
    """

    kind: EventKind
    name: str
    start: int
    end: int
    attributes: Mapping[str, str] = NO_ATTRIBUTES

    @property
    def language(self) -> str:
        """The language that a start tag states, or ""."""
        return self.attributes.get("lang", "") or self.attributes.get("xml:lang", "")


def nest_events(
    events: Iterator[Event], empty: frozenset[str], closes: Mapping[str, frozenset[str]]
) -> Iterator[Event]:
    """Pass events on so that every start has its end, in order, whatever the author left open or closed twice.

    `empty`: elements that never have content. `closes`: elements that a start tag of this name ends, if one is open
    and innermost.
    """
    tree = _Tree(closes)
    for event in events:
        if event.kind == "start":
            yield from tree.start_event(event)
            if event.name in empty:
                yield from tree.end_event(event._replace(kind="end", start=event.end))
        elif event.kind == "end":
            yield from tree.end_event(event)
        else:
            tree.at = event.end
            yield event
    yield from tree.close_down_to(0)


class _Tree:
    """The elements that are open, and how many there are of each name."""

    def __init__(self, closes: Mapping[str, frozenset[str]]) -> None:
        self.at = 0
        self._closes = closes
        self._open: list[str] = []
        self._count: Counter[str] = Counter()

    def start_event(self, event: Event) -> Iterator[Event]:
        """Give the start, after the ends that it implies."""
        self.at = event.start
        closes = self._closes.get(event.name, frozenset())
        while self._open and self._open[-1] in closes:
            yield from self.close_down_to(len(self._open) - 1)
        self._open.append(event.name)
        self._count[event.name] += 1
        self.at = event.end
        yield event

    def end_event(self, event: Event) -> Iterator[Event]:
        """Give the end, after the ends of what is still open inside; an end without a start gives nothing."""
        if not self._count[event.name]:
            return
        self.at = event.start
        while self._open[-1] != event.name:
            yield from self.close_down_to(len(self._open) - 1)
        self._pop()
        self.at = event.end
        yield event

    def close_down_to(self, depth: int) -> Iterator[Event]:
        """Give the ends that the source leaves out."""
        while len(self._open) > depth:
            yield Event("end", self._pop(), self.at, self.at)

    def _pop(self) -> str:
        name = self._open.pop()
        self._count[name] -= 1
        return name


def entity(reference: str, start: int, end: int) -> Event:
    """Return the event of a character reference; one that is unknown is text as it stands."""
    meaning = character(reference)
    return Event("entity", meaning, start, end) if meaning else Event("text", "", start, end)
