"""Directives and other explicit mark-up of reStructuredText, and stretches that are indented."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import ClassVar

from lint_article.document import Source
from lint_article.readers.line_markup import Range
from lint_article.readers.reference_entry import Entry
from lint_article.readers.rst.inline import RstInline

_CODE = frozenset(
    "code code-block sourcecode parsed-literal highlight doctest testcode ipython prompt program-output".split()
)
_DROPPED = frozenset(
    "raw toctree literalinclude meta contents sectnum index default-role role footbibliography tabularcolumns graphviz"
    " digraph graph plot unicode replace currentmodule module highlightlang header footer bokeh-plot"
    " jupyter-execute".split()
)
_QUOTES = frozenset({"epigraph", "pull-quote", "highlights"})
_FIGURES = frozenset({"figure", "image", "video"})
_OPTION = re.compile(r"[ \t]*:[\w-]+:(?:[ \t]|$)")


class Directives(RstInline):
    """Writes explicit mark-up. `base` is the indent of the lines that are being read."""

    START: ClassVar[re.Pattern[str]] = re.compile(
        r"[ \t]*\.\. (?:\|[^|\n]+\| )?(?P<name>[\w:+.-]+?)::(?:[ \t]+(?P<argument>[^\n]*))?$"
    )
    COMMENT: ClassVar[re.Pattern[str]] = re.compile(r"[ \t]*\.\.(?:[ \t]+(?P<text>[^\n]*))?$|__ ")

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.base = 0

    @abstractmethod
    def read_lines(self, lines: list[Range]) -> None:
        """Write the blocks of some lines."""

    def read_blocks(self, start: int, end: int) -> None:
        """Write the blocks of a stretch."""
        outside, self.base = self.base, 0
        self.read_lines(list(self.lines(start, end)))
        self.base = outside

    def read_indented(self, lines: list[Range]) -> None:
        """Write the blocks of lines that are indented further."""
        indents = [self.indent(line) for line in lines if self.is_filled(line)]
        if indents and self.is_nested_too_deeply():
            self.block("paragraph", lines[0][0], lines[-1][1])
        elif indents:
            outside, self.base = self.base, min(indents)
            self._nested += 1
            self.read_lines(lines)
            self._nested -= 1
            self.base = outside

    def indent(self, line: Range) -> int:
        """Return by how much a line is indented; a tab counts as eight."""
        written = self.raw[slice(*line)].expandtabs(8)
        return len(written) - len(written.lstrip())

    def find_indented(self, lines: list[Range], at: int) -> tuple[int, int]:
        """Return the first and the last of the lines from `at` that are indented, the last exclusive."""
        end = last = at
        while end < len(lines) and (not self.is_filled(lines[end]) or self.indent(lines[end]) > self.base):
            end += 1
            last = end if self.is_filled(lines[end - 1]) else last
        first = next((n for n in range(at, last) if self.is_filled(lines[n])), last)
        return first, max(last, at)

    def reference(self, key: str, start: int, end: int) -> None:
        """Write an entry that a key cites."""
        self.writer.gap()
        frame = self.writer.begin()
        self.write_inline(start, end)
        self.writer.entries.append(Entry(key, span=self.writer.end_block(frame, "reference")))

    def explicit(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        """Take a comment; targets of links and definitions print nothing."""
        _, end = self.find_indented(lines, at + 1)
        text = match["text"] or ""
        if not text.startswith(("_", "|")):
            self.comment(lines[at][0] + 2, max(lines[at][1], lines[end - 1][1]))
        return end

    def directive(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        """Write what a directive prints."""
        name, argument = match["name"].lower().removeprefix("rst:"), match.span("argument")
        first, end = self.find_indented(lines, at + 1)
        while first < end and _OPTION.match(self.raw, *lines[first]):
            first += 1
        body = lines[first:end]
        filled = [line for line in body if self.is_filled(line)]
        if name in _CODE and filled:
            self.code_block(filled[0][0], filled[-1][1])
        elif name == "math" and (filled or match["argument"]):
            start = argument[0] if match["argument"] else filled[0][0]
            self.code_block(start, filled[-1][1] if filled else argument[1], "math")
        elif name == "include" and match["argument"]:
            self.include(match["argument"].strip(), argument[0])
        elif name == "bibliography":
            self._bibliographies(argument)
        elif name in _FIGURES:
            self._caption(filled)
        elif name in _QUOTES or (name == "topic" and (match["argument"] or "").strip().lower() == "abstract"):
            with self.open_block("quote" if name in _QUOTES else "abstract"):
                self.read_indented(body)
        elif name not in _DROPPED and not name.startswith("auto"):
            if match["argument"] and name not in ("container", "class", "only", "rst-class"):
                self.block("caption" if "table" in name else "paragraph", *argument)
            self.read_indented(body)
        return end

    def _bibliographies(self, argument: Range) -> None:
        if argument[0] >= 0:
            for named in re.finditer(r"\S+", self.raw[slice(*argument)]):
                self.bibliography(named[0], argument[0] + named.start())

    def _caption(self, lines: list[Range]) -> None:
        if lines:
            self.block("caption", lines[0][0], lines[-1][1])
