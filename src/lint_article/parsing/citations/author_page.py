"""Citations by author and page, as MLA has them: `(Abbot 14; Calder, “Vicar’s” 33)`, `Orme says so (3)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Field, Name
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern, words

_NAME = r"(?:(?&particle)\s+){0,2}(?P<family>\p{Lu}[\p{L}\p{M}'’‐-]+)"
_PAGE = r"(?:\d{1,4}|[ivxl]{1,6})(?:[-–](?:\d{1,4}|[ivxl]{1,6}))?"
_PAGES = rf"(?:(?P<place>\p{{L}}{{1,5}}\.?)\s)?{_PAGE}(?:,\s{_PAGE}){{0,5}}"
_ITEM = TermPattern(
    r"\s*(?:(?:(?&see|see-also|cited-in)|(?i:cf)\.)[.,]?\s+)?"
    rf"(?:(?P<names>{_NAME}(?:,\s{_NAME})*(?:,?\s(?P<and>(?&and)|&)\s{_NAME})?)(?P<etal>,?\s+(?&et-al))?)?"
    r"(?:,?\s*(?P<title>[“\"][^”\"]{2,80}[”\"]|(?<=,\s)\p{Lu}[^;,\d“”\"]{1,60}"
    r"|(?<=^|[(;]\s?)\p{Lu}[\p{L}\p{M}'’-]+(?:\s[\p{L}\p{M}'’-]+){1,7}(?=\s\d)))?"
    rf",?\s*(?P<pages>{_PAGES})?\s*$"
)
_BRACKET = Pattern(r"\((?=[^()\n]*[\p{Lu}“\"\d])[^()\n]{1,160}\)")
_SEMICOLON = Pattern(r"[^;]+")
_LONE = Pattern(_PAGES)
_YEAR = Pattern(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class PageCitation:
    """One item: authors or a title, or neither where the sentence names the author; `pages` may be missing."""

    span: Span
    names: tuple[Name, ...]
    et_al: bool
    joined: bool
    title: str
    pages: Field | None


def find_page_citations(prose: str, holes: Sequence[Span]) -> Iterator[PageCitation]:
    """Yield what parentheses cite in this form, in order; a bracket that holds anything else is none."""
    at = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        for bracket in _BRACKET.finditer(prose, at, max(at, hole.start)):
            items = [
                _read(prose, piece) for piece in _SEMICOLON.finditer(prose, bracket.start() + 1, bracket.end() - 1)
            ]
            if all(items):
                yield from (item for item in items if item)
        at = max(at, hole.end)


def _read(prose: str, piece: regex.Match[str]) -> PageCitation | None:
    match = _ITEM.match(prose, piece.start(), piece.end())
    if not match or not _is_known(match):
        return None
    names = tuple(
        Name(family, span=Span(*span))
        for family, span in zip(match.captures("family"), match.spans("family"), strict=True)
    )
    title, pages = match["title"] or "", match["pages"]
    if not (names or title or pages) or (names and not pages and not title):
        return None
    if pages and _YEAR.search(pages):
        return None
    if len(names) > 1 and not match["and"]:
        names, title = names[:1], prose[names[1].span.start : match.end("names")]
    first = next(group for group in ("names", "title", "pages") if match[group])
    last = next(group for group in ("pages", "title") if match[group])
    return PageCitation(
        Span(match.start(first), match.end(last)),
        names,
        bool(match["etal"]),
        bool(match["and"]),
        title.strip('“”"., '),
        Field(pages, Span(*match.span("pages"))) if pages else None,
    )


def _is_known(match: regex.Match[str]) -> bool:
    """Tell whether the words before the pages are such as stand there."""
    places = words("page", "chapter", "line", "paragraph", "volume", "issue")
    return all(word.lower() in places for word in match.captures("place"))
