"""Tokens and arguments of LaTeX source, with exact places, by pylatexenc's tokenizer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

from lint_article.readers.latex.code_chunks import Chunks

PLAIN = re.compile(r"(?:[^\\{}$%~&`'\"\-\n]|-(?!-)|'(?!')|\n(?![ \t]*\n))++")
PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_SPACE = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_BRACES = re.compile(r"\\.|%[^\n]*|[{}]", re.DOTALL)
_RAW_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_ROUND = re.compile(r"\([^()\n]{0,100}\)")
_BRACKETS = re.compile(r"\\.|%[^\n]*|[{}\]]|\n[ \t]*\n", re.DOTALL)
_FORMULA_ENDS = {
    "$": re.compile(r"(?:[^$\\\n]|\\.|\n(?![ \t]*\n))*+\$", re.DOTALL),
    "$$": re.compile(r"(?:[^$\\]|\\.)*+\$\$", re.DOTALL),
    r"\(": re.compile(r"(?:[^\\\n]|\\[^)]|\n(?![ \t]*\n))*+\\\)", re.DOTALL),
    r"\[": re.compile(r"(?:[^\\]|\\[^\]])*+\\\]", re.DOTALL),
}
_LONGEST = 50_000
_SHORT = 1000
_PATIENCE = 16


class LatexToken(NamedTuple):
    """A token: macro, begin, end, open, close, comment, math, sign or char; `after` counts the blanks behind it."""

    kind: str
    name: str
    start: int
    end: int
    after: int = 0


_KINDS = {
    "begin_environment": "begin",
    "brace_close": "close",
    "brace_open": "open",
    "char": "char",
    "comment": "comment",
    "end_environment": "end",
    "macro": "macro",
    "mathmode_display": "math",
    "mathmode_inline": "math",
    "specials": "sign",
}


class Lexer:
    """Reads one LaTeX text; never raises, whatever the text holds. All offsets are code points of it.

    `text` has blanks for the chunks of code that are run before LaTeX, which `chunks` knows, and all of its lines end
    alike.
    """

    def __init__(self, text: str) -> None:
        self.chunks = Chunks(text)
        self.text = self.chunks.mask(text).replace("\r\n", " \n").replace("\r", "\n")
        self._walker = LatexWalker(self.text, tolerant_parsing=True)
        self._patience = _PATIENCE
        self._closings: dict[re.Pattern[str], dict[int, int]] = {}

    def token(self, at: int) -> LatexToken:
        """Return the token that starts at `at`."""
        try:
            found = self._walker.get_token(at)
        except LatexWalkerError:
            return LatexToken("char", self.text[at], at, at + 1)
        if found.pos != at or found.len < 1:
            return LatexToken("char", self.text[at], at, at + 1)
        name = getattr(found.arg, "specials_chars", found.arg)
        after = len(found.post_space or "")
        return LatexToken(_KINDS.get(found.tok, "char"), name, at, at + found.len - after, after)

    def skip_space(self, at: int, end: int) -> int:
        """Return where the blanks end, which LaTeX takes to belong to the command before them."""
        match = _SPACE.match(self.text, at, end)
        return match.end() if match else at

    def group(self, at: int, end: int) -> tuple[int, int] | None:
        """Return where the text inside the braces that open at or after `at` starts and ends."""
        start = self.skip_space(at, end)
        return self._find_closing(start + 1, end, _BRACES, "}") if self.text.startswith("{", start, end) else None

    def address(self, at: int, end: int) -> tuple[int, int] | None:
        """Return where the address inside the braces stands; in it a per cent sign begins no comment."""
        start = self.skip_space(at, end)
        return self._find_closing(start + 1, end, _RAW_BRACES, "}") if self.text.startswith("{", start, end) else None

    def round(self, at: int, end: int) -> int:
        """Return where the round brackets end that open at `at`, or `at` if none do."""
        match = _ROUND.match(self.text, at, end)
        return match.end() if match else at

    def optional(self, at: int, end: int) -> tuple[int, int] | None:
        """Return where the text inside the brackets that open at or after `at` starts and ends."""
        start = self.skip_space(at, end)
        return self._find_closing(start + 1, end, _BRACKETS, "]") if self.text.startswith("[", start, end) else None

    def formula(self, token: LatexToken, end: int) -> tuple[int, int, int] | None:
        """Return where the formula starts and ends that a delimiter opens, and where the text goes on behind it."""
        pattern = _FORMULA_ENDS.get(token.name)
        stop = end if self._patience else min(end, token.end + _SHORT)
        match = pattern.match(self.text, token.end, stop) if pattern else None
        if match:
            return token.end, match.end() - len(token.name), match.end()
        self._patience = max(self._patience - 1, 0)
        return None

    def _find_closing(self, start: int, end: int, pattern: re.Pattern[str], closing: str) -> tuple[int, int] | None:
        """Look far for the end a few times only, so that braces that do not close stay cheap."""
        if (
            closing == "}"
            and self._patience < _PATIENCE
            and (found := self._closing_of(start - 1, pattern)) is not None
        ):
            return (start, found) if start <= found < min(end, start + _LONGEST) else None
        stop = min(end, start + (_LONGEST if self._patience else _SHORT))
        depth = 0
        for match in pattern.finditer(self.text, start, stop):
            sign = match.group()
            if sign == closing and depth == 0:
                return start, match.start()
            if sign.startswith("\n"):
                break
            depth += (sign == "{") - (sign == "}")
            if depth < 0:
                break
        self._patience = max(self._patience - 1, 0)
        return None

    def _closing_of(self, opening: int, pattern: re.Pattern[str]) -> int | None:
        """Return where a brace is closed, -1 if nowhere; None for what is none when read from the start of the text."""
        if pattern not in self._closings:
            self._closings[pattern] = dict(_match_braces(self.text, pattern))
        return self._closings[pattern].get(opening)


def _match_braces(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of all opening braces with those of their closing ones."""
    opened: list[int] = []
    for match in pattern.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            yield opened.pop(), match.start()
    yield from ((start, -1) for start in opened)
