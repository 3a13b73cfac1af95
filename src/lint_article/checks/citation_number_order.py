"""Citation numbers that first appear out of order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._options import number_of, share_of
from lint_article.document import Document, Finding
from lint_article.parsing.abstract import find_abstract
from lint_article.text import Span

# An alphabetical list is cited in any order: judge only texts whose first mentions are almost all in order.


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number first cited after a higher one, in texts that else number by first mention."""
    places, late = min((_first_places(document, apart) for apart in (False, True)), key=lambda read: len(read[1]))
    share = 1 - share_of(options, "in-order")
    if len(places) < number_of(options, "fewest") or len(late) > max(1, len(places) * share):
        return
    for number, after in late:
        yield Finding(places[number], {"number": str(number), "after": str(after)})


def _first_places(document: Document, without_abstract: bool) -> tuple[dict[int, Span], list[tuple[int, int]]]:
    """Return where each number is first cited, and the late ones; an abstract may count on its own."""
    abstract = find_abstract(document) if without_abstract else Span(0, 0)
    first: dict[int, Span] = {}
    for resolution in document.resolutions:
        place = resolution.item.span
        if resolution.outcome != "matched" or not resolution.item.number or abstract.contains(place):
            continue
        if not _is_in_caption(document, place):
            first.setdefault(resolution.item.number, place)
    return first, list(_find_late(list(first)))


def _find_late(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each number that is out of order, or the next one if it comes too early, with the higher one before it.

    In order are those of the longest rising row (patience sorting; Fredman 1975).
    """
    rising = set(_longest_rising(numbers))
    late: dict[int, int] = {}
    highest = 0
    for at, number in enumerate(numbers):
        if number in rising:
            highest = number
            continue
        if highest > number:
            found, after = number, highest
        else:
            behind = (numbers[later] for later in range(at + 1, len(numbers)))
            found, after = next((other for other in behind if other < number), number), number
        if found < after:
            late[found] = max(after, late.get(found, 0))
    yield from late.items()


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    ends: list[int] = []  # the least last number of a rising row of each length
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    row = ends[-1:]
    while row and (previous := before[row[-1]]) is not None:
        row.append(previous)
    return row


def _is_in_caption(document: Document, span: Span) -> bool:
    """Tell whether a place is in a table or a caption, whose numbers follow the place of its mention."""
    line = document.prose.rfind("\n", 0, span.start) + 1
    head = document.prose[line : line + 12].lower()
    marked = any(b.kind in {"table", "caption"} and b.span.contains(span) for b in document.blocks)
    return marked or "\t" in document.prose[line : span.end] or head.startswith(("table", "fig", "box", "scheme"))
