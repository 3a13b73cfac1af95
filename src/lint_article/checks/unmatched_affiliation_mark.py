"""Report numbers behind the names of a byline that no affiliation has, and numbered affiliations of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from lint_article.dataclass import dataclass
from lint_article.document import Document, Finding, Related
from lint_article.parsing.abstract import find_abstract
from lint_article.text import Span

_FRONT = 5_000  # code points in which the byline is
_MARKS = re.compile(
    r"(?<=[^\W\d_])[^\S\n]?,?(\d{1,2}(?:[^\S\n]?,[^\S\n]?\d{1,2}\b)*)(?=[\s,;*†‡§¶&]|and\b|$)", re.MULTILINE
)
_SENTENCE_END = re.compile(r"[.!?]\s*$")
_NUMBER = re.compile(r"\d+")
_AFFILIATION = re.compile(r"(?:^|(?<=[.;] ))[(]?(\d{1,2})[.)]?[^\S\n]?(?=[A-Z][^\W\d_]+[,.\s])", re.MULTILINE)
_FEWEST = 2  # affiliations, and marks that have one


@dataclass(frozen=True, slots=True)
class _Marks:
    """The numbers in a byline and those of the affiliations, each with its first place."""

    byline: Mapping[int, Span]
    affiliations: Mapping[int, Span]


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number; both sides must agree on most of them."""
    marks = _find_marks(document)
    shared = marks.byline.keys() & marks.affiliations.keys()
    odd = [(n, span, "no affiliation has it") for n, span in marks.byline.items() if n not in shared]
    odd += [(n, span, "no author has it") for n, span in marks.affiliations.items() if n not in shared]
    if len(shared) >= max(_FEWEST, 2 * len(odd)):
        for number, span, fault in odd:
            other = marks.affiliations if number in marks.byline else marks.byline
            yield Finding(
                span, {"text": str(number), "fault": fault}, related=(Related(min(other.values()), "the others"),)
            )


def _find_marks(document: Document) -> _Marks:
    """Return the numbers in front of the abstract: affiliations count from 1, and the byline is before them."""
    text, end = document.text, min(find_abstract(document).start or _FRONT, _FRONT, len(document.text))
    affiliations: dict[int, Span] = {}
    for match in _AFFILIATION.finditer(text, 0, end):
        if int(match[1]) == len(affiliations) + 1:
            affiliations[int(match[1])] = Span(*match.span(1))
    return _Marks(dict(_find_byline(text, affiliations[1].start)), affiliations) if affiliations else _Marks({}, {})


def _find_byline(text: str, end: int) -> Iterator[tuple[int, Span]]:
    """Yield the numbers behind names between the title and the affiliations; sentences are no bylines."""
    for line in islice(re.finditer(r"[^\n]+", text[:end]), 1, None):
        if not _SENTENCE_END.search(line[0]):
            for marks in _MARKS.finditer(text, *line.span()):
                for number in _NUMBER.finditer(text, *marks.span(1)):
                    yield int(number[0]), Span(*number.span())
