"""Markdown of Pandoc, Quarto, R Markdown and manubot: prose, with the citations that it states by key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lint_article.document import Citation, CitationItem, Reading, Source
from lint_article.readers.bibliography.files import (
    bibliographies_in,
    bibliographies_of_project,
)
from lint_article.readers.characters import decode
from lint_article.readers.markdown.blocks import Blocks
from lint_article.readers.other_files import OtherFiles
from lint_article.readers.writer import Writer
from lint_article.text import Span

if TYPE_CHECKING:  # what reads YAML is imported where there is a front matter
    from lint_article.readers.markdown.front_matter import FrontMatter


def read_markdown(source: Source) -> Reading:
    """Return the manuscript's prose, and behind it the bibliographies that it, its folder or the user names.

    `[@key]`, `@key` and `[-@key]` are given citations, each key with its own span; code, mathematics, front matter and
    references to figures and sections are marked as what they are.
    """
    raw = decode(source.data)
    writer = Writer(source, raw)
    manuscript = Manuscript(writer, Path(source.path))
    with writer.to_the_end():
        manuscript.read(0, raw)
    return manuscript.finish(source.bibliography)


class Manuscript(Blocks):
    """Writes the main file, what it includes, and its bibliographies."""

    def __init__(self, writer: Writer, path: Path) -> None:
        super().__init__(writer)
        self._others = OtherFiles(writer, path)
        self._front: FrontMatter | None = None
        self._all_at: Span | None = None

    def finish(self, named: tuple[str, ...]) -> Reading:
        """Write the bibliographies and return the reading."""
        writer = self.writer
        known = len(writer.problems)
        writer.other_keys |= self.aliases
        self._write_front_matter()
        self._others.write_bibliographies(named, self._find_bibliographies)
        partial = len(writer.problems) > known
        if self._all_at:
            items = tuple(CitationItem(self._all_at, key=entry.key) for entry in writer.entries)
            writer.citations.append(Citation(self._all_at, "key", items))
        if not writer.entries and all(citation.narrative for citation in writer.citations):
            writer.citations.clear()  # an `@` alone, where nothing else tells of citations, is somebody's handle
        language = self._front.language if self._front else ""
        return writer.reading(complete=bool(writer.citations), partial=partial, language=language)

    def _find_bibliographies(self) -> list[Path]:
        folder = self._others.folder
        return bibliographies_of_project(self.writer, folder) or bibliographies_in(self.writer, folder)

    def include(self, name: str, at: int) -> None:
        """Write an included file in its place; one that is missing is a problem at its name."""
        with self._others.include(name, at, self.part) as opened:
            if opened:
                raw, part = opened
                self.read(part, raw)

    def bibliography(self, name: str, at: int) -> None:
        """Keep the name of a bibliography, to be written at the end."""
        self._others.name_bibliography(name, at, self.part)

    def metadata(self, start: int, end: int) -> None:
        """Write what the front matter has for readers, and keep what it names."""
        from lint_article.readers.markdown.front_matter import read_front_matter

        front = read_front_matter(self.writer, start, end, self.part)
        for name, at in front.bibliographies:
            self.bibliography(name, at)
        if self.part == 0:
            self._front = self._front or front
        self.writer.gap()
        frame = self.writer.begin()
        self._read_lines(front.abstract)
        self.writer.end_block(frame, "abstract")

    def _read_lines(self, lines: tuple[tuple[int, int], ...]) -> None:
        """Read lines of the front matter as paragraphs."""
        for start, end in lines:
            if start == end:
                self.flush()
            else:
                with_break = end + (self.raw[end : end + 1] == "\n")
                self.current().add("text", start, with_break, self.raw[start:with_break])
        self.flush()

    def _write_front_matter(self) -> None:
        """Write keys that the front matter cites without printing them, which are hidden, and its own references."""
        if self._front is None:
            return
        from lint_article.readers.markdown.front_matter import write_references

        self.raw = self.writer.text_of(0)
        self.writer.gap()
        frame = self.writer.begin()
        self._read_lines(self._front.nocite)
        hidden = self.writer.end_mark(frame, "hidden")
        if any("@*" in self.raw[start:end] for start, end in self._front.nocite):
            self._all_at = hidden
        write_references(self.writer, 0, self._front)
