"""Works that a range of linked numbers cites without naming them.

`<a>3</a>–<a>6</a>` cites 4 and 5 too; `<a>3–6</a>` and `<a>3 5</a>`, which link to 3, cite all that they print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lint_article.document import Citation, CitationItem, Reading, Reference
from lint_article.text import Span

# JATS4R: of a range of citations only the first and the last are tagged. Some publishers tag the dash, too.
# Each number may have parentheses of its own, of which some are not part of the links: `1)-(4`.
_DASH = re.compile(r"\s*[\])]?\s*(?:[-‐‑‒–—−]|to|bis)\s*[\[(]?\s*")
_NUMBER = re.compile(r"[\[(]?\s*\d{1,4}\s*[\])]?")
_PRINTED = re.compile(r"[\[(]?\s*\d{1,4}(?:(?:\s*[-‐‑‒–—−,;]\s*|\s(?:to|bis)\s|\s+)\d{1,4})+\s*[\])]?")
_VALUE = re.compile(r"\d+")
_LONGEST = 100


def _find_implied(reading: Reading, order: Mapping[str, int]) -> Iterator[Citation]:
    """Give a citation, at the dash, of the entries between each two linked numbers that a dash joins."""
    for first, last in pairwise(one for one in reading.given.citations if not _is_dash(reading.text, one)):
        gap = (first.span.end, last.span.start)
        if gap[0] >= gap[1] or not _DASH.fullmatch(reading.text, *gap) or not _are_numbers(reading.text, first, last):
            continue
        low, high = order.get(first.items[-1].key, -1), order.get(last.items[0].key, -1)
        keys = [reference.key for reference in reading.given.references[low + 1 : high]]
        if 0 <= low < high <= low + _LONGEST and keys:
            yield _at(Span(*gap), keys)


def _spell_out(reading: Reading, citation: Citation, order: Mapping[str, int]) -> Citation:
    """Return the citation; one that prints several numbers and links to the first, with the entries of all of them."""
    low = order.get(citation.items[0].key) if len(citation.items) == 1 else None
    if low is None or not _PRINTED.fullmatch(reading.text, citation.span.start, citation.span.end):
        return citation
    places = dict(_find_numbers(reading.text, citation.span))
    first, listed = next(iter(places)), reading.given.references
    entries = [(place, low + number - first, number) for number, place in places.items()]
    if not all(0 <= at < len(listed) and _number_of(listed[at], at) == str(number) for _, at, number in entries):
        return citation
    return replace(citation, items=tuple(CitationItem(place, key=listed[at].key) for place, at, _ in entries))


def _find_numbers(text: str, span: Span) -> Iterator[tuple[int, Span]]:
    """Yield the numbers that are printed, each with its place; those that a range means have the place of its dash."""
    before: re.Match[str] | None = None
    for found in _VALUE.finditer(text, span.start, span.end):
        if before and _DASH.fullmatch(text, before.end(), found.start()):
            inside = range(int(before[0]) + 1, min(int(found[0]), int(before[0]) + _LONGEST))
            yield from ((number, Span(before.end(), found.start())) for number in inside)
        yield int(found[0]), Span(*found.span())
        before = found


def _number_of(reference: Reference, at: int) -> str:
    return reference.label.value.strip(".[]() ") if reference.label else str(at + 1)


def _is_dash(text: str, citation: Citation) -> bool:
    return bool(_DASH.fullmatch(text, citation.span.start, citation.span.end))


def _at(span: Span, keys: Sequence[str]) -> Citation:
    return Citation(span, "key", tuple(CitationItem(span, key=key) for key in keys))


def _are_numbers(text: str, *citations: Citation) -> bool:
    return all(_NUMBER.fullmatch(text, citation.span.start, citation.span.end) for citation in citations)


def with_ranges(reading: Reading) -> Reading:
    """Return the reading with the citations that its ranges imply."""
    order = {reference.key: index for index, reference in enumerate(reading.given.references) if reference.key}
    implied = {citation.span: citation for citation in _find_implied(reading, order)}
    stated = (_spell_out(reading, one, order) for one in reading.given.citations if one.span not in implied)
    citations = sorted((*stated, *implied.values()), key=lambda citation: citation.span)
    return replace(reading, given=replace(reading.given, citations=tuple(citations)))
