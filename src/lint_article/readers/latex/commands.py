"""What LaTeX's commands print: accents, symbols, spaces, the text in their braces; a placeholder where nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint_article.document import MarkKind
from lint_article.readers.latex.arguments import ARGUMENTS
from lint_article.readers.latex.command_tables import ASSIGNMENT, MARKS, SPACES
from lint_article.readers.latex.symbols import ACCENTS, compose, symbols
from lint_article.readers.latex.walker import Call, Close, Walker

_ESCAPED = frozenset("&%$#_{}")
_TEXT = frozenset("tk")
_NEVER_APART = frozenset(".,;:!?)]}'")


class Commands(Walker):
    """Writes what commands print; subclasses know more of them."""

    def macro(self, call: Call) -> int:
        """Do what a command does; return where the text goes on."""
        after = self.command(call)
        return self.built_in(call) if after is None else after

    def command(self, call: Call) -> int | None:  # noqa: ARG002 - for subclasses
        """Do what a command does; return where the text goes on, or None if it is one of LaTeX's own, or unknown."""
        return None

    def is_redefined(self, name: str) -> bool:  # noqa: ARG002 - for subclasses
        """Tell whether the manuscript gives the command another meaning, which is not understood."""
        return False

    def built_in(self, call: Call) -> int:
        """Do what a command of LaTeX does."""
        name, kinds = call.name, ARGUMENTS.get(call.name)
        if name in _ESCAPED:
            self.text(call.at - 1, call.at, call.part)
            return call.at
        if name in MARKS:
            self._mark_argument(name)
            return call.at + call.blanks
        if self.is_redefined(name) and not set(kinds or "") & _TEXT:
            return self._unknown(call)
        if name == "xspace":
            return self.behind_word(call)
        if kinds is not None or name.startswith("if"):
            return self.without_text(call, kinds or "")
        after = self._sign_of(call)
        return self._unknown(call) if after is None else after

    def without_text(self, call: Call, kinds: str) -> int:
        """Pass over a command whose arguments are known, and over the blanks behind it if it has none."""
        at = self.arguments(call, kinds)
        return at + call.blanks if at == call.at else at

    def _sign_of(self, call: Call) -> int | None:
        """Write the accented letter, the space or the symbol that a command stands for."""
        name, text = call.name, self.lexer(call.part).text
        if name in ACCENTS and (found := compose(name, text, call.at, call.end)):
            self.derive(found[0], call.start, found[1], "accent", call.part)
            return found[1]
        if name in SPACES or name.isspace():
            self.derive(SPACES.get(name, " "), call.start, call.at, "space", call.part)
            return call.at
        meaning = symbols().get(name)
        if meaning is not None:
            self.derive(meaning, call.start, call.at, "symbol", call.part)
            return call.at + call.blanks
        assigned = ASSIGNMENT.match(text, call.at, call.end) if name.isalpha() else None
        return assigned.end() if assigned else None

    def _unknown(self, call: Call) -> int:
        """Let a placeholder stand for a command that nobody knows; text in braces is what such a command prints."""
        text, at = self.lexer(call.part).text, call.at
        at += text.startswith(("*{", "*["), at, call.end)
        brackets = self.lexer(call.part).optional(at, call.end) if text.startswith("[", at, call.end) else None
        at = brackets[1] + 1 if brackets else at
        if text.startswith("{", at, call.end):
            self._with_text(call)
            return at
        self.placeholder(call.start, at, call.part)
        return self.behind_word(call) if at == call.at else at

    def _with_text(self, call: Call) -> None:
        """Read the braces of an unknown command as text, apart from each other; empty ones are a placeholder."""

        def open_frame() -> Close:
            frame = self.writer.begin()
            return lambda: close_frame(self.writer.end(frame) is None)

        def close_frame(empty: bool) -> None:
            if empty:
                self.placeholder(call.start, self.here, call.part)
            if self.lexer(call.part).text.startswith("{", self.here):
                self.placeholder(self.here - 1, self.here + 1, call.part)
                self.when_opened(open_frame)

        self.when_opened(open_frame)

    def behind_word(self, call: Call) -> int:
        r"""Pass over the blanks that TeX swallows behind a command; a word stays apart, as `\xspace` keeps it."""
        at = call.at + call.blanks
        if call.blanks and self.lexer(call.part).text[at : at + 1] not in _NEVER_APART:
            self.writer.space(call.at, call.part)
        return at

    def placeholder(self, start: int, end: int, part: int, kind: MarkKind = "placeholder") -> None:
        """Let one character stand for what is printed there and is not read."""
        if self.is_ready():
            self.writer.placeholder(start, end, part, kind)

    def _mark_argument(self, name: str) -> None:
        def open_frame() -> Close:
            frame = self.writer.begin()
            return lambda: self.writer.end_mark(frame, MARKS[name])

        if not self.silent:
            self.when_opened(open_frame)

    def arguments(self, call: Call, kinds: str) -> int:
        """Pass over what is no text of a command's arguments (see `arguments`); return where the text goes on."""
        lexer, at = self.lexer(call.part), call.at
        for kind in kinds:
            if kind == "s":
                at += lexer.text.startswith("*", at, call.end)
            elif kind == "o":
                brackets = lexer.optional(at, call.end)
                at = brackets[1] + 1 if brackets else at
            elif kind == "r":
                at = lexer.round(at, call.end)
            elif kind in _PRINTS:
                _PRINTS[kind](self, call, at)
            elif kind == "l":
                assigned = ASSIGNMENT.match(lexer.text, at, call.end)
                at = assigned.end() if assigned else at
            elif kind == "t":
                return at
            elif braces := lexer.group(at, call.end):
                if kind == "k":
                    self.label(*braces, call.part)
                at = braces[1] + 1
        return at

    def label(self, start: int, end: int, part: int) -> None:
        """Write a label that LaTeX prints as a number; it is no prose."""
        if self.writer.is_blank(start, end, part):
            self.placeholder(start - 1, end + 1, part)
        elif self.is_ready():
            frame = self.writer.begin()
            self.writer.copy(start, end, part)
            self.writer.end_mark(frame, "code")


_PRINTS: Mapping[str, Callable[[Commands, Call, int], object]] = {
    "b": lambda self, call, _: self.writer.space(call.start, call.part),
    "e": lambda self, _, __: self.paragraph(),
    "n": lambda self, call, at: self.placeholder(call.start, at, call.part, "note"),
    "p": lambda self, call, at: self.placeholder(call.start, at, call.part),
}
