"""Org: the blocks of a file, its settings and what it includes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lint_article.document import BlockKind, Reading, Source
from lint_article.readers.line_markup import Range
from lint_article.readers.org.inline import OrgInline

_HEADING = re.compile(
    r"(?P<stars>\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#\w\][ \t]*)?"
    r"(?P<text>[^\n]*?)(?:[ \t]+(?P<tags>:[\w@#%:]+:))?[ \t]*$"
)
_SETTING = re.compile(r"[ \t]*#\+(?P<name>[\w_-]+)(?:\[[^\]\n]*\])?:[ \t]*(?P<value>[^\n]*?)[ \t]*$")
_BEGIN = re.compile(r"[ \t]*#\+begin_(?P<name>\w+)[^\n]*$", re.IGNORECASE)
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:[-+]|(?<=[ \t])\*|\d{1,4}[.)])(?:[ \t]+|$)(?:\[@\d+\][ \t]*)?(?:\[[ xX-]\][ \t]+)?"
)
_FOOTNOTE = re.compile(r"\[fn:[\w-]+\][ \t]*")
_END = re.compile(r"#\+end_(\S+)", re.IGNORECASE)
_TABLE = re.compile(r"[ \t]*\|")
_RULER = re.compile(r"[ \t]*(?:\|[-+]|-{5,}[ \t]*$)")
_DRAWER = re.compile(r"[ \t]*:[\w-]+:[ \t]*$")
_DRAWER_END = re.compile(r"[ \t]*:END:[ \t]*$", re.IGNORECASE)
_FIXED = re.compile(r"[ \t]*:(?: |$)")
_COMMENT = re.compile(r"[ \t]*#(?: |$)")
_PLANNING = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):")
_FORMULA = re.compile(r"[ \t]*\\begin\{(?P<name>[\w*]+)\}")
_CELL = re.compile(r"[^|\n]+")
_BLOCKS: Mapping[str, BlockKind | None] = {
    "src": "code",
    "example": "code",
    "export": None,
    "comment": None,
    "quote": "quote",
    "verse": "quote",
    "abstract": "abstract",
}
_SETTINGS: Mapping[str, BlockKind] = {
    "title": "title",
    "subtitle": "title",
    "author": "metadata",
    "date": "metadata",
    "caption": "caption",
}
_UNPRINTED = frozenset({"noexport"})


def read_org(source: Source) -> Reading:
    """Return the manuscript's prose, the files that it includes in their places, and its bibliographies behind it."""
    return _Org(source).read()


