"""Works that a range of linked numbers cites without naming them: `<a>3</a>–<a>6</a>` cites 4 and 5 too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lint_article.document import Citation, CitationItem, Reading
from lint_article.text import Span

# JATS4R: of a range of citations only the first and the last are tagged. Some publishers tag the dash, too.
_DASH = re.compile(r"\s*(?:[-‐‑‒–—−]|to|bis)\s*")
_NUMBER = re.compile(r"[\[(]?\s*\d{1,4}\s*[\])]?")
_LONGEST = 100


def find_implied(reading: Reading) -> Iterator[Citation]:
    """Give a citation, at the dash, of the entries between each two linked numbers that a dash joins."""
    order = {reference.key: index for index, reference in enumerate(reading.given.references) if reference.key}
    for first, last in pairwise(one for one in reading.given.citations if not _is_dash(reading.text, one)):
        gap = (first.span.end, last.span.start)
        if gap[0] >= gap[1] or not _DASH.fullmatch(reading.text, *gap) or not _are_numbers(reading.text, first, last):
            continue
        low, high = order.get(first.items[-1].key, -1), order.get(last.items[0].key, -1)
        keys = [reference.key for reference in reading.given.references[low + 1 : high]]
        if 0 <= low < high <= low + _LONGEST and keys:
            yield _at(Span(*gap), keys)


def _is_dash(text: str, citation: Citation) -> bool:
    return bool(_DASH.fullmatch(text, citation.span.start, citation.span.end))


def _at(span: Span, keys: Sequence[str]) -> Citation:
    return Citation(span, "key", tuple(CitationItem(span, key=key) for key in keys))


def _are_numbers(text: str, *citations: Citation) -> bool:
    return all(_NUMBER.fullmatch(text, citation.span.start, citation.span.end) for citation in citations)


def with_ranges(reading: Reading) -> Reading:
    """Return the reading with the citations that its ranges imply."""
    implied = {citation.span: citation for citation in find_implied(reading)}
    stated = (one for one in reading.given.citations if one.span not in implied)
    citations = sorted((*stated, *implied.values()), key=lambda citation: citation.span)
    return replace(reading, given=replace(reading.given, citations=tuple(citations)))
