"""Walking the tokens of an author list: where the walk stands, what lies ahead, and which names it has read."""

from __future__ import annotations

from dataclasses import field

from lint_article.dataclass import dataclass
from lint_article.document import Name
from lint_article.parsing.names.tokens import Token, one_line
from lint_article.text import Span


@dataclass(slots=True)
class AuthorList:
    """What was read: the names, whether `et al.` closes them, and where they end (code points)."""

    names: list[Name] = field(default_factory=list)
    et_al: bool = False
    end: int = 0


class Walk:
    """The tokens of an author list, walked once, name by name.

    `inverted`: the list prints family names first (None: not known yet), with a comma behind them if `commas`.
    `given_first`: the other entries of the reference list print given names first. `initialled`: a name with initials
    was read.
    """

    def __init__(self, text: str, tokens: list[Token], given_first: bool = False) -> None:
        self.text, self.tokens, self.at = text, tokens, 0
        self.found = AuthorList()
        self.inverted: bool | None = None
        self.commas = True
        self.given_first = given_first
        self.initialled = False

    def kind(self, offset: int = 0) -> str:
        """Return the kind of the token so far ahead; `end` after the last one."""
        index = self.at + offset
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "end"

    def words(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` to before `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""

    def add(self, begin: int, end: int, given: str, *, literal: bool = False) -> bool:
        """Add the name whose family name is the tokens from `begin` to before `end`; tell whether there are any."""
        if end <= begin:
            return False
        span = Span(self.tokens[begin].start, self.tokens[end - 1].end)
        self.found.names.append(Name(one_line(span.of(self.text)), " ".join(given.split()), literal, span))
        return True

    def skip(self, *kinds: str) -> None:
        """Step over the tokens of these kinds."""
        while self.kind() in kinds:
            self.at += 1

    def ahead(self, offset: int, *kinds: str) -> int:
        """Return the offset of the first token from `offset` on that is of none of these kinds."""
        while self.kind(offset) in kinds:
            offset += 1
        return offset

    def take_capitals(self, most: int) -> int:
        """Step over capitalised words, and particles between them; return how many words."""
        taken = 0
        while taken < most and (
            self.kind() == "capital"
            or (taken and self.kind() == "particle" and self.kind(1) in {"capital", "particle"})
        ):
            taken += self.kind() == "capital"
            self.at += 1
        return taken
