"""Writes the text of a reading through one TextBuilder: whitespace, gaps and placeholders alike in all formats."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from lint_article.dataclass import dataclass
from lint_article.document import Mark, MarkKind, Problem
from lint_article.readers.inner_text import InnerBuilder, InnerText
from lint_article.readers.lone_bytes import LoneBytes
from lint_article.text import Part, Span
from lint_article.text.lines import lines_of
from lint_article.text.map import LINE_BREAK

_SPACES = re.compile(r"[ \t\r\n\f]{2,}|[\r\n\f]")
_BLANK = " \t\r\n\f"
_GAPS = ("", "\t", "\n", "\n\n")
PLACEHOLDER = "\ufffc"


@dataclass(slots=True)
class Frame:
    """A stretch being written: it starts with the first character that is written inside it, if any is."""

    start: int | None = None


@dataclass(slots=True)
class _Held:
    """A placeholder at the beginning of a block, and how many of the waiting stretches begin with it."""

    stretch: tuple[int, int, int]
    kind: MarkKind
    count: int = 0


class TextWriter:
    """Collects text; offsets are code points of the part that is named by its index (0: the manuscript).

    Whitespace waits until more text of the same block follows; paragraphs are set apart by one empty line.
    `files` holds the bytes of the included files by their real paths: each is read once.
    """

    def __init__(self, raw: str, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        self._texts: list[str] = []
        self._parts: list[Part] = []
        self._lone_bytes: list[LoneBytes] = []
        self._builder = InnerBuilder(self._texts)
        self._blank: tuple[int, int, int] | None = None
        self._breaks: list[tuple[int, int, int]] = []
        self._gap = ""
        self._tail = ""
        self._waiting: list[Frame] = []
        self._held: _Held | None = None
        self._end = 0
        self.marks: list[Mark] = []
        self.problems: list[Problem] = []
        self.add_part(raw)

    def __len__(self) -> int:
        return len(self._builder)

    @property
    def is_at_line_start(self) -> bool:
        """Tell whether the next text begins a block (or row)."""
        return bool(self._gap) or not self._tail

    @property
    def last(self) -> str:
        """The character written last, or ""."""
        return self._tail[-1:]

    def add_part(self, raw: str, path: str | None = None) -> int:
        """Add a file that the manuscript is read from; return its index."""
        self._texts.append(raw)
        data = self.files.get(os.path.realpath(path), b"") if path else b""
        self._parts.append(Part(raw, lines_of(raw), path, data=data))
        self._lone_bytes.append(LoneBytes(raw, len(self._lone_bytes)))
        return len(self._texts) - 1

    def add_inner(self, inner: InnerText) -> int:
        """Add a text that a part holds in an encoded form; return the index by which it is named."""
        self._texts.append(inner.text)
        self._lone_bytes.append(LoneBytes(inner.text, len(self._lone_bytes)))
        self._builder.inner[len(self._texts) - 1] = inner
        return len(self._texts) - 1

    def text_of(self, part: int) -> str:
        """Return the characters of a part."""
        return self._texts[part]

    def is_blank(self, start: int, end: int, part: int = 0) -> bool:
        """Tell whether the origin has nothing but whitespace there."""
        return not self._texts[part][start:end].strip(_BLANK)

    def copy(self, start: int, end: int, part: int = 0) -> None:
        """Write the origin's characters as they stand; bytes that are no characters are problems of their own."""
        if start >= end:
            return
        self._settle(start, part)
        if self._lone_bytes[part].any:
            self.problems += self._lone_bytes[part].write(self._builder, start, end)
        else:
            self._builder.copy(start, end, part)
        self._wrote(self._texts[part][max(start, end - 2) : end])

    def flow(self, start: int, end: int, part: int = 0) -> None:
        """Write running text: a run of whitespace gives one character of it, its line break if it has one."""
        text = self._texts[part]
        at = start
        for match in _SPACES.finditer(text, start, end):
            self._words(at, match.start(), part)
            newline = match.group().find("\n")
            self._wait(match.start() + max(newline, 0), part)
            at = match.end()
        self._words(at, end, part)

    def derive(self, text: str, start: int, end: int, why: str, part: int = 0) -> None:
        """Write `text`, which stands for the origin's characters."""
        if text:
            self._settle(start, part)
            self._builder.derive(text, start, end, why, part)
            self._wrote(text)

    def insert(self, text: str, at: int, part: int = 0, why: str = "") -> None:
        """Write `text`, which stands for nothing in the origin."""
        if text:
            self._settle(at, part)
            self._builder.insert(text, at, part, why)
            self._wrote(text)

    def placeholder(
        self, start: int, end: int, part: int = 0, kind: MarkKind = "placeholder", alone: bool = False
    ) -> None:
        """Write one character for something that is printed and not read, so that what stands around it stays apart.

        At the beginning of a block it waits for text: a block of nothing else is left out, unless it may be `alone`.
        """
        held = _Held((start, end, part), kind, len(self._waiting))
        if not self.is_at_line_start or alone:
            self._settle(start, part)
            self._write_placeholder(held)
        elif self._held is None:
            self._held, self._blank = held, None

    def between(self, text: str, at: int, part: int = 0) -> None:
        """Write `text`, which stands for nothing, before the stretches that have begun and are still empty."""
        waiting, self._waiting = self._waiting, []
        self.insert(text, at, part)
        self._waiting = waiting

    def space(self, at: int, part: int = 0) -> None:
        """Set the next text of this block apart from what was written."""
        if self._blank is None:
            self._blank = (at, at, part)

    def line_break(self, start: int, end: int, part: int = 0) -> None:
        """End a line with what the origin has there, if more text of the block follows."""
        self._breaks.append((start, end, part))

    def gap(self, text: str = "\n\n") -> None:
        """Set the next text apart: as a block, or as the next row ("\\n") or cell ("\\t") of a table."""
        self.forget_blanks()
        self._held = None
        if _GAPS.index(text) > _GAPS.index(self._gap):
            self._gap = text

    def begin(self) -> Frame:
        """Start a stretch with the next character."""
        frame = Frame()
        self._waiting.append(frame)
        return frame

    def end(self, frame: Frame) -> Span | None:
        """Return what has been written since `begin`, or None if nothing was."""
        if frame.start is None:
            last_is_it = bool(self._waiting) and self._waiting[-1] is frame
            if last_is_it:
                self._waiting.pop()
            else:
                self._waiting = [other for other in self._waiting if other is not frame]
            if self._held:
                self._held.count = min(self._held.count, len(self._waiting))
            return None
        return Span(frame.start, max(frame.start, self._end))

    def mark(self, kind: MarkKind, span: Span, target: str = "") -> None:
        """Give a stretch a property."""
        self.marks.append(Mark(kind, span, target))

    def end_mark(self, frame: Frame, kind: MarkKind, target: str = "") -> Span | None:
        """End a stretch that has a property."""
        span = self.end(frame)
        if span:
            self.mark(kind, span, target)
        return span

    def _words(self, start: int, end: int, part: int) -> None:
        text = self._texts[part]
        if start < end and text[start] in _BLANK:
            self._wait(start, part)
            start += 1
        last = end
        if start < end and text[end - 1] in _BLANK:
            last -= 1
        self.copy(start, last, part)
        if last < end:
            self._wait(last, part)

    def _wait(self, at: int, part: int) -> None:
        if self._blank is None or self._blank[0] == self._blank[1]:
            self._blank = (at, at + 1, part)

    def _settle(self, at: int, part: int) -> None:
        """Write what waits for more text of its block."""
        begins, held = bool(self._gap), self._held
        if begins:
            self._write_gap(at, part)
        if held:
            self._held = None
            self._write_placeholder(held)
        if self._breaks and self._tail and (held or not begins):
            self._write_breaks()
        elif self._blank and self._tail and self._tail[-1] not in _BLANK:
            start, end, origin = self._blank
            _ = self._builder.copy(start, end, origin) if start < end else self._builder.insert(" ", start, origin)
        self.forget_blanks()
        self._start(self._waiting)
        self._waiting.clear()

    def _write_breaks(self) -> None:
        for start, end, origin in self._breaks:
            self._builder.derive("\n", start, end, LINE_BREAK, origin)

    def forget_blanks(self) -> None:
        """Drop the white space and line breaks that wait for more text."""
        self._blank = None
        self._breaks.clear()

    def _wrote(self, text: str) -> None:
        self._end = len(self._builder)
        self._tail = text[-2:] or self._tail

    def _start(self, frames: list[Frame]) -> None:
        for frame in frames:
            if frame.start is None:
                frame.start = len(self._builder)

    def _write_placeholder(self, held: _Held) -> None:
        self._start(self._waiting[: held.count])
        start, end, part = held.stretch
        self.mark(held.kind, self._builder.derive(PLACEHOLDER, start, end, "placeholder", part))
        self._wrote(PLACEHOLDER)

    def _write_gap(self, at: int, part: int) -> None:
        wanted, self._gap = self._gap, ""
        have = len(self._tail) - len(self._tail.rstrip("\n"))
        if self._tail and len(wanted) > have:
            self._builder.insert(wanted[have:], at, part)
            self._tail = wanted
