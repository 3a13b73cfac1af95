"""Writes a reading through one TextBuilder, with blocks, marks and whitespace alike in all formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from lint_article.dataclass import dataclass
from lint_article.document import Block, BlockKind, Citation, Comment, Given, Mark, MarkKind, Problem, Reading, Source
from lint_article.readers.entries import Entry, reference
from lint_article.readers.stretches import in_order, nesting, outer_first, with_keys
from lint_article.text import Origin, Part, Span, TextBuilder
from lint_article.text.lines import lines_of
from lint_article.text.map import LINE_BREAK

_LONE_BYTE = re.compile("[\udc00-\udcff]+")
_SPACES = re.compile(r"[ \t\r\n\f]{2,}|[\r\n\f]")
_BLANK = " \t\r\n\f"
_GAPS = ("", "\t", "\n", "\n\n")


@dataclass(slots=True)
class Frame:
    """A stretch being written: it starts with the first character that is written inside it, if any is."""

    start: int | None = None


class Writer:
    """Collects one reading; offsets are code points of the part that is named by its index (0: the manuscript).

    Whitespace waits until more text of the same block follows; paragraphs are set apart by one empty line.
    """

    def __init__(self, source: Source, raw: str) -> None:
        self._source = source
        self._texts: list[str] = []
        self._parts: list[Part] = []
        self._damaged: list[bool] = []
        self._builder = TextBuilder(self._texts)
        self._blank: tuple[int, int, int] | None = None
        self._breaks: list[tuple[int, int, int]] = []
        self._gap = ""
        self._tail = ""
        self._waiting: list[Frame] = []
        self._counted = (0, 0, 0)
        self._end = 0
        self._fault: Exception | None = None
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.comments: list[Comment] = []
        self.problems: list[Problem] = []
        self.citations: list[Citation] = []
        self.entries: list[Entry] = []
        self.other_keys: dict[str, str] = {}
        self.add_part(raw)

    def __len__(self) -> int:
        return len(self._builder)

    @property
    def fresh(self) -> bool:
        """Tell whether the next text begins a block (or row)."""
        return bool(self._gap) or not self._tail

    @property
    def last(self) -> str:
        """The character written last, or ""."""
        return self._tail[-1:]

    def add_part(self, raw: str, path: str | None = None) -> int:
        """Add a file that the manuscript is read from; return its index."""
        self._texts.append(raw)
        self._parts.append(Part(raw, lines_of(raw), path))
        self._damaged.append(not raw.isascii() and bool(_LONE_BYTE.search(raw)))
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
        if self._damaged[part]:
            start = self._copy_damaged(start, end, part)
        self._builder.copy(start, end, part)
        self._end = len(self._builder)
        self._tail = self._texts[part][max(start, end - 2) : end] or self._tail

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
            self._end = len(self._builder)
            self._tail = text[-2:]

    def insert(self, text: str, at: int, part: int = 0, why: str = "") -> None:
        """Write `text`, which stands for nothing in the origin."""
        if text:
            self._settle(at, part)
            self._builder.insert(text, at, part, why)
            self._end = len(self._builder)
            self._tail = text[-2:]

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
        self._forget_blanks()
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
            return None
        return Span(frame.start, max(frame.start, self._end))

    def end_block(self, frame: Frame, kind: BlockKind, level: int = 0) -> Span | None:
        """End a stretch that is a block, and set the next text apart."""
        span = self.end(frame)
        if span:
            self.blocks.append(Block(kind, span, level))
        self.gap()
        return span

    def mark(self, kind: MarkKind, span: Span, target: str = "") -> None:
        """Give a stretch a property."""
        self.marks.append(Mark(kind, span, target))

    def end_mark(self, frame: Frame, kind: MarkKind, target: str = "") -> Span | None:
        """End a stretch that has a property."""
        span = self.end(frame)
        if span:
            self.mark(kind, span, target)
        return span

    def comment(self, text: str, start: int, end: int, part: int = 0) -> None:
        """Keep a comment of the origin if it is meant for us."""
        if "lint-article" in text:
            at = len(self._builder)
            self.comments.append(Comment(Span(at, at), text.strip(), Origin(part, start, end)))

    def problem(self, reason: str, at: int, part: int = 0) -> None:
        """Say that the source could not be read here; what follows is set apart at exactly this place."""
        self._forget_blanks()
        self._gap = ""
        span = self._builder.insert("\n\n", at, part, "unreadable")
        self._tail = "\n\n"
        self.problems.append(Problem("unreadable-source", span, (("reason", reason),)))

    @contextmanager
    def to_the_end(self) -> Iterator[None]:
        """Keep what has been written if the reader raises an error of ours; the rest is a problem where it begins."""
        try:
            yield
        except Exception as error:  # whatever it is, what was read is checked
            self._fault = error
            self.gap()
            reached = self._builder.end()
            span = self._builder.insert("\n\n", reached.start, reached.part, "unread")
            values = (("what", "The rest of the file"), ("reason", "internal error"))
            self.problems.append(Problem("unchecked-text", span, values))

    def reading(self, *, complete: bool = False, partial: bool = False, language: str = "") -> Reading:
        """Return what was written; of two blocks over the same stretch, the one that ended last is the outer."""
        text = self._builder.text()
        references = tuple(reference(entry, text) for entry in self.entries if entry.span)
        return Reading(
            self._source,
            text,
            self._builder.map(),
            tuple(self._parts),
            tuple(nesting(outer_first(self.blocks))),
            tuple(outer_first(self.marks)),
            tuple(self.comments),
            tuple(self.problems),
            Given(in_order(with_keys(self.citations, self.other_keys)), references, complete, partial),
            language,
            self._fault,
        )

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
        if self._gap:
            self._write_gap(at, part)
        elif self._breaks and self._tail:
            for start, end, origin in self._breaks:
                self._builder.derive("\n", start, end, LINE_BREAK, origin)
        elif self._blank and self._tail and self._tail[-1] not in _BLANK:
            start, end, origin = self._blank
            _ = self._builder.copy(start, end, origin) if start < end else self._builder.insert(" ", start, origin)
        self._forget_blanks()
        for frame in self._waiting:
            frame.start = len(self._builder)
        self._waiting.clear()

    def _forget_blanks(self) -> None:
        self._blank = None
        self._breaks.clear()

    def _write_gap(self, at: int, part: int) -> None:
        wanted, self._gap = self._gap, ""
        have = len(self._tail) - len(self._tail.rstrip("\n"))
        if self._tail and len(wanted) > have:
            self._builder.insert(wanted[have:], at, part)

    def _copy_damaged(self, start: int, end: int, part: int) -> int:
        text = self._texts[part]
        for match in _LONE_BYTE.finditer(text, start, end):
            self._builder.copy(start, match.start(), part)
            shown = " ".join(f"{ord(char) - 0xDC00:02X}" for char in match.group())
            span = self._builder.derive("\ufffd" * len(match.group()), match.start(), match.end(), "undecodable", part)
            values = (("bytes", shown), ("offset", str(self._byte_offset(match.start(), part))))
            self.problems.append(Problem("undecodable-bytes", span, values))
            start = match.end()
        return start

    def _byte_offset(self, at: int, part: int) -> int:
        """Count on from the last offset asked for, so that many of them cost one pass."""
        known_part, known_at, known = self._counted
        if known_part != part or known_at > at:
            known_at, known = 0, 0
        known += len(self._texts[part][known_at:at].encode("utf-8", "replace"))
        self._counted = (part, at, known)
        return known
