"""Who wrote an article, by its byline, and who did what, by its statement of contributions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.abstract import find_abstract
from lint_article.parsing.kept import kept
from lint_article.parsing.names.folding import fold
from lint_article.parsing.structure.sections import strip_span
from lint_article.text import Span
from lint_article.text.pattern import small_letters
from lint_article.vocabulary import words

_FRONT, _LONGEST_FRONT = 5_000, 20_000  # code points in which the byline is: without an abstract, and in front of one
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_FIRST = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_LARGE = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ]"
_INITIALS = re.compile(
    rf"(?<![\w–-])(?<!{_LARGE}[.]){_LARGE}"
    rf"(?:(?:[.]?-?(?:[a-z][.])?{_LARGE}){{1,4}}|(?:[.] {_LARGE}(?=[.])){{1,4}})(?![\w–-]|[.]\w)"
)
_NO_PERSON = re.compile(r"(?:\b(?:the|an?|of|using)\s|\()$", re.IGNORECASE)  # before abbreviations of other things
_BEFORE = 7  # code points that it may take
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = 0.7  # share of a byline's words that have a capital
_PARTS = re.compile(r"[,;\n\d*†‡§¶&()\ufffc]|\band\b")
_AUTHOR = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,4}")
_LONGEST = 8_000  # code points of a statement
_SHORTEST = 40  # code points of a statement on the line of its heading
_CAPITALS = 5  # more are not one author's
_SURE = 3  # initials of which one may be of a name that the byline leaves out
_OMITTED = 2  # initials of a name that its short form leaves out
_FEWEST = 2  # contributors known from the byline that show that both were read rightly


@dataclass(frozen=True, slots=True)
class Contributions:
    """The byline and the statement of contributions.

    `initials` are those of the statement, without accents, with their places; `unknown` those of nobody in the byline.
    """

    byline: Span
    statement: Span
    initials: Mapping[str, Span]
    unknown: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Tell whether the statement was not cut off."""
        return len(self.statement) < _LONGEST


@kept
def contributions_of(document: Document) -> Contributions | None:
    """Return the contributions, None if there is no statement or if most of its initials are not of this byline."""
    statement = _find_statement(document)
    initials = dict(_find_initials(document, statement))
    doubtful = frozenset(_find_doubtful(document, initials))
    best: Contributions | None = None
    for byline in _find_bylines(document) if len(initials) >= _FEWEST else ():
        names = byline.of(document.text)
        capitals, known = capitals_of(names), {*doubtful, *_find_spelt(names, initials)}
        unknown = frozenset(one for one in initials if one not in known and not is_fitting(one, capitals))
        if best is None or len(unknown) < len(best.unknown):
            best = Contributions(byline, statement, initials, unknown)
    if best and len(initials) - len(best.unknown) >= max(_FEWEST, 2 * len(best.unknown)):
        return best
    return None


def _has_names(line: str) -> bool:
    found = _WORD.findall(line)
    return sum(not word.islower() for word in found) > _NAMES * len(found) > 1


def end_of_front(document: Document) -> int:
    """Return where the front matter that holds a byline ends: at the abstract, or after some thousand code points."""
    return min(find_abstract(document).start or _FRONT, _LONGEST_FRONT, len(document.text))


def find_authors(document: Document, byline: Span) -> list[Span]:
    """Return the authors of a byline; none if it is not clear where one ends and the next begins."""
    text, authors, start = document.text, list[Span](), byline.start
    for mark in (*_PARTS.finditer(text, byline.start, byline.end), None):
        end = mark.start() if mark else byline.end
        name = strip_span(text, Span(start, end))
        if len(name) > 1:
            if not _is_author(name.of(text)):
                return []
            authors.append(name)
        start = mark.end() if mark else end
    return authors


def _is_author(name: str) -> bool:
    return _AUTHOR.fullmatch(name) is not None and 1 < len(capitals_of(name)) < _CAPITALS


