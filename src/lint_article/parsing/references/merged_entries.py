"""Entries that stand in one paragraph with the entry before them: extraction or a soft line end ran them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lint_article.parsing.kept import kept_by_stretch
from lint_article.parsing.names.author_list import AuthorList
from lint_article.parsing.names.organisations import group_words
from lint_article.parsing.references.authors import read_entry_authors
from lint_article.parsing.references.entry_features import DATED
from lint_article.parsing.references.reference import LABEL
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, TermPattern, words

# An entry has ended: its year or last page, a stop, perhaps a DOI or URL; and a name may begin. Behind a word, as a
# publisher's name, authors must follow with their year.
_SEAM = Pattern(
    r"(?:\d[a-z]?[)\]]?\.|(?:https?://|doi:|10\.\d{4,9}/)\S{1,300}|(?P<word>\p{Ll}{2}\.))"
    r"(?P<gap>[ \t]*\n[ \t]*|[ ])(?=\p{Lu})"
)
_INITIALS = r"(?:\p{Lu}\p{Ll}?\.[ -]?)+"
_SURNAME = r"(?:(?P<particle>\p{Ll}{1,4})\s+)*(?:[dlODL]['’])?\p{Lu}[\p{L}\p{M}'’‐-]+"
_FORMS: Mapping[str, Pattern | TermPattern] = {
    "initials": Pattern(rf"{_INITIALS}\s?{_SURNAME}"),
    "family": Pattern(rf"{_SURNAME}(?:[ -]\p{{Lu}}[\p{{L}}\p{{M}}]+)?(?:,\s{_INITIALS}|\s\p{{Lu}}{{1,3}}(?=[,\s(]))"),
    "given": TermPattern(
        rf"\p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+)?\s(?:\p{{Lu}}\.\s?)*{_SURNAME}(?=[.,]|\s(?&and)\s)"
    ),
}
_DIRECT = frozenset({"initials", "given"})
_YEAR_NEXT = Pattern(rf"[.,\s]{{0,5}}[(\[]?{YEAR}")
_BRACKETED_YEAR = Pattern(rf"[.,\s]{{0,3}}[(\[]{YEAR}")
_TITLE = Pattern(r"[.,:]?\s*[“\"]?\p{L}[^.\d]{12,}")
_WORDS = Pattern(r"\p{L}{2}[^\n]{0,200}?\p{L}{2}")
_REACH = 2_500  # code points: no entry is longer
_AUTHORS = 600  # code points of an entry's authors that are looked at


def split_merged_entries(prose: str, entries: Iterable[Span]) -> list[Span]:
    """Return the entries in order, parted where a second one begins in the way that the first one began."""
    return [
        Span(entry.start + start, entry.start + end) for entry in entries for start, end in _find_parts(prose, entry)
    ]


@kept_by_stretch
def _find_parts(prose: str, entry: Span) -> list[tuple[int, int]]:
    """Return where each part starts and ends, counted from the start of the entry."""
    return [(part.start - entry.start, part.end - entry.start) for part in _parts(prose, entry)]


def _parts(prose: str, entry: Span) -> Iterator[Span]:
    start = entry.start
    for seam in _SEAM.finditer(prose, entry.start, entry.end):
        begin = seam.end("gap")
        if _is_alike_start(prose, start, Span(begin, min(entry.end, begin + _REACH)), dated=bool(seam["word"])):
            yield Span(start, seam.start("gap"))
            start = begin
    yield Span(start, entry.end)


def _is_alike_start(prose: str, earlier: int, rest: Span, *, dated: bool) -> bool:
    """Tell whether an author list in the form of the entry before begins the rest, and a title or year follows.

    `dated`: a year in brackets must follow, as one follows the authors of the entry before.
    """
    after = _form(prose, rest)
    before = _form(prose, Span(earlier, rest.start)) if after else ""
    if not before or (before in _DIRECT) != (after in _DIRECT):
        return False
    whole = max(earlier, rest.start - _REACH), rest.start
    if not (DATED.search(prose, *whole) and DATED.search(prose, rest.start, rest.end)):
        return False
    authors = _read_authors(prose, rest.start, min(rest.end, rest.start + _AUTHORS), after)
    if not authors.names or not all(name.given for name in authors.names):
        return False
    if after not in _DIRECT and authors.names[0].span.start > rest.start:
        return False
    printed = prose[rest.start : authors.end].lower().replace(",", " ").split()
    named = {word for word in printed if word[-1] != "."}  # without initials
    if named & words("publisher", "edition", "editor", "volume") or named & group_words():
        return False
    first = _read_authors(prose, earlier, rest.start, before)
    if not _WORDS.search(prose, first.end, rest.start):
        return False  # `Wells Institute. (2007). About Wells. Retrieved …`: what follows is the title
    if dated:
        return all(_BRACKETED_YEAR.match(prose, end) for end in (first.end, authors.end))
    return bool(_YEAR_NEXT.match(prose, authors.end)) or (
        (after in _DIRECT or len(authors.names) > 1) and bool(_TITLE.match(prose, authors.end))
    )


def _read_authors(prose: str, start: int, end: int, form: str) -> AuthorList:
    from lint_article.parsing.references.labelling.parts import find_parts  # late: many a text has no list

    label = LABEL.match(prose, start, end)
    start = label.end() if label else start
    parts = find_parts(prose, start, end)
    return read_entry_authors(prose, start, end, parts, "given" if form in _DIRECT else "family", end)


def _form(prose: str, span: Span) -> str:
    matches = ((name, pattern.match(prose, span.start, span.end)) for name, pattern in _FORMS.items())
    return next((n for n, m in matches if m and words("particle").issuperset(m.captures("particle"))), "")
