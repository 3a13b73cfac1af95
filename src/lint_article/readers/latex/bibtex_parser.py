"""BibTeX and biblatex files taken apart by pybtex's parser, with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pybtex.database.input.bibtex import LowLevelParser
from pybtex.scanner import PybtexSyntaxError, Token

from lint_article.dataclass import dataclass

_NO_ENTRIES = frozenset({"string", "preamble", "comment"})
_SIGNS = {LowLevelParser.AT: "@", LowLevelParser.LBRACE: "{", LowLevelParser.RBRACE: "}", LowLevelParser.QUOTE: '"'}


@dataclass(frozen=True, slots=True)
class ValuePart:
    """A part of a value: code points `start` to `end`, without delimiters.

    `macro`: it is the name of a string. `inherited`: it stands in another entry.
    """

    start: int
    end: int
    macro: bool = False
    inherited: bool = False


Fields = Mapping[str, list[ValuePart]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry of the file: its kind, its key and where that stands, its fields by their names in lower case."""

    kind: str
    key: str
    start: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class File:
    """A bibliography file: its entries in order, its strings by name, and where entries break off and why."""

    entries: list[Parsed]
    strings: Fields
    errors: list[tuple[int, str]]


def parse_file(text: str) -> File:
    """Take a file apart; what is broken is noted, and the rest is read."""
    parser = _Parser(text)
    return File(list(parser.entries()), parser.strings, parser.errors)


class _Parser(LowLevelParser):  # type: ignore[misc]
    """pybtex's parser, which keeps where it finds a value instead of the value."""

    pos: int

    def __init__(self, text: str) -> None:
        super().__init__(text, macros={}, handle_error=self._keep_error)
        self.errors: list[tuple[int, str]] = []
        self.strings: dict[str, list[ValuePart]] = {}
        self._key_start = -1

    def entries(self) -> Iterator[Parsed]:
        """Give the entries in order; of a field that is given twice, the first."""
        for command, body in self:
            if command.lower() not in _NO_ENTRIES:
                fields = {name.lower(): pieces for name, pieces in reversed(body[1])}
                yield Parsed(command.lower(), body[0] or "", self._key_start, fields)

    def _keep_error(self, error: PybtexSyntaxError) -> None:
        """An error outside of an entry is a sign in a comment: what stands between entries is no entry."""
        if self._key_start >= 0:
            self.errors.append((min(self.pos, self.end_pos), str(error.args[0])))

    def skip_to(self, patterns: list[Any]) -> Token | None:
        """Find the nearest of the signs in one pass; pybtex looks for each of them to the end of the file."""
        signs = {_SIGNS[pattern]: pattern for pattern in patterns}
        match = re.compile(f"[{''.join(signs)}]").search(self.text, self.pos)
        if match is None:
            return None
        value = self.text[self.pos : match.end()]
        self.pos = match.end()
        return Token(value, signs[match.group()])

    def parse_command(self) -> Any:
        """Parse one command; an entry's key stands behind its brace."""
        self._key_start = -1
        return super().parse_command()

    def parse_string_body(self, _body_end: Any) -> None:
        """Keep the pieces of a string."""
        name = self.required([self.NAME]).value
        self.required([self.EQUALS])
        self.parse_value()
        self.strings[name.lower()] = self.current_value

    def parse_entry_body(self, body_end: Any) -> None:
        """Keep where the key stands; an entry may lack one."""
        self.eat_whitespace()
        self._key_start = self.pos
        key = self.optional([self.KEY_PAREN if body_end is self.RPAREN else self.KEY_BRACE])
        self.current_entry_key = key.value if key else ""
        self.parse_entry_fields()

    def parse_value_part(self) -> ValuePart:
        """Return where a part of a value stands."""
        token = self.required([self.QUOTE, self.LBRACE, self.NUMBER, self.NAME], description="field value")
        if token.pattern in (self.NUMBER, self.NAME):
            return ValuePart(self.pos - len(token.value), self.pos, token.pattern is self.NAME)
        start = self.pos
        for _ in self.parse_string(self.QUOTE if token.pattern is self.QUOTE else self.RBRACE):
            pass
        return ValuePart(start, self.pos - 1)