def capitals_of(name: str) -> list[str]:
    """Return the capitals that begin the words of a name and the parts of its hyphenated words, without accents."""
    return [_plain(first) for first in _FIRST.findall(name) if first.isupper()]


def _plain(letter: str) -> str:
    return fold(letter)[:1].upper()


def is_among(initials: str, capitals: list[str]) -> bool:
    """Tell whether a name in a line of capitals has these initials, in any order, with others between them."""
    wanted, size = Counter(initials), len(initials)
    return any(
        wanted <= Counter(capitals[start : start + length])
        for length in range(size, size + _OMITTED + 1)
        for start in range(len(capitals) - length + 1)
    )


def _find_statement(document: Document) -> Span:
    text = small_letters(document.text)
    starts = [text.rfind(form) for form in words("part-contributions") if "author" in form]
    start = max(starts, default=-1)
    if start < 0:
        return Span(0, 0)
    ends = [text.find("\n", start) % (len(text) + 1), start + _LONGEST]
    if ends[0] - start > _SHORTEST:
        return Span(start, min(ends))
    following = _PARAGRAPH.search(document.text, ends[0], ends[1])
    return Span(start, min(following.end() if following else ends[0], ends[1]))


def _find_initials(document: Document, statement: Span) -> Iterator[tuple[str, Span]]:
    for match in reversed(list(_INITIALS.finditer(document.text, statement.start, statement.end))):
        yield "".join(map(_plain, filter(str.isupper, match[0]))), Span(*match.span())


def is_fitting(initials: str, capitals: list[str]) -> bool:
    """Tell whether initials are those of a name in a line of capitals, where middle names may be left out."""
    forms = {initials, initials[0] + initials[-1]}
    if len(initials) > _SURE:
        forms |= {initials[:at] + initials[at + 1 :] for at in range(len(initials))}
    return any(is_among(form, capitals) for form in forms if len(form) > 1)


def _find_spelt(byline: str, initials: Iterable[str]) -> Iterator[str]:
    """Yield initials whose letters an author's words have in order."""
    for name in _PARTS.split(byline):
        yield from (one for one in initials if is_spelt(one, name))


def is_spelt(initials: str, name: str) -> bool:
    """Tell whether a name has the letters of initials in order, two of them first in words: Zou Detang has `ZDT`."""
    words = [word for word in (fold(word).replace(" ", "") for word in name.split()) if word]
    if len({word[0] for word in words} & set(initials.lower())) < _FEWEST:
        return False
    orders = (words, [*words[-1:], *words[:-1]], [*words[1:], *words[:1]])
    return any(_is_within(initials.lower(), "".join(order)) for order in orders)


def _is_within(initials: str, letters: str) -> bool:
    """Tell whether letters begin with the first of the initials and have the others after it, in order."""
    rest = iter(letters)
    return letters[:1] == initials[:1] and all(letter in rest for letter in initials)


def _find_doubtful(document: Document, initials: Mapping[str, Span]) -> Iterator[str]:
    """Yield what may be an abbreviation: the article itself has it, or its points are missing where most have them."""
    text, body = document.text, end_of_front(document)
    dotted = sum("." in span.of(text) for span in initials.values())
    for one, span in initials.items():
        is_odd = ("." in span.of(text)) is (2 * dotted < len(initials))
        is_odd = is_odd or _NO_PERSON.search(text, max(span.start - _BEFORE, 0), span.start) is not None
        if is_odd or text.find(span.of(text), body, span.start) >= 0:
            yield one


def _find_bylines(document: Document) -> Iterator[Span]:
    """Yield the paragraphs of names between the title and the abstract, and those in a row as one byline."""
    run: list[Span] = []
    for match in islice(_PARAGRAPH.finditer(document.text, 0, end_of_front(document)), 1, None):
        if _has_names(match[0]) and not match[0][0].isdigit():
            run.append(Span(*match.span()))
            yield run[-1]
        elif run:
            yield Span(run[0].start, run[-1].end)
            run = []
    if run:
        yield Span(run[0].start, run[-1].end)
