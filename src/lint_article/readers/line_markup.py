"""What readers of formats that are lines with light mark-up share: blocks, inline mark-up, citations, other files."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from lint_article.document import BlockKind, Citation, CitationItem, MarkKind, Reading, Source
from lint_article.readers.bibliography.files import bibliographies_in
from lint_article.readers.characters import decode
from lint_article.readers.other_files import OtherFiles
from lint_article.readers.writer import Writer

_MOST_NESTED = 20
Range = tuple[int, int]


class LineMarkup(ABC):
    """Writes one file after another; `raw` is the text of the one that is being read, `part` its index.

    `inline_mark_up` matches mark-up in the text of a block, where `starts` has found that some may begin: the method
    `write_NAME` is called with a match of its group NAME. `names` are the endings that the name of
    an included file may lack.
    """

    starts: ClassVar[re.Pattern[str]]
    inline_mark_up: ClassVar[re.Pattern[str]]
    names: ClassVar[tuple[str, ...]] = ("",)

    def __init__(self, source: Source) -> None:
        self._source = source
        self.raw = decode(source.data)
        self.writer = Writer(source, self.raw)
        self.part = 0
        self.language = ""
        self._others = OtherFiles(self.writer, Path(source.path), self.names)
        self._nested = 0
        self._notes: deque[tuple[Range, int, int]] = deque()

    @abstractmethod
    def read_blocks(self, start: int, end: int) -> None:
        """Write the blocks of a stretch of the file."""

    def read(self) -> Reading:
        """Return what was written, with the bibliographies behind it."""
        with self.writer.to_the_end():
            self.read_file()
            self._write_notes()
        self.before_bibliographies()
        return self._finish()

    def read_file(self) -> None:
        """Write the blocks of the file that is being read."""
        self.read_blocks(int(self.raw.startswith("\ufeff")), len(self.raw))

    def before_bibliographies(self) -> None:  # noqa: B027 - most formats have nothing to do there
        """Do what can be done only when all files have been read."""

    def _finish(self) -> Reading:
        writer = self.writer
        known = len(writer.problems)
        self._others.write_bibliographies(self._source.bibliography, self._find_bibliographies)
        partial = len(writer.problems) > known
        return writer.reading(complete=bool(writer.citations), partial=partial, language=self.language)

    def _find_bibliographies(self) -> list[Path]:
        return [] if self.writer.entries else bibliographies_in(self.writer, self._others.folder)

    def bibliography(self, name: str, at: int) -> None:
        """Keep the name of a bibliography, to be written at the end."""
        self._others.name_bibliography(name, at, self.part)

    def include(self, name: str, at: int) -> None:
        """Write a file in the place of its name; one that is missing is a problem there."""
        with self._others.include(name, at, self.part) as opened:
            if opened:
                outside = self.raw, self.part
                self.raw, self.part = opened
                self.read_file()
                self.raw, self.part = outside

    @contextmanager
    def open_block(self, kind: BlockKind, level: int = 0) -> Iterator[None]:
        """Write a block; its notes follow it."""
        self.writer.gap()
        frame = self.writer.begin()
        yield
        self.writer.end_block(frame, kind, level)
        if kind != "footnote":
            self._write_notes()

    def block(self, kind: BlockKind, start: int, end: int, level: int = 0) -> None:
        """Write a stretch as a block of running text."""
        with self.open_block(kind, level):
            self.write_inline(start, end)

    def code_block(self, start: int, end: int, kind: BlockKind = "code") -> None:
        """Write a stretch as it is, as code or as a formula."""
        with self.open_block(kind):
            self.writer.copy(start, start + len(self.raw[start:end].rstrip()), self.part)

    def note(self, start: int, end: int) -> None:
        """Keep the text of a note, to be written behind its block."""
        self._notes.append(((start, end), self.part, self._nested))

    def _write_notes(self) -> None:
        outside = self.raw, self.part, self._nested
        while self._notes:
            (start, end), self.part, self._nested = self._notes.popleft()
            self.raw = self.writer.text_of(self.part)
            self.block("footnote", start, end)
        self.raw, self.part, self._nested = outside

    def read_inner_blocks(self, start: int, end: int) -> None:
        """Write the blocks of a stretch of a block; what is nested too deeply is one paragraph, left as it is."""
        if self.is_nested_too_deeply():
            self.block("paragraph", start, end)
            return
        self._nested += 1
        self.read_blocks(start, end)
        self._nested -= 1

    def is_nested_too_deeply(self) -> bool:
        """Tell whether what is inside is no longer taken apart."""
        return self._nested >= _MOST_NESTED

    def write_inline(self, start: int, end: int) -> None:
        """Write running text with its mark-up; what is nested too deeply is left as it is."""
        if self.is_nested_too_deeply():
            self.text(start, end)
            return
        self._nested += 1
        at = start
        while match := self._next_mark_up(at, end):
            self.text(at, match.start())
            write: Callable[[re.Match[str]], int | None] = getattr(self, f"write_{match.lastgroup}")
            at = max(write(match) or match.end(), match.start() + 1)
        self.text(at, end)
        self._nested -= 1

    def _next_mark_up(self, at: int, end: int) -> re.Match[str] | None:
        for start in self.starts.finditer(self.raw, at, end):
            if match := self.inline_mark_up.match(self.raw, start.start(), end):
                return match
        return None

    def text(self, start: int, end: int) -> None:
        """Write text as it stands."""
        if start < end:
            self.writer.flow(start, end, self.part)

    def write_mark(self, kind: MarkKind, start: int, end: int, target: str = "", *, is_plain: bool = False) -> None:
        """Write a stretch with a property; `is_plain`: there is no mark-up in it."""
        frame = self.writer.begin()
        if is_plain or kind in ("code", "math"):
            self.text(start, end)
        else:
            self.write_inline(start, end)
        if self.writer.end_mark(frame, kind, target) is None and kind == "link":
            self.placeholder(start, end)

    def derive(self, text: str, match: re.Match[str], why: str) -> None:
        """Write what a match stands for."""
        self.writer.derive(text, *match.span(), why, self.part)

    def placeholder(self, start: int, end: int, kind: MarkKind = "placeholder") -> None:
        """Let one character stand for what is printed there and is not read."""
        self.writer.placeholder(start, end, self.part, kind)

    def comment(self, start: int, end: int) -> None:
        """Take a comment."""
        self.writer.comment(self.raw[start:end], start, end, self.part)

    def cite(self, start: int, end: int, keys: Sequence[Range], *, narrative: bool = False) -> None:
        """Write a citation with its keys in it."""
        writer, items, at = self.writer, [], start
        frame = writer.begin()
        for low, high in keys:
            self.text(at, low)
            inner = writer.begin()
            self.text(low, high)
            if span := writer.end(inner):
                items.append(CitationItem(span, key=self.raw[low:high]))
            at = high
        self.text(at, end)
        span = writer.end(frame)
        if span and items:
            writer.citations.append(Citation(span, "key", tuple(items), narrative=narrative))

    def is_filled(self, line: Range) -> bool:
        """Tell whether a line has more than blanks."""
        return not self.writer.is_blank(*line, self.part)

    def row(self, cells: Iterable[Range]) -> None:
        """Write a row of a table."""
        self.writer.gap("\n")
        for number, cell in enumerate(cells):
            if number:
                self.writer.gap("\t")
            self.write_inline(*cell)

    def write_emphasis(self, match: re.Match[str]) -> None:
        """Write emphasis."""
        self.write_mark("emphasis", *match.span(f"in_{match.lastgroup}"))

    write_strong = write_bold = write_italic = write_underlined = write_emphasis

    def write_address(self, match: re.Match[str]) -> None:
        """Write an address, which is its own link."""
        self.write_mark("link", *match.span(), match[0], is_plain=True)

    def write_break(self, match: re.Match[str]) -> None:
        """Write the end of a line that the author asks for."""
        self.writer.line_break(*match.span(), self.part)

    def write_dash(self, match: re.Match[str]) -> None:
        """Write the dash that hyphens stand for."""
        self.derive("—" if len(match[0]) == 3 else "–", match, "dash")

    def lines(self, start: int, end: int) -> Iterator[Range]:
        """Yield where each line stands, without its end."""
        at = start
        while at < end:
            stop = self.raw.find("\n", at, end)
            stop = end if stop < 0 else stop
            yield at, stop - (stop > at and self.raw[stop - 1] == "\r")
            at = stop + 1
