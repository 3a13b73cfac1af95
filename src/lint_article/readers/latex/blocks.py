"""The blocks that LaTeX source becomes: paragraphs, blocks inside others, what is copied as it is, footnotes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from lint_article.document import Block, BlockKind
from lint_article.readers.latex.commands import Commands
from lint_article.readers.latex.walker import Call, Close, Opened
from lint_article.readers.writer import Frame, Writer

_WITH_PARAGRAPHS = frozenset({"abstract", "quote"})
_WITHOUT_SIGN = frozenset({"footnotetext", "marginpar"})
_MOST_NESTED = 8


class LatexBlocks(Commands):
    """Writes blocks; `containers` are those that are open and hold text themselves, the innermost last."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self.containers: list[BlockKind] = []
        self._paragraph: Frame | None = None
        self._footnotes: deque[tuple[int, int, int, int]] = deque()
        self._footnote_depth = 0
        self._nested = 0

    def is_ready(self) -> bool:
        """Begin a paragraph if no block that holds text itself is open."""
        if self.silent:
            return False
        if not self.containers and self._paragraph is None:
            self.writer.gap()
            self._paragraph = self.writer.begin()
        return True

    def paragraph(self) -> None:
        """End the paragraph; its footnotes follow it."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph:
            self.writer.end_block(paragraph, "paragraph")
        elif not self.silent:
            self.writer.gap()
        if not self.containers:
            self._write_footnotes()

    def open_block(self, kind: BlockKind, level: int = 0) -> Close:
        """Begin a block; return what ends it."""
        if not self.containers:
            self.paragraph()
        holds_text = kind not in _WITH_PARAGRAPHS or bool(self.containers)
        if holds_text:
            self.containers.append(kind)
        self.writer.gap()
        frame = self.writer.begin()

        def close() -> None:
            if not holds_text:
                self.paragraph()
            self.writer.end_block(frame, kind, level)
            if holds_text:
                self.containers.pop()
            if not self.containers:
                self._write_footnotes()

        return close

    def inside(self, write: Callable[[], object]) -> None:
        """Write a stretch inside another; too deep a nesting is left out."""
        if self._nested < _MOST_NESTED:
            self._nested += 1
            write()
            self._nested -= 1

    def raw(self, kind: BlockKind | None, start: int, end: int, part: int) -> None:
        """Copy a stretch as it is, without the white space around it; a kind of None is left out."""
        if kind is None or self.silent:
            return
        text = self.writer.text_of(part)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if kind == "code":
            self.paragraph()
        self.writer.gap("\n")
        frame = self.writer.begin()
        self.writer.copy(start, end, part)
        span = self.writer.end(frame)
        if span:
            self.writer.blocks.append(Block(kind, span))
        self.writer.gap("\n" if kind == "math" else "\n\n")

    def footnote(self, call: Call) -> int:
        """Write the sign of a footnote, and keep its text."""
        braces = self.lexer(call.part).group(self.arguments(call, "o"), call.end)
        if braces is None:
            return call.at
        if not self.silent and self._footnote_depth < _MOST_NESTED:
            self._footnotes.append((self._footnote_depth + 1, call.part, *braces))
        if call.name not in _WITHOUT_SIGN:
            self.placeholder(call.start, call.at, call.part, "note")
        return braces[1] + 1

    def _write_footnotes(self) -> None:
        """Write the footnotes that wait, and those that they hold; a footnote is not interrupted by others."""
        if self._footnote_depth:
            return
        while self._footnotes and not self.containers:
            self._footnote_depth, part, start, end = self._footnotes.popleft()
            close = self.open_block("footnote")
            self.inside(lambda at=(part, start, end): self.walk(*at))  # type: ignore[misc]
            close()
        self._footnote_depth = 0

    def report_unclosed(self, opened: Opened, part: int) -> None:
        """Report what is open at the end of a file."""
        if not self.silent:
            what = "this brace is" if opened.name == "{" else f"\\begin{{{opened.name}}} is"
            self.writer.problem(f"{what} never closed", opened.start, part)
