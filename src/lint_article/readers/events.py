"""Events of a marked-up text (XML, HTML), each with the exact stretch of the source that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from lint_article.readers.entities import character

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


def nested(events: Iterator[Event], empty: frozenset[str], closes: Mapping[str, frozenset[str]]) -> Iterator[Event]:
    """Pass events on so that every start has its end, in order, whatever the author left open or closed twice.

    `empty`: elements that never have content. `closes`: elements that a start tag of this name ends, if one is open
    and innermost.
    """
    stack: list[str] = []
    depth: dict[str, int] = {}
    at = 0

    def ended(until: int) -> Iterator[Event]:
        while len(stack) > until:
            name = stack.pop()
            depth[name] -= 1
            yield Event("end", name, at, at)

    for event in events:
        at = event.start
        if event.kind == "start":
            while stack and stack[-1] in closes.get(event.name, ()):
                yield from ended(len(stack) - 1)
            yield event
            if event.name in empty:
                yield Event("end", event.name, event.end, event.end)
            else:
                stack.append(event.name)
                depth[event.name] = depth.get(event.name, 0) + 1
        elif event.kind == "end":
            if depth.get(event.name):
                last = len(stack) - 1
                while stack[last] != event.name:
                    last -= 1
                yield from ended(last + 1)
                stack.pop()
                depth[event.name] -= 1
                yield event
        else:
            yield event
        at = event.end
    yield from ended(0)


def entity(reference: str, start: int, end: int) -> Event:
    """Return the event of a character reference; one that is unknown is text as it stands."""
    meaning = character(reference)
    return Event("entity", meaning, start, end) if meaning else Event("text", "", start, end)
