"""Citation numbers that first appear out of order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint_article.checks._options import number_of, share_of
from lint_article.document import Document, Finding
from lint_article.parsing.abstract import find_abstract
from lint_article.text import Span

_CAPTIONED = ("table", "fig", "box", "scheme")
_LEAD = 12  # code points with which a line shows that it is a caption

# An alphabetical list is cited in any order: judge only texts whose first mentions are almost all in order.


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number first cited after a higher one, in texts that else number by first mention."""
    cited = list(_cited_numbers(document))
    readings = (_first_places(cited, abstract) for abstract in (Span(0, 0), find_abstract(document)))
    places, late = min(readings, key=lambda read: len(read[1]))
    share = 1 - share_of(options, "in-order")
    if len(places) < number_of(options, "fewest") or len(late) > max(1, len(places) * share):
        return
    for number, after in late:
        yield Finding(places[number], {"number": str(number), "after": str(after)})


def _first_places(cited: Iterable[tuple[int, Span]], abstract: Span) -> tuple[dict[int, Span], list[tuple[int, int]]]:
    """Return where each number is first cited, and the late ones; an abstract may count on its own."""
    first: dict[int, Span] = {}
    for number, place in cited:
        if not abstract.contains(place):
            first.setdefault(number, place)
    return first, list(_find_late(list(first)))


def _cited_numbers(document: Document) -> Iterator[tuple[int, Span]]:
    """Yield the numbers that are cited, with their places; those in tables and captions follow another mention."""
    prose = document.prose
    marked = [block.span for block in document.blocks if block.kind in {"table", "caption"}]
    line, tab = Span(0, 0), -1
    for resolution in document.resolutions:
        number, place = resolution.item.number, resolution.item.span
        if resolution.outcome != "matched" or not number:
            continue
        if not line.contains(place):
            line = _line_at(prose, place.start)
            tab = prose.find("\t", line.start, max(line.end, place.end))
        is_marked = any(span.contains(place) for span in marked) or 0 <= tab < place.end
        if not is_marked and not prose[line.start : line.start + _LEAD].lower().startswith(_CAPTIONED):
            yield number, place


def _line_at(prose: str, at: int) -> Span:
    end = prose.find("\n", at)
    return Span(prose.rfind("\n", 0, at) + 1, end if end >= 0 else len(prose))


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
