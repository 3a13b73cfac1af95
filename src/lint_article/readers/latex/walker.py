"""Running text of LaTeX: words, dashes, quotation marks, formulas, braces; commands are left to subclasses."""

from __future__ import annotations

from collections.abc import Callable

from lint_article.dataclass import dataclass
from lint_article.readers.latex.code_chunks import Chunk
from lint_article.readers.latex.command_tables import SIGNS
from lint_article.readers.latex.lexer import PARAGRAPH, PLAIN, LatexToken, Lexer
from lint_article.readers.writer import Writer

Close = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Call:
    """A command where it is used: in which part, from where to where, and up to where its arguments may reach.

    `blanks` counts the blanks behind it, which TeX swallows if it is a word.
    """

    name: str
    part: int
    start: int
    at: int
    end: int
    blanks: int = 0


@dataclass(slots=True)
class Opened:
    """A brace ("{") or an environment that is open, and what is done when it closes."""

    name: str
    start: int
    close: Close | None = None


class Walker:
    """Writes LaTeX source as text; subclasses know commands and environments. `here` is where the last token ended."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.stack: list[Opened] = []
        self.silent = False
        self.over = False
        self._lexers: dict[int, Lexer] = {}
        self._on_open: Close | None = None
        self._quoting = False
        self.here = 0

    def walk(self, part: int, start: int, end: int) -> None:
        """Write the stretch of a part; what it leaves open is closed at its end."""
        lexer = self.lexer(part)
        depth = len(self.stack)
        at = start
        while at < end and not self.over:
            chunk = lexer.chunks.next(at)
            if chunk and chunk.start <= at:
                self.chunk(chunk, part)
                at = chunk.end
                continue
            stop = min(chunk.start, end) if chunk else end
            plain = PLAIN.match(lexer.text, at, stop)
            if plain:
                self._on_open = None if not self.writer.is_blank(at, plain.end(), part) else self._on_open
                self.text(at, plain.end(), part)
                at = plain.end()
            elif paragraph := PARAGRAPH.match(lexer.text, at, stop):
                self._quoting = False
                self.paragraph()
                at = paragraph.end()
            else:
                at = min(max(self._token(lexer.token(at), part, end, depth), at + 1), end)
        self.close_down_to(depth, part)

    def lexer(self, part: int) -> Lexer:
        """Return the part's lexer."""
        if part not in self._lexers:
            self._lexers[part] = Lexer(self.writer.text_of(part))
        return self._lexers[part]

    def is_ready(self) -> bool:
        """Get ready for text; tell whether it is to be written at all."""
        return not self.silent

    def text(self, start: int, end: int, part: int) -> None:
        """Write plain text."""
        if self.is_ready():
            self.writer.flow(start, end, part)

    def derive(self, text: str, start: int, end: int, why: str, part: int) -> None:
        """Write what a command or a sign stands for."""
        if text == " ":
            self.writer.space(start, part)
        elif text and self.is_ready():
            self.writer.derive(text, start, end, why, part)

    def chunk(self, chunk: Chunk, part: int) -> None:
        """Write a chunk of code that is run before LaTeX."""

    def paragraph(self) -> None:
        """End a paragraph at an empty line."""
        self.writer.gap()

    def close_down_to(self, depth: int, part: int) -> None:
        """Close what was opened above this depth."""
        while len(self.stack) > depth:
            opened = self.stack.pop()
            if opened.close:
                opened.close()
            self.report_unclosed(opened, part)

    def report_unclosed(self, opened: Opened, part: int) -> None:
        """Say that something was never closed."""

    def begin_environment(self, token: LatexToken, part: int, end: int) -> int:  # noqa: ARG002 - for subclasses
        """Open an environment; return where the text goes on."""
        self.stack.append(Opened(token.name, token.start))
        return token.end

    def end_environment(self, token: LatexToken, part: int, depth: int) -> None:
        """Close the environment, with the braces that are open in it."""
        index = len(self.stack) - 1
        while index >= depth and self.stack[index].name != token.name:
            index -= 1
        if index >= depth:
            while len(self.stack) > index:
                opened = self.stack.pop()
                if opened.close:
                    opened.close()
                if len(self.stack) > index:
                    self.report_unclosed(opened, part)

    def macro(self, call: Call) -> int:
        """Do what a command does; return where the text goes on."""
        return call.at

    def when_opened(self, on_open: Close) -> None:
        """Do this when the next brace opens; what it returns is done when that brace closes."""
        self._on_open = on_open

    def _token(self, token: LatexToken, part: int, end: int, depth: int) -> int:
        kind, self.here = token.kind, token.end
        on_open, self._on_open = self._on_open, None
        if kind == "open":
            close = on_open() if on_open else None
            self.stack.append(Opened("{", token.start, close if callable(close) else None))
        elif kind == "close":
            self._close_brace(depth)
        elif kind == "comment":
            return self._comment(token, part, on_open)
        elif kind == "math":
            return self._mathematics(token, part, end)
        elif kind == "begin":
            return self.begin_environment(token, part, end)
        elif kind == "end":
            self.end_environment(token, part, depth)
        elif kind == "macro":
            return self.macro(Call(token.name, part, token.start, token.end, end, token.after))
        else:
            self._sign(token, part)
        return token.end

    def _close_brace(self, depth: int) -> None:
        if len(self.stack) > depth and self.stack[-1].name == "{":
            opened = self.stack.pop()
            if opened.close:
                opened.close()

    def _comment(self, token: LatexToken, part: int, on_open: Close | None) -> int:
        self.writer.comment(token.name, token.start, token.end, part)
        self._on_open = on_open
        text = self.lexer(part).text
        at = self.lexer(part).skip_space(token.end, token.end + token.after)
        starts_paragraph = PARAGRAPH.match(text, token.end)
        return token.end if starts_paragraph else at

    def _sign(self, token: LatexToken, part: int) -> None:
        name = token.name
        if name == '"' and self._quoting and not self.lexer(part).text[token.end : token.end + 1].isalnum():
            name = "''"  # which is how TeX prints a straight mark, and how it closes what `` opened
        if name in ("``", "''"):
            self._quoting = name == "``"
        sign, why = SIGNS.get(name, ("", ""))
        if sign:
            self.derive(sign, token.start, token.end, why, part)
        else:
            self.text(token.start, token.end, part)

    def _mathematics(self, token: LatexToken, part: int, end: int) -> int:
        """Copy a formula as it is written, without its delimiters; a delimiter without its end is text."""
        found = self.lexer(part).formula(token, end)
        if found is None:
            self.text(token.start, token.end, part)
            return token.end
        if self.is_ready():
            frame = self.writer.begin()
            self.writer.flow(*found[:2], part)
            self.writer.end_mark(frame, "math")
        return found[2]
