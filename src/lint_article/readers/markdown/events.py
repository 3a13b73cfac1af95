"""Events of Markdown by pyromark (pulldown-cmark), with the code points that each stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import pyromark

_NO_CHARACTER = re.compile("[\ud800-\udfff\0]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_MATH
)


class MarkdownEvent(NamedTuple):
    """What pulldown-cmark says: `kind` (Start, End, Text, Code …), `name` of a start or end, its data, its stretch."""

    kind: str
    name: str
    data: Any
    start: int
    end: int


def markdown_events(raw: str) -> Iterator[MarkdownEvent]:
    """Give the events of a text in order; never raises, whatever the text holds."""
    skipped = int(raw.startswith("\ufeff"))
    text = _NO_CHARACTER.sub("\ufffd", raw[skipped:])
    offsets = _Offsets(text)
    for event, stretch in pyromark.events_with_range(text, options=_OPTIONS):
        kind, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
        name, data = ("", value) if kind not in ("Start", "End") else _name_event(value)
        start, end = offsets.char(stretch["start"]), offsets.char(stretch["end"])
        yield MarkdownEvent(kind, name, data, start + skipped, end + skipped)


def _name_event(value: Any) -> tuple[str, Any]:
    return (value, None) if isinstance(value, str) else next(iter(value.items()))


class _Offsets:
    """Turns byte offsets of a text's UTF-8 into code points: by the surplus bytes up to each character beyond ASCII."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = []
        self._surplus: list[int] = [0]
        if text.isascii():
            return
        found = [(match.start(), len(match.group().encode()) - 1) for match in _BEYOND_ASCII.finditer(text)]
        self._surplus = [0, *accumulate(extra for _, extra in found)]
        self._ends = [at + total + 1 for (at, _), total in zip(found, self._surplus[1:], strict=True)]

    def char(self, byte: int) -> int:
        """Return the code point that starts at a byte offset."""
        return byte - self._surplus[bisect_right(self._ends, byte)]
