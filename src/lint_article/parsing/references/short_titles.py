"""The short title that an entry explains: `Abel u. Corn 2004a = K. Abel u. R. Corn, Wells of the north, Oslo 2004`."""

from __future__ import annotations

from dataclasses import replace

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Field
from lint_article.parsing.names.author_list import AuthorList
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, TermPattern, words

_SHORT_TITLE = Pattern(
    rf"(?P<names>\p{{L}}[^=:\n]{{1,80}}?)[\s,]\s?\(?(?P<year>{YEAR})(?P<suffix>[a-z])?\)?\s?(?P<sign>[=:])\s+"
)
_NAME = Pattern(r"\p{Lu}[\p{L}\p{M}’'-]++(?!\.)")
_GIVEN = Pattern(r"(?:[\p{L}-]{1,15}\.?\s?){1,6}")
_JOIN = Pattern(r"[,;/&]|(?<=\s)(?P<word>\p{L}+\.?)(?=\s)")
_ET_AL = TermPattern(r"(?&et-al)", regex.IGNORECASE)
_REACH = 120  # code points behind the sign within which the first author stands again


@dataclass(frozen=True, slots=True)
class ShortTitle:
    """How an entry says that it is cited: by how many names, and whether by more, in which year, with which suffix.

    `end` is where begins what it stands for (code points).
    """

    names: int
    et_al: bool
    year: Field
    suffix: str
    end: int

    def limit(self, authors: AuthorList) -> AuthorList:
        """Return the authors that the short title names; what the title of the work begins with may look like more."""
        if not authors.names:
            return authors
        names = authors.names[: self.names]
        return replace(authors, names=names, et_al=self.et_al, end=min(authors.end, names[-1].span.end))


def read_short_title(text: str, start: int, end: int) -> ShortTitle | None:
    """Return the short title that an entry begins with, if its first name stands again behind the sign."""
    match = _SHORT_TITLE.match(text, start, end)
    name = _NAME.search(text, *match.span("names")) if match else None
    again = text.find(name.group(), match.end(), min(match.end() + _REACH, end)) if match and name else -1
    if match is None or again < 0:
        return None
    if match["sign"] == ":" and not (  # `Abel, K. 2004: Abel’s wells` explains nothing
        _GIVEN.fullmatch(text, match.end(), again) and text.find(match["year"], again, end) >= 0
    ):
        return None
    printed, year = match["names"], Field(match["year"], Span(*match.span("year")))
    et_al = _ET_AL.search(printed)
    listed = printed[: et_al.start()] if et_al else printed
    return ShortTitle(_count(listed.rstrip(" ,")), et_al is not None, year, match["suffix"] or "", match.end())


def _count(names: str) -> int:
    found = (join["word"] for join in _JOIN.finditer(names))
    return 1 + sum(
        word is None or not words("and").isdisjoint((word.lower(), word.lower().rstrip("."))) for word in found
    )