class _Org(OrgInline):
    names = ("", ".org")

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._unclosed: set[tuple[int, str]] = set()
        self._closed: dict[int, set[str]] = {}

    def read_blocks(self, start: int, end: int) -> None:
        """Write the blocks of a stretch."""
        lines = list(self.lines(start, end))
        at = 0
        while at < len(lines):
            at = max(self._take(lines, at), at + 1)

    def _take(self, lines: list[Range], at: int) -> int:
        """Write the block that begins with a line; return the number of the line behind it."""
        for pattern, write in _STARTS:
            match = pattern.match(self.raw, *lines[at])
            if match:
                return write(self, match, lines, at)
        return self._paragraph(lines, at) if self.is_filled(lines[at]) else at + 1

    def _paragraph(self, lines: list[Range], at: int, kind: BlockKind = "paragraph", start: int = -1) -> int:
        end = at + 1
        while end < len(lines) and self.is_filled(lines[end]) and not self._is_block_start(lines[end]):
            end += 1
        self.block(kind, lines[at][0] if start < 0 else start, lines[end - 1][1])
        return end

    def _is_block_start(self, line: Range) -> bool:
        return any(pattern.match(self.raw, *line) for pattern, _ in _STARTS if pattern is not _COMMENT)

    def _heading(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        level = len(match["stars"])
        if _UNPRINTED & set((match["tags"] or "").split(":")) or match["text"].startswith("COMMENT"):
            return self._next_heading(lines, at, level)
        self.block("heading", *match.span("text"), level)
        return at + 1

    def _next_heading(self, lines: list[Range], at: int, level: int) -> int:
        """Return the number of the next line that is a heading of this level or above."""
        for number in range(at + 1, len(lines)):
            match = _HEADING.match(self.raw, *lines[number])
            if match and len(match["stars"]) <= level:
                return number
        return len(lines)

    def _setting(self, match: re.Match[str], _lines: list[Range], at: int) -> int:
        name, value = match["name"].lower(), match["value"]
        if name in _SETTINGS and value:
            self.block(_SETTINGS[name], *match.span("value"))
        elif name == "language":
            self.language = value.replace("_", "-")
        elif name == "bibliography" and value:
            self.bibliography(value.split(" #")[0].strip('" '), match.start("value"))
        elif name == "include" and (named := re.match(r'"?(?P<name>[^"\n]+?\.org)"?(?=[ \t:"]|$)', value)):
            self.include(named["name"], match.start("value"))
        return at + 1

    def _begin(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        name = match["name"].lower()
        closing = re.compile(rf"[ \t]*#\+end_{re.escape(name)}[ \t]*$", re.IGNORECASE)
        end = None
        if name in self._closed_kinds():
            end = self._find(lines, at + 1, f"end_{name}", lambda line: bool(closing.match(self.raw, *line)))
        if end is None:
            self.writer.problem(f"`#+begin_{name}` is never closed", lines[at][0], self.part)
            return at + 1
        if end == at + 1:
            return end + 1
        inside = lines[at + 1][0], lines[end - 1][1]
        kind = _BLOCKS.get(name, "paragraph")
        if kind == "code":
            self.code_block(*inside)
        elif kind in ("quote", "abstract"):
            with self.open_block(kind):
                self.read_inner_blocks(*inside)
        elif kind:
            self.read_inner_blocks(*inside)
        return end + 1

    def _closed_kinds(self) -> set[str]:
        """Return the kinds of blocks that the file closes anywhere."""
        if self.part not in self._closed:
            self._closed[self.part] = {name.lower() for name in _END.findall(self.raw)}
        return self._closed[self.part]

    def _find(self, lines: list[Range], at: int, name: str, is_end: Callable[[Range], bool]) -> int | None:
        """Return the number of the line that ends something; what has no end is looked for once."""
        if (self.part, name) in self._unclosed:
            return None
        end = next((number for number in range(at, len(lines)) if is_end(lines[number])), None)
        if end is None:
            self._unclosed.add((self.part, name))
        return end

    def _item(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        indent, end = len(match["indent"]), at + 1
        while end < len(lines) and self.is_filled(lines[end]) and not self._is_block_start(lines[end]):
            line = self.raw[slice(*lines[end])]
            if len(line) - len(line.lstrip()) <= indent:
                break
            end += 1
        self.block("item", match.end(), lines[end - 1][1])
        return end

    def _footnote(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        return self._paragraph(lines, at, "footnote", match.end())

    def _table(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        with self.open_block("table"):
            while at < len(lines) and _TABLE.match(self.raw, *lines[at]):
                if not _RULER.match(self.raw, *lines[at]):
                    self.row(cell.span() for cell in _CELL.finditer(self.raw, *lines[at]))
                at += 1
        return at

    def _drawer(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        ends = (n for n in range(at + 1, min(at + 200, len(lines))) if _DRAWER_END.match(self.raw, *lines[n]))
        return next(ends, at) + 1

    def _fixed_width(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        end = at
        while end < len(lines) and _FIXED.match(self.raw, *lines[end]):
            end += 1
        self.code_block(lines[at][0], lines[end - 1][1])
        return end

    def _comment(self, _: re.Match[str], lines: list[Range], at: int) -> int:
        self.comment(*lines[at])
        return at + 1

    def _formula(self, match: re.Match[str], lines: list[Range], at: int) -> int:
        closing = f"\\end{{{match['name']}}}"
        end = self._find(lines, at, closing, lambda line: closing in self.raw[slice(*line)])
        if end is None:
            return self._paragraph(lines, at)
        self.code_block(lines[at][0], lines[end][1], "math")
        return end + 1

    def _nothing(self, _: re.Match[str], _lines: list[Range], at: int) -> int:
        return at + 1


_Write = Callable[[_Org, re.Match[str], list[Range], int], int]
_STARTS: tuple[tuple[re.Pattern[str], _Write], ...] = (
    (_HEADING, _Org._heading),
    (_BEGIN, _Org._begin),
    (_SETTING, _Org._setting),
    (_DRAWER, _Org._drawer),
    (_COMMENT, _Org._comment),
    (_PLANNING, _Org._nothing),
    (_RULER, _Org._nothing),
    (_TABLE, _Org._table),
    (_FIXED, _Org._fixed_width),
    (_FORMULA, _Org._formula),
    (_FOOTNOTE, _Org._footnote),
    (_ITEM, _Org._item),
)
