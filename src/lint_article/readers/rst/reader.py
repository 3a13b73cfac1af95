"""reStructuredText: sections, paragraphs, lists, tables, directives, notes, and entries of a reference list."""

from __future__ import annotations

import re
from collections.abc import Callable

from lint_article.document import Reading, Source
from lint_article.readers.line_markup import Range
from lint_article.readers.rst.directives import Directives

_UNDERLINE = re.compile(r"(?P<sign>[=\-~`:'\"^_*+#<>.!$%&(),/;?@\[\]\\{|}])(?P=sign)+[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|(?:\d{1,4}|[a-z]|#|[ivx]{1,6})[.)]|\((?:\d{1,4}|[a-zA-Z]|#)\))(?:[ \t]+|$)")
_FIELD = re.compile(r":(?P<name>[\w -]{1,60}):(?:[ \t]+|$)")
_LINE_BLOCK = re.compile(r"[ \t]*\|(?: |$)")
_GRID = re.compile(r"[ \t]*\+[-=+]{3,}\+[ \t]*$")
_SIMPLE_TABLE = re.compile(r"[ \t]*=+(?:[ \t]+=+)+[ \t]*$")
_DOCTEST = re.compile(r"[ \t]*>>> ")
_ENTRY = re.compile(r"\.\. \[(?P<key>[A-Za-z][\w.+:-]*)\][ \t]*")
_FOOTNOTE = re.compile(r"\.\. \[(?:\d+|#[\w-]*|\*)\][ \t]*")
_CELL = re.compile(r"[^|\n]+")
_COLUMN = re.compile(r"\S+(?: \S+)*")
_METADATA = frozenset(
    "author authors address contact organization date status version copyright affiliation email".split()
)


def read_rst(source: Source) -> Reading:
    """Return the manuscript's prose, the files that it includes in their places, and its bibliographies behind it.

    `[Key]_` cites the entry `.. [Key]`, and `:cite:` an entry of the bibliographies.
    """
    return _Rst(source).read()


