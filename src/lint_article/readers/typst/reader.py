"""Typst: the blocks of a file, what its template is given, and what it includes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lint_article.document import BlockKind, Reading, Source
from lint_article.readers.typst.code import Code, code_at, contents_in
from lint_article.readers.typst.inline import LABEL, TypstInline

_COLUMNS = re.compile(r"\bcolumns\s*:\s*(?P<count>\d{1,3})\b")
# A label, or the key of an abbreviation as the packages for these want it.
_DEFINED = re.compile(
    rf"(?<![(,])(?<!, ){LABEL.pattern}"
    r'|\bkey\s*:\s*"(\w[\w.-]*)"\s*,\s*(?:short|long)\s*:|(?<![\w-])"?(\w[\w.-]*)"?\s*:\s*\(\s*(?:short|long)\s*:'
)
_FORM_OF_ABBREVIATION = re.compile(r":(?:pl|short|long|both|full|cap|desc)\b.*")
_BLANK = re.compile(r"[ \t]*\n(?:[ \t]*\n)+|\s+")
_HEADING = re.compile(r"[ \t]*(?P<signs>=+)[ \t]+(?P<text>[^\n]*)")
_ITEM = re.compile(r"[ \t]*(?:[-+/]|\d{1,4}\.)[ \t]+")
_RAW = re.compile(r"[ \t]*```(?P<text>.*?)```[ \t]*(?=\n|$)", re.DOTALL)
_FORMULA = re.compile(r"[ \t]*\$\s(?P<text>(?:[^$\\]|\\.)*?)\s\$[ \t]*(?:<[\w:.-]+>)?[ \t]*(?=\n|$)", re.DOTALL)
_CODE = re.compile(r"[ \t]*#(?=[A-Za-z_])")
_COMMENT = re.compile(r"[ \t]*(?P<sign>//[^\n]*|/\*)")
_PARAGRAPH_END = re.compile(
    r"\n[ \t]*(?=\n|=+[ \t]|[-+/][ \t]|\d{1,4}\.[ \t]|```"
    r"|#(?:figure|table|bibliography|include|set|show|let|import|pagebreak)\b)"
)
_ITEM_END = re.compile(rf"{_PARAGRAPH_END.pattern}|\n(?=\S)")
_LINE_END = re.compile(r"[ \t]*(?:<[\w:.-]+>[ \t]*)?(?:\n|$)")
_STRING = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"')
_TITLE = re.compile(r'(?<![\w-])title\s*:\s*"(?P<text>(?:[^"\\]|\\.)*)"')
_LANGUAGE = re.compile(r'\blang\s*:\s*"(?P<tag>[a-zA-Z-]{2,10})"')
_GIVEN: Mapping[str, BlockKind] = {"title": "title", "subtitle": "title", "abstract": "abstract"}
_TEMPLATE = re.compile(r"\s*:?\s*(?:[\w.-]+\s*=>\s*)?[\w.-]+\.with\s*\(|\s*:?\s*[\w-]+\s*=>\s*[\w-]+\(")
_BLOCKS: Mapping[str, BlockKind] = {"title": "title", "quote": "quote", "abstract": "abstract"}


def read_typst(source: Source) -> Reading:
    """Return the manuscript's prose, the files that it includes in their places, and its bibliographies behind it."""
    return _Typst(source).read()


