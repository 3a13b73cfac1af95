"""The marks behind the names of a byline, and what they lead to: affiliations, and notes on authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.byline import capitals_of, end_of_front
from lint_article.text import Span

_NUMBER = r"(?<!\d)[\d¹²³⁰⁴-⁹]{1,2}+(?:[-–][\d¹²³⁰⁴-⁹]{1,2}+)?+(?![\d%])"
_SIGN = r"[*⁎∗†‡§¶‖#+¤✉]{1,3}+"  # possessive: rows of signs can be parted in one way only
_RAISED = r"[ᵃᵇᶜᵈᵉᶠᵍʰ]"
_ONE = rf"(?:{_NUMBER}|{_SIGN}|{_RAISED})"
_MARK = re.compile(rf"{_ONE}|(?<![^\W\d_])[a-z](?![^\W_])")
_PARTED = r"(?:[^\S\n]?,[^\S\n]?|[^\S\n])"
_MOST = 60  # marks behind a name
_MARKS = re.compile(
    rf"(?<=[^\W\d_]|[.\ufffc)])(?:{_PARTED}?{_ONE}|(?:[^\S\n]|,[^\S\n]?)[a-z](?![^\W_]))"
    rf"(?:{_PARTED}?{_ONE}|{_PARTED}[a-z](?![^\W_])){{0,{_MOST}}}"
    r"(?=[^\S\n]*(?:[,;&(|·•\n]|$|(?:and|und|et|y|e)\b)|[^\S\n]+[^\W\d_])"
)
_NOTE = re.compile(
    rf"^[(\[]?({_NUMBER}|{_SIGN}|[a-z](?=[.)\]\s]|[A-ZÀ-Þ])|{_RAISED})[.)\]]?(?:\s(?=\S)|(?=[^\W\d_]|[('‘“\"]))"
    rf"|(?<=[.;]\s)[(]?(\d{{1,2}}|[a-z](?=[A-ZÀ-Þ])|{_SIGN})[.)]?[^\S\n]?(?=[A-ZÀ-Þ][^\W\d_]+[,.\s])",
    re.MULTILINE,
)
_UNMARKED = re.compile(r"equal|deceased|present address|current address", re.IGNORECASE)  # notes that may have no sign
_ADDRESS = re.compile(r"correspond|e-?mail|@", re.IGNORECASE)  # notes that name their author
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?]\s*$")
_PLAIN = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹⁎∗ᵃᵇᶜᵈᵉᶠᵍʰ", "1230456789**abcdefgh")
_ADDRESS_WITHIN = 60  # code points
_NAMES = 2  # capitals that show that a mark is behind a name


@dataclass(frozen=True, slots=True)
class AuthorMarks:
    """The marks behind the names of authors and those before affiliations and notes, each with its first place.

    `others` are signs in the byline that may be marks, and those of notes that name their author; `may_lack_signs`
    tells that a note may have no sign before it.
    """

    authors: Mapping[str, Span]
    notes: Mapping[str, Span]
    others: frozenset[str]
    may_lack_signs: bool


def find_author_marks(document: Document) -> AuthorMarks:
    """Return the marks in front of the abstract, where affiliations count from 1 or a; none without affiliations."""
    text, end = document.text, end_of_front(document)
    notes = _find_notes(text, end)
    first = min((notes[one].start for one in ("1", "a") if one in notes), default=0)
    lines = [list(_find_marks(text, Span(*line.span()))) for line in _LINE.finditer(text, _end_of_title(text), first)]
    found = [one for line in lines if 2 * sum(mark in notes for mark, _ in line) > len(line) for one in line]
    named = {mark for mark, span in notes.items() if _ADDRESS.search(text, span.end, span.end + _ADDRESS_WITHIN)}
    others = named.union(mark for mark, _ in _read_marks(text, Span(0, first)))
    return AuthorMarks(dict(reversed(found)), notes, frozenset(others), _UNMARKED.search(text, first, end) is not None)


def _find_notes(text: str, end: int) -> dict[str, Span]:
    """Return the marks that begin affiliations and notes; those within a line go on from the one before."""
    notes: dict[str, Span] = {}
    for match in _NOTE.finditer(text, _end_of_title(text), end):
        mark = (match[1] or match[2]).translate(_PLAIN)
        if mark.isdigit() and not {predecessor(mark), mark[0]} & notes.keys() and predecessor(mark[0]) in notes:
            mark = mark[0]  # `2` before `2nd Department`
        if match[1] or not mark.isalnum() or predecessor(mark) in notes:
            notes.setdefault(mark, Span(*match.span(1 if match[1] else 2)))
    return notes


def _end_of_title(text: str) -> int:
    return max(text.find("\n", len(text) - len(text.lstrip())), 0)


def predecessor(mark: str) -> str:
    """Return the number or letter before another."""
    return str(int(mark) - 1) if mark.isdigit() else chr(ord(mark) - 1)


def _find_marks(text: str, line: Span) -> Iterator[tuple[str, Span]]:
    """Yield the marks behind the names of a line between the title and the affiliations; a sentence has none."""
    if _SENTENCE_END.search(text, line.start, line.end):
        return
    last = line.start
    for marks in _MARKS.finditer(text, line.start, line.end):
        if len(capitals_of(text[last : marks.start()])) >= _NAMES:
            yield from _read_marks(text, Span(*marks.span()))
        last = marks.end()


def _read_marks(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield each mark of a stretch; a range of numbers is all of them."""
    for one in _MARK.finditer(text, span.start, span.end):
        low, dash, high = one[0].translate(_PLAIN).replace("–", "-").partition("-")
        for mark in map(str, range(int(low), int(high) + 1)) if dash else (low,):
            yield mark, Span(*one.span())