class _Rst(Directives):
    names = ("", ".rst", ".txt")

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._signs: list[str] = []
        self._is_first = True

    def read_lines(self, lines: list[Range]) -> None:
        """Write the blocks of some lines."""
        at = 0
        while at < len(lines):
            after = self._take(lines, at) if self.is_filled(lines[at]) else at + 1
            self._is_first = self._is_first and not self.is_filled(lines[at])
            at = max(after, at + 1)

    def _take(self, lines: list[Range], at: int) -> int:
        """Write the block that begins with a line; return the number of the line behind it."""
        if after := self._heading(lines, at):
            return after
        start, end = lines[at]
        for pattern, write in _STARTS:
            match = pattern.match(self.raw, start, end)
            if match:
                return write(self, match, lines, at)
        if self.indent(lines[at]) > self.base:
            return self._quote(lines, at)
        return self._paragraph(lines, at)

    def _heading(self, lines: list[Range], at: int) -> int:
        """Write a title with its line below, and perhaps above; return 0 if there is none here."""
        above = _UNDERLINE.match(self.raw, *lines[at])
        title = at + 1 if above else at
        below = _UNDERLINE.match(self.raw, *lines[title + 1]) if title + 1 < len(lines) else None
        if below is None or not self.is_filled(lines[title]) or (not above and self.indent(lines[title])):
            return 0
        words = self.raw[slice(*lines[title])].strip()
        if (above and above["sign"] != below["sign"]) or len(below[0].rstrip()) < min(len(words), 4):
            return 0
        sign = below["sign"] * (2 if above else 1)
        if self._is_first and not self._signs:
            self._signs.append(sign)
            self.block("title", *lines[title])
            return title + 2
        if sign not in self._signs:
            self._signs.append(sign)
        self.block("heading", *lines[title], self._signs.index(sign) + 1)
        return title + 2

    def _paragraph(self, lines: list[Range], at: int) -> int:
        end = at + 1
        while end < len(lines) and self.is_filled(lines[end]) and self.indent(lines[end]) == self.base:
            end += 1
        if end < len(lines) and self.is_filled(lines[end]) and end == at + 1:
            return self._definition(lines, at)
        start, stop = lines[at][0], lines[end - 1][1]
        is_literal = self.raw.endswith("::", start, stop)
        if is_literal:
            stop -= 1 if not self.raw[stop - 3 : stop - 2].isspace() else 2
        if self.raw[start:stop].strip(": \t\n"):
            self.block("paragraph", start, stop)
        return self._literal(lines, end) if is_literal else end

    def _literal(self, lines: list[Range], at: int) -> int:
        first, end = self.find_indented(lines, at)
        if first < end:
            self.code_block(lines[first][0], lines[end - 1][1])
        return end

    def _definition(self, lines: list[Range], at: int) -> int:
        """Write a term and what is said of it."""
        first, end = self.find_indented(lines, at + 1)
        self.block("paragraph", *lines[at])
        self.read_indented(lines[first:end])
        return end

    def _quote(self, lines: list[Range], at: int) -> int:
        _, end = self.find_indented(lines, at)
        with self.open_block("quote"):
            self.read_indented(lines[at:end])
        return end

    def _item(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        if match[0].strip()[0].isalpha() and at + 1 < len(lines) and self.is_filled(lines[at + 1]):
            following = self.indent(lines[at + 1])
            if following <= self.base and not _ITEM.match(self.raw, *lines[at + 1]):
                return self._paragraph(lines, at)  # `A. Smith` begins a paragraph
        _, end = self.find_indented(lines, at + 1)
        own = [(match.end(), lines[at][1])]
        blank = next((n for n in range(at + 1, end) if not self.is_filled(lines[n])), end)
        own += lines[at + 1 : blank]
        nested = next((n for n in range(at + 1, blank) if _ITEM.match(self.raw, *lines[n])), blank)
        self.block("item", own[0][0], own[nested - at - 1][1])
        self.read_indented(lines[nested:end])
        return end

    def _field(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        _, end = self.find_indented(lines, at + 1)
        name = match["name"].lower()
        if name in _METADATA:
            self.block("metadata", match.end(), lines[end - 1][1])
        elif name == "abstract":
            self.block("abstract", match.end(), lines[end - 1][1])
        elif name != "orphan":
            self.block("paragraph", match.end(), lines[end - 1][1])
        return end

    def _line_block(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        with self.open_block("paragraph"):
            while at < len(lines) and (line := _LINE_BLOCK.match(self.raw, *lines[at])):
                last, at = at, at + 1
                while at < len(lines) and self.is_filled(lines[at]) and self.indent(lines[at]) > self.base:
                    if _LINE_BLOCK.match(self.raw, *lines[at]):
                        break
                    last, at = at, at + 1  # a line that goes on
                self.write_inline(line.end(), lines[last][1])
                self.writer.line_break(lines[last][1], lines[last][1] + 1, self.part)
        return at

    def _table(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        """Write a grid table; a cell of several lines is written line by line."""
        with self.open_block("table"):
            while at < len(lines) and self.raw[slice(*lines[at])].lstrip()[:1] in ("+", "|"):
                if not _GRID.match(self.raw, *lines[at]):
                    self.row(cell.span() for cell in _CELL.finditer(self.raw, *lines[at]))
                at += 1
        return at

    def _simple_table(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        rulers = [n for n in range(at, len(lines)) if _SIMPLE_TABLE.match(self.raw, *lines[n])][:3]
        blank = next((n for n in range(at, len(lines)) if n > rulers[-1] and not self.is_filled(lines[n])), len(lines))
        end = next((n for n in rulers[1:] if n + 1 >= len(lines) or not self.is_filled(lines[n + 1])), blank)
        with self.open_block("table"):
            for number in range(at, min(end + 1, len(lines))):
                if number not in rulers:
                    self.row(cell.span() for cell in _COLUMN.finditer(self.raw, *lines[number]))
        return end + 1

    def _doctest(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        end = next((n for n in range(at, len(lines)) if not self.is_filled(lines[n])), len(lines))
        self.code_block(lines[at][0], lines[end - 1][1])
        return end

    def _entry(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        _, end = self.find_indented(lines, at + 1)
        self.reference(match["key"], match.end(), lines[end - 1][1])
        return end

    def _footnote(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        _, end = self.find_indented(lines, at + 1)
        self.block("footnote", match.end(), lines[end - 1][1])
        return end


_Write = Callable[[_Rst, re.Match[str], list[Range], int], int]
_STARTS: tuple[tuple[re.Pattern[str], _Write], ...] = (
    (_ENTRY, _Rst._entry),
    (_FOOTNOTE, _Rst._footnote),
    (Directives.START, _Rst.directive),
    (Directives.COMMENT, _Rst.explicit),
    (_GRID, _Rst._table),
    (_SIMPLE_TABLE, _Rst._simple_table),
    (_DOCTEST, _Rst._doctest),
    (_LINE_BLOCK, _Rst._line_block),
    (_FIELD, _Rst._field),
    (_ITEM, _Rst._item),
)