class _Typst(TypstInline):
    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._labels: set[str] = set()

    def read_file(self) -> None:
        """Write the blocks of the file."""
        self._labels |= {match[match.lastindex or 0] for match in _DEFINED.finditer(self.raw)}
        super().read_file()

    def before_bibliographies(self) -> None:
        """Take what refers to a label or an abbreviation, of whatever file, from the citations."""
        writer = self.writer
        references = {one for one in writer.citations if self._is_defined(one.items[0].key)}
        for one in references:
            writer.mark("code", one.span)
        writer.citations[:] = [one for one in writer.citations if one not in references]

    def _is_defined(self, key: str) -> bool:
        """Tell whether it is a label, or an abbreviation of which a form may be asked for: `@cpu:pl`."""
        return key in self._labels or _FORM_OF_ABBREVIATION.sub("", key) in self._labels

    def read_blocks(self, start: int, end: int) -> None:
        """Write the blocks of a stretch."""
        at = start
        while at < end:
            blank = _BLANK.match(self.raw, at, end)
            at = blank.end() if blank else max(self._take(at, end), at + 1)

    def _take(self, at: int, end: int) -> int:
        """Write the block that begins here; return where it ends."""
        for pattern, write in _STARTS:
            match = pattern.match(self.raw, at, end)
            after = write(self, match, end) if match else 0
            if after:
                return after
        stop = self._paragraph_end(at, end)
        self.block("paragraph", at, stop)
        return stop

    def _paragraph_end(self, at: int, end: int, pattern: re.Pattern[str] = _PARAGRAPH_END) -> int:
        """Return where a paragraph ends, outside of the brackets of functions."""
        start = at
        while match := pattern.search(self.raw, at, end):
            opened = self.raw.rfind("#", start, match.start())
            code = code_at(self.raw, opened + 1, end) if opened >= 0 else None
            if code is None or code.end <= match.start():
                return match.start()
            at, start = code.end, code.end
        return end

    def _heading(self, match: re.Match[str], _: int) -> int:
        self.block("heading", *match.span("text"), len(match["signs"]))
        return match.end()

    def _item(self, match: re.Match[str], end: int) -> int:
        stop = self._paragraph_end(match.end(), end, _ITEM_END)
        self.block("item", match.end(), stop)
        return stop

    def _raw_block(self, match: re.Match[str], _: int) -> int:
        self.code_block(*match.span("text"))
        return match.end()

    def _formula(self, match: re.Match[str], _: int) -> int:
        self.code_block(*match.span("text"), kind="math")
        return match.end()

    def _comment(self, match: re.Match[str], _: int) -> int:
        sign = self.inline_mark_up.match(self.raw, match.start("sign"))
        return self.write_comment_mark(sign) if sign else match.end()

    def _code(self, match: re.Match[str], end: int) -> int:
        """Do what a function that begins a line does; 0 if it is a part of running text."""
        code = code_at(self.raw, match.end(), end)
        act = _STATEMENTS.get(code.name)
        if act:
            act(self, code)
            return code.end
        is_alone = _LINE_END.match(self.raw, code.end, end)
        if code.name in _BLOCKS and is_alone:
            for content in code.contents:
                with self.open_block(_BLOCKS[code.name]):
                    self._write_content(*content)
            return code.end
        if (
            is_alone
            and (code.contents or code.arguments)
            and code.name not in ("cite", "footnote", "link", "bibliography")
        ):
            self._write_parts(code)
            return code.end
        return 0

    def _line_end(self, at: int, end: int) -> int:
        found = self.raw.find("\n", at, end)
        return end if found < 0 else found

    def _write_content(self, start: int, end: int) -> None:
        """Write content: its blocks, or its text if it is one paragraph."""
        if "\n\n" in self.raw[start:end].strip():
            self.read_inner_blocks(start, end)
        else:
            self.write_inline(start, end)

    def _write_parts(self, code: Code) -> None:
        """Write the contents of a function as blocks: captions, cells, whatever it prints."""
        given = list(contents_in(self.raw, *code.arguments)) if code.arguments else []
        if code.name in ("table", "grid"):
            self._write_table(code, [content for _, content in given])
            return
        for name, content in given:
            with self.open_block("caption" if name == "caption" else "paragraph"):
                self._write_content(*content)
        for content in code.contents:
            self.read_inner_blocks(*content)

    def _write_table(self, code: Code, cells: list[tuple[int, int]]) -> None:
        columns = _COLUMNS.search(self.raw, *code.arguments) if code.arguments else None
        width = max(int(columns["count"]) if columns else 1, 1)
        with self.open_block("table"):
            for number, cell in enumerate([*cells, *code.contents]):
                self.writer.gap("\t" if number % width else "\n")
                self.write_inline(*cell)

    def _set(self, code: Code) -> None:
        """Take the language of the text; other settings print nothing."""
        language = _LANGUAGE.search(self.raw, *code.arguments) if code.arguments else None
        self.language = language["tag"] if language else self.language

    def _show(self, code: Code) -> None:
        """Write what a template is given: title and abstract."""
        if code.arguments is None or not _TEMPLATE.match(self.raw, *code.arguments):
            return
        if title := _TITLE.search(self.raw, *code.arguments):
            with self.open_block("title"):
                self.text(*title.span("text"))
        inside = self.raw.find("(", *code.arguments)
        for name, content in contents_in(self.raw, inside + 1, code.arguments[1], tuple(_GIVEN)):
            with self.open_block(_GIVEN[name]):
                self._write_content(*content)
        self._set(code)
        named = re.search(r"\bbibliography(?:-file)?\s*[:(]", self.raw[slice(*code.arguments)])
        if named:
            start = code.arguments[0] + named.end()
            self.named_bibliography(
                0, Code("bibliography", code.end, (start, self._line_end(start, code.arguments[1])))
            )

    def _include(self, code: Code) -> None:
        name = _STRING.search(self.raw, *code.arguments) if code.arguments else None
        if name:
            self.include(name["text"], name.start("text"))

    def _nothing(self, _: Code) -> None:
        """Write nothing."""


_STARTS: tuple[tuple[re.Pattern[str], Callable[[_Typst, re.Match[str], int], int]], ...] = (
    (_COMMENT, _Typst._comment),
    (_HEADING, _Typst._heading),
    (_RAW, _Typst._raw_block),
    (_FORMULA, _Typst._formula),
    (_ITEM, _Typst._item),
    (_CODE, _Typst._code),
)
_STATEMENTS: Mapping[str, Callable[[_Typst, Code], object]] = {
    "set": _Typst._set,
    "show": _Typst._show,
    "include": _Typst._include,
    **dict.fromkeys(("let", "import", "if", "for", "while", "context", "return"), _Typst._nothing),
}
