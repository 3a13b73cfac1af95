"""Writes a reading: its text, its blocks, and what its format states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lint_article.document import Block, BlockKind, Citation, Comment, Given, Problem, Reading, Source
from lint_article.readers.nesting import in_order, nesting, outer_first, with_keys
from lint_article.readers.reference_entry import Entry, reference
from lint_article.readers.text_writer import Frame, TextWriter
from lint_article.text import Origin, Span

__all__ = ["Frame", "Writer"]


class Writer(TextWriter):
    """Collects one reading of a source."""

    def __init__(self, source: Source, raw: str) -> None:
        super().__init__(raw, source.files)
        self._source = source
        self.is_alone = source.is_alone
        self._fault: Exception | None = None
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.citations: list[Citation] = []
        self.entries: list[Entry] = []
        self.other_keys: dict[str, str] = {}

    def end_block(self, frame: Frame, kind: BlockKind, level: int = 0) -> Span | None:
        """End a stretch that is a block, and set the next text apart."""
        span = self.end(frame)
        if span:
            self.blocks.append(Block(kind, span, level))
        self.gap()
        return span

    def in_language(self, language: str, close: Callable[[], object] | None) -> Callable[[], object]:
        """Begin a stretch whose language is stated; return what ends it after `close`."""
        frame = self.begin()

        def end_language() -> None:
            if close:
                close()
            self.end_mark(frame, "language", language)

        return end_language

    def comment(self, text: str, start: int, end: int, part: int = 0) -> None:
        """Keep a comment of the origin if it is meant for us."""
        if "lint-article" in text or text.lstrip().startswith("vale "):
            at = len(self._builder)
            self.comments.append(Comment(Span(at, at), text.strip(), self._builder.place(Origin(part, start, end))))

    def problem(self, reason: str, at: int, part: int = 0) -> None:
        """Say that the source could not be read here; what follows is set apart at exactly this place."""
        self.problems.append(Problem("unreadable-source", self._set_apart(at, part), (("reason", reason),)))

    def add_unchecked(self, what: str, reason: str, at: int, part: int = 0) -> None:
        """Say that something of the source is not in the text, and why; the place is where it begins."""
        values = (("what", what), ("reason", reason))
        self.problems.append(Problem("unchecked-text", self._set_apart(at, part), values))

    def _set_apart(self, at: int, part: int) -> Span:
        self.forget_blanks()
        self._held = None
        self._gap = ""
        self._tail = "\n\n"
        return self._builder.insert("\n\n", at, part, "unreadable")

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
