"""How a list is cut into entries: the signs of each place are added up, and of all ways to cut the best is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest
from pathlib import Path

from lint_article.parsing.references.boundaries.layouts import ListLines, layout_signs
from lint_article.parsing.references.boundaries.likeness import KnownList, compare, has_year_last, read_key
from lint_article.parsing.references.boundaries.places import bare, read_places, tail
from lint_article.parsing.references.boundaries.signs import signs_at
from lint_article.parsing.references.entry_features import author_form, is_dated
from lint_article.parsing.weight_tables import read_weights
from lint_article.text import Span

_LENGTHS = range(1, 31)  # lines of an entry
_LONG = ("1 line", "2 lines", *["3 to 5 lines"] * 3, *["6 to 9 lines"] * 4, "10 lines or more")
_MOST_BONUS, _TRIES = 40.0, 24


def find_starts(prose: str, spans: Sequence[Span], *, alone: bool = False) -> list[int]:
    """Return the lines with which an entry begins; `alone`: it is known that each line is one."""
    known = describe(prose, spans, alone=alone)
    starts = cut(known, weights())
    compared = compare(known, starts)
    return starts if compared is known else cut(compared, weights())


def find_counted_starts(prose: str, spans: Sequence[Span], count: int) -> list[int]:
    """Return the lines with which so many entries most likely begin; none if there are too few lines."""
    if not 0 < count <= len(spans):
        return []
    known = describe(prose, spans)
    low, high = -_MOST_BONUS, _MOST_BONUS
    for _ in range(_TRIES):  # what is added to each place, so that the best cut has so many entries
        bonus = (low + high) / 2
        starts = cut(known, weights(), bonus)
        if len(starts) == count:
            return starts
        low, high = (bonus, high) if len(starts) < count else (low, bonus)
    scores = _scores(known.signs, weights())
    return [0, *sorted(nlargest(count - 1, range(1, len(spans)), key=lambda at: scores[at - 1]))]


def describe(prose: str, spans: Sequence[Span], *, alone: bool = False) -> KnownList:
    """Return what the lines of a list show."""
    places = read_places(prose, spans)
    layouts = layout_signs(ListLines(prose, spans, places, alone))
    signs = [[*signs_at(prose, place), *shown] for place, shown in zip(places, layouts, strict=True)]
    first, end = bare(prose, spans[0])
    keys = [
        read_key(prose, start, end) for start, end in [(first, end), *((one.start, one.after.end) for one in places)]
    ]
    forms = [author_form(prose, first, end), *(place.author for place in places)]
    last = [has_year_last(prose, *tail(line)) for line in spans]
    return KnownList(signs, [is_dated(prose, line) for line in spans], keys, forms, last)


def entry_signs(dated: bool, length: int) -> tuple[str, str]:
    """Return the signs of an entry of so many lines."""
    return "dated" if dated else "undated", _LONG[min(length, len(_LONG)) - 1]


def cut(known: KnownList, weights: Mapping[str, float], bonus: float = 0.0) -> list[int]:
    """Return the first lines of the entries into which a list is best cut (the shortest path).

    `bonus` is added for each entry.
    """
    scores = _scores(known.signs, weights)
    worth = [[sum(weights[sign] for sign in entry_signs(dated, n)) for n in _LENGTHS] for dated in (False, True)]
    best, begun = [0.0], [0]
    for stop in range(1, len(known.dated) + 1):
        dated, ways = False, []
        for length, start in enumerate(range(stop - 1, max(-1, stop - 1 - len(_LENGTHS)), -1)):
            dated = dated or known.dated[start]
            ways.append((best[start] + worth[dated][length], -start))
        value, start = max(ways)
        best.append(value + (scores[stop - 1] + bonus if stop < len(known.dated) else 0.0))
        begun.append(-start)
    return _walk_back(begun)


def _walk_back(begun: Sequence[int]) -> list[int]:
    starts, at = [], len(begun) - 1
    while at:
        at = begun[at]
        starts.append(at)
    return starts[::-1]


def _scores(signs: Iterable[Sequence[str]], weights: Mapping[str, float]) -> list[float]:
    return [sum(weights[sign] for sign in shown) for shown in signs]


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each sign."""
    return read_weights(Path(__file__).with_name("weights.tsv"))
