"""Author lists set in small capitals that extraction turned into small letters: `lepine h., gaston d.`"""

from __future__ import annotations

from lint_article.document import Name
from lint_article.parsing.names.author_list import AuthorList
from lint_article.text import Span
from lint_article.vocabulary import TermPattern

_NAME = r"\p{Ll}[\p{Ll}\p{M}'’-]+(?:\s\p{Ll}[\p{Ll}\p{M}'’-]+)?\s\p{Ll}\.(?:[\s-]?\p{Ll}\.)*"
_LIST = TermPattern(rf"\s*{_NAME}(?:(?:,\s|\s(?:(?&and)|&)\s){_NAME})*(?=[\s,]|$)")
_EACH = TermPattern(r"(?:(?&and)\s)?(?P<family>\p{Ll}[\p{Ll}\p{M}'’ -]*\p{Ll})\s(?P<given>\p{Ll}\.(?:[\s-]?\p{Ll}\.)*)")


def read_small_capitals(text: str, start: int, end: int) -> AuthorList:
    """Read the names from `start` on, an empty list if these are none; offsets are code points."""
    found = _LIST.match(text, start, end)
    if not found:
        return AuthorList(end=start)
    names = tuple(
        Name(match["family"], match["given"], span=Span(*match.span("family")))
        for match in _EACH.finditer(text, found.start(), found.end())
    )
    return AuthorList(names, end=found.end())
