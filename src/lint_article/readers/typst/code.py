"""Code of Typst inside its text: where an expression that begins with `#` ends, and what content it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint_article.dataclass import dataclass

_NAME = re.compile(r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*")
_KEYWORDS = frozenset({"let", "set", "show", "import", "include", "if", "for", "while", "return", "context", "break"})
_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?(?:\*/|\Z)|```.*?(?:```|\Z)|`[^`\n]*`|\\.|[()\[\]{}\n]', re.DOTALL
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Code:
    """An expression: its name (`cite`, `figure`, a keyword, or ""), where its arguments and its contents stand.

    Contents are the stretches inside of square brackets behind the arguments; `end` is where the text goes on.
    """

    name: str
    end: int
    arguments: Range | None = None
    contents: tuple[Range, ...] = ()


def code_at(text: str, at: int, end: int) -> Code:
    """Return the expression that begins behind a `#` at `at`; one whose brackets never close ends with its name."""
    name = _NAME.match(text, at, end)
    if name is None:
        inside = closing(text, at, end) if text[at : at + 1] in _PAIRS else -1
        is_content = text.startswith("[", at)
        return Code(
            "", inside + 1 if inside >= 0 else at, None, ((at + 1, inside),) if is_content and inside >= 0 else ()
        )
    word = name.group()
    if word in _KEYWORDS:
        stop = _statement_end(text, name.end(), end)
        return Code(word, stop, (name.end(), stop))
    at, arguments, contents = name.end(), None, []
    while text[at : at + 1] in ("(", "[") and at < end:
        inside = closing(text, at, end)
        if inside < 0:
            break
        if text[at] == "(":
            arguments = arguments or (at + 1, inside)
        else:
            contents.append((at + 1, inside))
        at = inside + 1
    return Code(word, at + text.startswith(";", at, end), arguments, tuple(contents))


def closing(text: str, at: int, end: int) -> int:
    """Return where the bracket at `at` is closed, or -1; brackets in strings, comments and raw text are none."""
    found = _brackets(text).closing(at)
    return found if found < end else -1


class _Brackets:
    """Where the brackets of a text are closed, as far as that has been looked up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: dict[int, int] = {}

    def closing(self, at: int) -> int:
        """Return where the bracket at `at` is closed, or -1."""
        if at not in self._ends:
            self._look_up(at)
        return self._ends[at]

    def _look_up(self, at: int) -> None:
        """Find where a bracket is closed, and with it those inside of it."""
        opened: list[int] = []
        for token in _TOKEN.finditer(self._text, at):
            sign = token.group()
            if sign in _PAIRS:
                opened.append(token.start())
            elif opened and sign == _PAIRS[self._text[opened[-1]]]:
                self._ends[opened.pop()] = token.start()
                if not opened:
                    return
        self._ends.update(dict.fromkeys(opened, -1))


_brackets = lru_cache(8)(_Brackets)


def contents_in(text: str, start: int, end: int, names: tuple[str, ...] = ()) -> Iterator[tuple[str, Range]]:
    """Yield the contents `name: [text]` among the arguments; of all names, or only of these, and without name as ""."""
    at = start
    while token := _TOKEN.search(text, at, end):
        at = token.end()
        if token.group() not in _PAIRS or (token.group() == "(" and not names):
            continue
        inside = closing(text, token.start(), end)
        if inside < 0:
            return
        if token.group() == "[":
            named = re.search(r"(?P<name>[\w-]+)\s*:\s*$", text[max(start, token.start() - 60) : token.start()])
            name = named["name"] if named else ""
            if not names or name in names:
                yield name, (token.start() + 1, inside)
        at = inside + 1


def _statement_end(text: str, at: int, end: int) -> int:
    """Return where a statement ends: at the end of its line, outside of brackets."""
    start = at
    while token := _TOKEN.search(text, at, end):
        sign, at = token.group(), token.end()
        if sign in ")]}\n":
            return token.start()
        if sign in _PAIRS:
            inside = closing(text, token.start(), end)
            if inside < 0:
                break
            at = inside + 1
    line_end = text.find("\n", start, end)
    return end if line_end < 0 else line_end
