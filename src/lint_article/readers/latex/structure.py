"""The structure of a LaTeX manuscript: environments, headings, titles, lists, tables, captions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_article.document import BlockKind
from lint_article.readers.latex.blocks import LatexBlocks
from lint_article.readers.latex.code_chunks import Chunk
from lint_article.readers.latex.command_tables import (
    CODE,
    DRAWINGS,
    ENVIRONMENT_ARGUMENTS,
    ENVIRONMENTS,
    LANGUAGES,
    LEFT_OUT,
    LEVELS,
    LISTS,
    MATHEMATICS,
)
from lint_article.readers.latex.lexer import LatexToken
from lint_article.readers.latex.walker import Call, Close, Opened
from lint_article.readers.writer import Writer

_RAW: Mapping[str, BlockKind | None] = {
    **dict.fromkeys(MATHEMATICS, "math"),
    **dict.fromkeys(CODE, "code"),
    **dict.fromkeys((*LEFT_OUT, *DRAWINGS)),
}
_NAMES_CODE = re.compile(r"code|listing|verb|minted|terminal", re.IGNORECASE)
_ROW_ENDS = frozenset({"\\", "tabularnewline", "newline", "linebreak", "cr"})
_LINE_ENDS = frozenset({"\\", "newline"})
_TITLES: Mapping[str, BlockKind] = {
    "title": "title",
    "author": "metadata",
    "date": "metadata",
    "affil": "metadata",
    "affiliation": "metadata",
    "address": "metadata",
    "institute": "metadata",
    "abstract": "abstract",
    "Abstract": "abstract",
}
_FOOTNOTES = frozenset({"footnote", "footnotetext", "thanks", "endnote", "marginpar", "tablefootnote"})
_ADDRESS = re.compile(r"(?:://|www\.)\S*$")
_LONGEST_ADDRESS = 200
_LONGEST_HEADING = 1000  # code points of its source


class Structure(LatexBlocks):
    """Writes LaTeX source as the blocks of a manuscript."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._items: list[Close | None] = []

    def begin_environment(self, token: LatexToken, part: int, end: int) -> int:
        """Open an environment: its arguments are passed over, and raw ones are written whole."""
        name = token.name
        if name in _RAW or _NAMES_CODE.search(name):
            closing = self.lexer(part).text.find(f"\\end{{{name}}}", token.end, end)
            if closing >= 0:
                self.raw(_RAW.get(name, "code"), token.end, closing, part)
                after = closing + len(name) + 6
                if name in DRAWINGS:
                    self.placeholder(token.start, after, part)
                return after
            self._report_unended(name, token.start, part)
            return token.end
        call = Call(name, part, token.start, token.end, end)
        at = self.arguments(call, ENVIRONMENT_ARGUMENTS.get(name, "o"))
        close = self._open_environment(name)
        language = self._stated_language(call)
        close = self.writer.in_language(language, close) if language and not self.silent else close
        self.stack.append(Opened(name, token.start, close))
        return at

    def _stated_language(self, call: Call) -> str:
        """Return the language of an environment of babel or polyglossia, or ""."""
        lexer = self.lexer(call.part)
        options = lexer.optional(call.at, call.end)
        braces = lexer.group(options[1] + 1 if options else call.at, call.end)
        other = braces if call.name in ("otherlanguage", "otherlanguage*") else None
        return LANGUAGES.get(lexer.text[slice(*other)].strip() if other else call.name, "")

    def chunk(self, chunk: Chunk, part: int) -> None:
        """Write a chunk as a block of code."""
        self.raw("code", *chunk.code, part)

    def command(self, call: Call) -> int | None:
        """Do what the commands of structure do."""
        name = call.name
        if name in LEVELS:
            return self._heading(call)
        if name in ("caption", "captionof", "subcaption"):
            return self._block_from_braces(call, "d" if name == "captionof" else "so", "caption")
        if name in _ROW_ENDS:
            return self._row_end(call)
        if name in _FOOTNOTES:
            return self.footnote(call)
        if name in _TITLES:
            return self._title(call)
        if name == "par":
            self.paragraph()
            return call.at
        return self._item(call) if name == "item" else None

    def _sign(self, token: LatexToken, part: int) -> None:
        if token.name == "&" and "table" in self.containers:
            self.writer.gap("\t")
        else:
            super()._sign(token, part)

    def _open_environment(self, name: str) -> Close | None:
        if self.silent:
            return None
        if name in LISTS:
            self._items.append(None)
            return self._end_list
        if name in ENVIRONMENTS:
            return self.open_block(ENVIRONMENTS[name])
        self.paragraph()
        return self.paragraph

    def _end_list(self) -> None:
        end_item = self._items.pop()
        if end_item:
            end_item()
        self.paragraph()

    def _item(self, call: Call) -> int:
        label = self.lexer(call.part).optional(call.at, call.end)
        if self.silent or not self._items:
            return label[1] + 1 if label else call.at
        end_item = self._items[-1]
        if end_item:
            end_item()
        self._items[-1] = self.open_block("item")
        if label is None:
            return call.at
        self.inside(lambda: self.walk(call.part, *label))
        self.writer.space(label[1], call.part)
        return label[1] + 1

    def _heading(self, call: Call) -> int:
        """Open a heading; one whose brace is never closed ends with its line."""
        at, lexer = self.arguments(call, "so"), self.lexer(call.part)
        brace = lexer.skip_space(at, call.end)
        closed = lexer.group(at, min(call.end, brace + _LONGEST_HEADING))
        if closed or not lexer.text.startswith("{", brace, call.end):
            return self._block_from_braces(call, "so", "heading", LEVELS[call.name])
        line_end = lexer.text.find("\n", brace, call.end)
        after = line_end if line_end >= 0 else call.end
        if not self.silent:
            self.report_unclosed(Opened("{", brace), call.part)
            close = self.open_block("heading", LEVELS[call.name])
            self.inside(lambda: self.walk(call.part, brace + 1, after))
            close()
        return after

    def _block_from_braces(self, call: Call, before: str, kind: BlockKind, level: int = 0) -> int:
        if not self.silent:
            self.when_opened(lambda: self.open_block(kind, level))
        return self.arguments(call, before)

    def _row_end(self, call: Call) -> int:
        at = self._after_length(call) if call.name == "\\" else call.at
        if "table" in self.containers:
            self.writer.gap("\n")
        elif call.name == "linebreak" and self._is_in_address(call):
            return at + call.blanks
        elif call.name in _LINE_ENDS and not self.silent:
            self.writer.line_break(call.start, at, call.part)
        else:
            self.writer.space(call.start, call.part)
        return at

    def _is_in_address(self, call: Call) -> bool:
        before = self.lexer(call.part).text[max(call.start - _LONGEST_ADDRESS, 0) : call.start]
        return _ADDRESS.search(before) is not None

    def _after_length(self, call: Call) -> int:
        """Pass over the space that is asked for below a line; a number in brackets is a label on the next one."""
        lexer, at = self.lexer(call.part), self.arguments(call, "s")
        brackets = lexer.optional(at, call.end)
        return brackets[1] + 1 if brackets and not lexer.text[slice(*brackets)].isdigit() else at

    def _title(self, call: Call) -> int:
        """Write a title or what stands with it, though it be given before the document begins."""
        braces = self.lexer(call.part).group(self.arguments(call, "o"), call.end)
        if braces is None:
            return call.at
        silent, self.silent = self.silent, False
        close = self.open_block(_TITLES[call.name])
        self.inside(lambda: self.walk(call.part, *braces))
        close()
        self.silent = silent
        return braces[1] + 1

    def _report_unended(self, name: str, start: int, part: int) -> None:
        if not self.silent:
            self.writer.problem(f"\\begin{{{name}}} is never closed", start, part)
