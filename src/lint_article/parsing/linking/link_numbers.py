"""One judgement on each number of a numeric citation: its entry, out of range, or no citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lint_article.document import Citation, CitationItem, Evidence, Reference, Resolution
from lint_article.parsing.citations.numeric_marker import LONGEST_RANGE, Marker
from lint_article.parsing.citations.worded_numbers import DASH
from lint_article.parsing.linking.intended_number import with_meant
from lint_article.parsing.linking.numbering import Numbering
from lint_article.parsing.references.numbered_lists import reference_by_number
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_RUN = 3  # numbers of notes, one after the other
_NOTE = re.compile(r"^[^\S\n]*\[(\d{1,4})\]\s", re.MULTILINE)
_RANGE_DASH = Pattern(rf"\s?{DASH}\s?")


def _expand_ranges(
    prose: str, markers: Sequence[Marker], entries: Mapping[int, int]
) -> Iterator[tuple[tuple[int, Span], ...]]:
    """Yield for each marker the numbers that a dash before it implies: `[3]–[7]`."""
    before: Marker | None = None
    for marker in markers:
        implied: tuple[tuple[int, Span], ...] = ()
        if before and before.style == "bracket" and _RANGE_DASH.fullmatch(prose, before.span.end, marker.span.start):
            low, high = before.numbers[-1][0], marker.numbers[0][0]
            span = Span(before.span.end, marker.span.start)
            implied = (
                tuple((n, span) for n in range(low + 1, high) if n in entries) if high - low <= LONGEST_RANGE else ()
            )
        yield implied
        before = marker


def link_numbers(
    prose: str, numbering: Numbering, references: Sequence[Reference]
) -> tuple[tuple[Citation, ...], tuple[Resolution, ...]]:
    """Judge every number of every marker: matched, out of range, or no citation (a year, an interval)."""
    entries = reference_by_number(references)
    highest = max(entries)
    citations: list[Citation] = []
    resolutions: list[Resolution] = []
    for marker, between in zip(numbering.markers, _expand_ranges(prose, numbering.markers, entries), strict=True):
        items = tuple(CitationItem(span, number=number) for number, span in (*between, *marker.numbers))
        inside = [n for n, _ in marker.numbers if n in entries]
        for item in items:
            number = item.number or 0
            if number in entries:
                resolutions.append(Resolution(item, "matched", (entries[number],), evidence=(Evidence("number", 1.0),)))
            elif marker.style == "bracket" and number in _find_notes(prose):
                resolutions.append(Resolution(item, "not-a-citation", evidence=(Evidence("number of a note", -1.0),)))
            elif may_be_number(number, highest, len(inside), len(marker.numbers)):
                note = f"the list ends at {highest}" if number > highest else "the list skips this number"
                resolutions.append(Resolution(item, "number-out-of-range", evidence=(Evidence("number", 1.0, note),)))
            else:
                no_number = Evidence("number", -1.0, "not a number in the list")
                resolutions.append(Resolution(item, "not-a-citation", evidence=(no_number,)))
        citations.append(Citation(marker.span, marker.style, items))
    return tuple(citations), with_meant(resolutions, entries.values())


@lru_cache(maxsize=2)
def _find_notes(prose: str) -> frozenset[int]:
    """Return the numbers in brackets that lines begin with and that count on: notes that are in no list."""
    numbers = list(map(int, _NOTE.findall(prose)))
    runs = (numbers[at : at + _RUN] for at in range(len(numbers) - _RUN + 1))
    return frozenset(number for run in runs if run[-1] - run[0] == _RUN - 1 and run == sorted(run) for number in run)


def may_be_number(number: int, highest: int, inside: int, items: int) -> bool:
    """Tell whether a number beyond the list is a citation rather than a year, a value or an index."""
    if 1400 <= number <= 2100 and highest < 1400:
        return False
    return number <= highest * 2 + 60 and (items <= 2 or inside > 0)
