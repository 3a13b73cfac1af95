"""Works that a range of linked numbers cites without naming them.

`<a>3</a>–<a>6</a>` cites 4 and 5 too; `<a>3–6</a>`, which links to 3, cites all four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lint_article.document import Citation, CitationItem, Reading
from lint_article.text import Span

# JATS4R: of a range of citations only the first and the last are tagged. Some publishers tag the dash, too.
_DASH = re.compile(r"\s*(?:[-‐‑‒–—−]|to|bis)\s*")
_NUMBER = re.compile(r"[\[(]?\s*\d{1,4}\s*[\])]?")
_RANGE = re.compile(r"[\[(]?\s*(\d{1,4})\s*(?:[-‐‑‒–—−]|to|bis)\s*(\d{1,4})\s*[\])]?")
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
    """Return the citation; one that prints a range and links to the first of it, with all entries of the range."""
    printed = _RANGE.fullmatch(reading.text, citation.span.start, citation.span.end)
    low = order.get(citation.items[0].key) if len(citation.items) == 1 else None
    if printed is None or low is None:
        return citation
    first, last = int(printed[1]), int(printed[2])
    listed = reading.given.references[low : low + last - first + 1]
    label = listed[0].label.value.strip(".[]() ") if listed[0].label else str(low + 1)
    if not first < last <= first + _LONGEST or label != str(first) or len(listed) <= last - first:
        return citation
    inside, end = Span(printed.end(1), printed.start(2)), Span(*printed.span(2))
    places = [Span(*printed.span(1)), *[inside] * (len(listed) - 2), end]
    items = (CitationItem(place, key=one.key) for place, one in zip(places, listed, strict=True))
    return replace(citation, items=tuple(items))


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
