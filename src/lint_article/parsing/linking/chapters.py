"""Numbers of a text with a reference list at the end of each chapter: each citation is judged by its own list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lint_article.dataclass import dataclass
from lint_article.document import Citation, Mark, Reference, Resolution
from lint_article.document.citation import Style
from lint_article.parsing.linking.link_numbers import link_numbers
from lint_article.parsing.linking.numbering import Numbering, find_numbering
from lint_article.parsing.linking.resolved import Cited
from lint_article.parsing.references.numbered_lists import reference_by_number
from lint_article.text import Span

_OWN = 0.6  # share of a chapter's numbers that its list has
_FEWEST = 2  # chapters that cite their lists


@dataclass(frozen=True, slots=True)
class Chapter:
    """The text that a list is for, up to the list itself, and its entries, the first of which is entry `first`."""

    span: Span
    first: int
    references: tuple[Reference, ...]


def link_chapters(
    prose: str, holes: Sequence[Span], marks: Sequence[Mark], references: Sequence[Reference]
) -> tuple[Style, Cited] | None:
    """Judge the numbers of each chapter by its own list; None if the lists do not each begin with 1."""
    chapters = list(_find_chapters(prose, references))
    if len(chapters) < _FEWEST or not all(map(_is_numbered_anew, chapters)):
        return None
    read = [(chapter, _number(prose, holes, marks, chapter)) for chapter in chapters]
    found = [(chapter, numbering) for chapter, numbering in read if numbering]
    if len(found) < _FEWEST or not all(_is_citing_own(chapter, numbering) for chapter, numbering in found):
        return None
    citations: list[Citation] = []
    resolutions: list[Resolution] = []
    for chapter, numbering in found:
        made, judged = link_numbers(chapter.span.of(prose), numbering, chapter.references)
        citations.extend(_move(citation, chapter.span.start) for citation in made)
        items = [item for citation in citations[len(citations) - len(made) :] for item in citation.items]
        resolutions.extend(
            replace(
                one,
                item=item,
                references=tuple(chapter.first + index for index in one.references),
                nearest=None if one.nearest is None else chapter.first + one.nearest,
            )
            for item, one in zip(items, judged, strict=True)
        )
    return found[0][1].style, (tuple(citations), tuple(resolutions))


def _find_chapters(prose: str, references: Sequence[Reference]) -> Iterator[Chapter]:
    """Yield a chapter for each list; what follows the last list is that list's too."""
    first = start = 0
    lists = [tuple(entries) for _, entries in groupby(references, key=lambda reference: reference.list)]
    for entries in lists:
        end = len(prose) if entries is lists[-1] else entries[-1].span.end
        yield Chapter(Span(start, end), first, entries)
        first, start = first + len(entries), end


def _is_numbered_anew(chapter: Chapter) -> bool:
    """Tell whether the list prints its numbers, from 1."""
    label = chapter.references[0].label
    return label is not None and label.value == "1"


def _number(prose: str, holes: Sequence[Span], marks: Sequence[Mark], chapter: Chapter) -> Numbering | None:
    span = chapter.span
    own = [_shift(hole, -span.start) for hole in holes if span.contains(hole)]
    raised = [replace(mark, span=_shift(mark.span, -span.start)) for mark in marks if span.contains(mark.span)]
    return find_numbering(span.of(prose), own, raised, chapter.references)


def _is_citing_own(chapter: Chapter, numbering: Numbering) -> bool:
    """Tell whether the list has most of the numbers that its chapter cites."""
    entries = reference_by_number(chapter.references)
    numbers = [number for marker in numbering.markers for number, _ in marker.numbers]
    return sum(number in entries for number in numbers) >= _OWN * len(numbers)


def _move(citation: Citation, by: int) -> Citation:
    items = tuple(replace(item, span=_shift(item.span, by)) for item in citation.items)
    return replace(citation, span=_shift(citation.span, by), items=items)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
