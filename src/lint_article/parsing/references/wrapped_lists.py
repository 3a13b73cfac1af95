"""Where the entries of a hard-wrapped list begin that shows it by nothing but how its lines are filled.

A line that ends in a comma, or is followed by small letters, was broken because the next word did not fit. Such lines
tell how far lines are filled. Where a line stops short of that, an entry begins on the next one; elsewhere one may, if
enough else speaks for it. The signs of each place are added up, and of all ways to cut the list the best is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import pairwise

import regex

from lint_article.dataclass import dataclass
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.entry_features import DATED, ENDED, author_at, is_named_start
from lint_article.parsing.references.ordered_runs import longest_ordered
from lint_article.parsing.references.reference import LABEL
from lint_article.parsing.structure.line_breaks import is_line_unfinished
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern, words

_FEWEST = 0.08  # share of the lines that must surely go on for the list to be a wrapped one
_WIDEST = 150  # code points that nine of ten lines keep within
_EARLY = 0.1  # share of those lines that may be broken early: before an address, a figure, a page's end
_JOINED = 1.1  # times as long as nine of ten
_MARGIN = 0.94  # of their length; type that is not monospaced fills lines unevenly
_STRICT = 0.05  # share of those lines that may be broken early where each word that fits is on the line
_SORTED = 0.85  # share of the sure starts in the order of the alphabet
_FEWEST_SORTED = 4
_TAIL = 300  # code points of a line's end that are looked at; addresses may be long
_MOST_LINES = 30  # of an entry
_LOWER = Pattern(r"\s*(?P<word>\p{Ll}++)(?!['’]\p{Lu})")
_NUMBER_LAST = Pattern(r"\d[\d)]*(?:\s?(?P<counted>\p{L}{1,7}))?[.)]?\s*$")
_ADDRESS_LAST = Pattern(r"(?:https?:|\bwww\.|\bdoi|\b10\.)\S*$", regex.IGNORECASE)
_INITIAL_LAST = Pattern(r"(?<!\p{L}|\d\s)\p{L}{1,2}\.\s*$")
_LABEL_LAST = Pattern(r"(?<!\p{L})\p{Lu}{2,}:$")
_NAME_COMMA = Pattern(r"\p{L}[\p{L}\p{M}'’-]+,")
_CAPITALS = Pattern(r"\p{Lu}{3,}(?!\p{L})")
_QUOTED = Pattern(r"[\"“«‘']")
_WORD = Pattern(r"\s*(\S{1,200})")
_IN_VOLUME = Pattern(r"In:?\s+(?:\p{Lu}\.[\s-]?){1,3}\p{Lu}\p{L}")
# A journal and its volume, abbreviated or not: `J. Virol. Methods 176, 32–37`.
_JOURNAL = Pattern(
    r"(?:(?:\p{Lu}[\p{L}\p{M}]*+\.?|&|and|de|et|for|für|in|la|of|the|und)\s){1,8}+\(?\d{1,4}"
    r"(?:\s?\([\d\s–-]+\))?[,:;]\s?(?:pp?\.\s?)?[A-Z]?\d"
)
_LINKS = Pattern(r"(?:\s*\[\p{L}[\p{L}\s]*\])+\s*$")  # `[CrossRef] [PubMed]`
_SEEN = TermPattern(r"\s*[\[(](?&accessed|retrieved|cited)\b", regex.IGNORECASE)  # `[accessed August 28, 2018]`
_KEY = Pattern(r"[\p{L}\p{M}'’-]+")

# What speaks for and against a place between two lines (natural logarithms of odds).
_SHORT = 14.0  # the next word would have fitted, and lines are filled strictly
_RATHER_SHORT = 3.0
_FULL = -4.9
_DATED = 0.9  # for an entry that gives a year
_DATED_OF_COUNTED = 4.0  # and where labels tell how many entries there are
_MOST_BONUS, _TRIES = 40.0, 24


@dataclass(frozen=True, slots=True)
class _Place:
    """Two lines with a break between them: how long the first would be with the second's first word (code points)."""

    before: Span
    after: Span
    length: int
    goes_on: bool


_SIGNS: Mapping[str, tuple[float, Callable[[str, _Place], bool]]] = {
    "goes on": (-2.8, lambda _, place: place.goes_on),
    "in a volume": (-8.0, lambda prose, place: bool(_IN_VOLUME.match(prose, place.after.start, place.after.end))),
    "in a journal": (-6.0, lambda prose, place: bool(_JOURNAL.match(prose, place.after.start, place.after.end))),
    "links alone": (-16.0, lambda prose, place: bool(_LINKS.match(prose, place.after.start, place.after.end))),
    "seen on a day": (-16.0, lambda prose, place: bool(_SEEN.match(prose, place.after.start, place.after.end))),
    "after a stop": (0.8, lambda prose, place: prose.endswith(".", place.before.start, place.before.end)),
    "after a number": (1.5, lambda prose, place: _is_after_number(prose, place)),
    "after an address": (2.5, lambda prose, place: bool(_ADDRESS_LAST.search(prose, *_tail(place.before)))),
    "after an abbreviation": (-2.0, lambda prose, place: bool(_INITIAL_LAST.search(prose, *_tail(place.before)))),
    "author": (0.4, lambda prose, place: bool(author_at(prose, *_bare(prose, place.after)))),
    "author after an end": (2.5, lambda prose, place: _is_author_after_end(prose, place)),
    "named": (1.3, lambda prose, place: is_named_start(prose, Span(*_bare(prose, place.after)))),
    "name and comma": (0.8, lambda prose, place: bool(_NAME_COMMA.match(prose, *_bare(prose, place.after)))),
    "capitals": (0.8, lambda prose, place: bool(_CAPITALS.match(prose, *_bare(prose, place.after)))),
    "quotation mark": (2.0, lambda prose, place: bool(_QUOTED.match(prose, *_bare(prose, place.after)))),
    "label": (2.0, lambda prose, place: _is_labelled(prose, place.after)),
}


def wrapped_starts(prose: str, lines: Sequence[Span]) -> list[int] | None:
    """Return the lines with which an entry begins, or None if the list is not wrapped."""
    widest = _widest(lines)
    places = [_read_place(prose, a, b, widest) for a, b in pairwise(lines)]
    filled = sorted(place.length for place in places if place.goes_on)
    if len(lines) < 3 or widest > _WIDEST or len(filled) < max(1, _FEWEST * len(lines)):
        return None
    limit = max((len(line) for line in lines if " " in line.of(prose).strip()), default=0)
    scores = list(_score_places(prose, places, filled, limit))
    dates = [_DATED * _is_dated(prose, line) for line in lines]
    keys = [_key(prose, line) for line in lines]
    starts = _cut(scores, dates)
    out_of_order = _find_out_of_order(keys, starts)
    if out_of_order:
        scores = [score - 4.0 * (at in out_of_order) for at, score in enumerate(scores, 1)]
        starts = _cut(scores, dates)
    return starts


def most_likely_starts(prose: str, lines: Sequence[Span], count: int) -> list[int]:
    """Return the lines with which so many entries most likely begin; none if there are too few lines."""
    if not 0 < count <= len(lines):
        return []
    places = [_read_place(prose, a, b, _widest(lines)) for a, b in pairwise(lines)]
    filled = sorted(place.length for place in places if place.goes_on) or sorted(map(len, lines))
    scores = list(_score_places(prose, places, filled, 0))
    dates = [_DATED_OF_COUNTED * _is_dated(prose, line) for line in lines]
    low, high = -_MOST_BONUS, _MOST_BONUS
    for _ in range(_TRIES):  # what is added to each place, so that the best cut has so many entries
        bonus = (low + high) / 2
        starts = _cut([score + bonus for score in scores], dates)
        if len(starts) == count:
            return starts
        low, high = (bonus, high) if len(starts) < count else (low, bonus)
    return [0, *sorted(nlargest(count - 1, range(1, len(lines)), key=lambda at: scores[at - 1]))]


def _is_dated(prose: str, line: Span) -> bool:
    return DATED.search(prose, line.start, line.end) is not None


def _score_places(prose: str, places: Sequence[_Place], filled: Sequence[int], limit: int) -> Iterator[float]:
    """Yield what speaks for an entry's beginning at each place.

    `limit` is the length of the longest line, 0 in type that is not monospaced, which fills lines unevenly.
    """
    strict = sum(length <= limit for length in filled) <= _STRICT * len(filled)
    least = limit + 1 if strict else _MARGIN * filled[int(_EARLY * len(filled))]
    short = _SHORT if strict else _RATHER_SHORT
    for place in places:
        signs = sum(weight for weight, holds in _SIGNS.values() if holds(prose, place))
        yield signs + (short if place.length < least else _FULL)


def _cut(scores: Sequence[float], dates: Sequence[float]) -> list[int]:
    """Return the first lines of the entries into which a list is best cut (the shortest path).

    `scores` is what speaks for an entry's beginning behind each line but the last, `dates` what a line's year is worth,
    once in an entry.
    """
    best, begun = [0.0], [0]
    for stop in range(1, len(dates) + 1):
        date, ways = 0.0, []
        for start in range(stop - 1, max(-1, stop - 1 - _MOST_LINES), -1):
            date = max(date, dates[start])
            ways.append((best[start] + date, -start))
        value, start = max(ways)
        best.append(value + (scores[stop - 1] if stop < len(dates) else 0.0))
        begun.append(-start)
    starts, at = [], len(dates)
    while at:
        at = begun[at]
        starts.append(at)
    return starts[::-1]


def _widest(lines: Sequence[Span]) -> int:
    """Return the length that nine of ten lines keep within."""
    return sorted(len(line) for line in lines)[int(0.9 * len(lines))]


def _read_place(prose: str, before: Span, after: Span, widest: int) -> _Place:
    word = _WORD.match(prose, after.start, after.end)
    printed = len(before.of(prose).strip())
    if printed > _JOINED * widest:  # two printed lines, which a reader joined as an address goes on in the second
        printed -= widest
    length = printed + 1 + (len(word[1]) if word else 0)
    return _Place(before, after, length, is_continuation(prose, before, after))


def is_continuation(prose: str, before: Span, line: Span) -> bool:
    """Tell whether a line surely belongs to the one before.

    Small letters begin it, or the editors of a volume (`In P. Tolliver (Ed.)`), or a comma or `and` ends that.
    """
    small = _LOWER.match(prose, line.start, line.end)
    goes_on = small is not None and small["word"] not in words("particle")
    goes_on = goes_on or _IN_VOLUME.match(prose, line.start, line.end) is not None
    return goes_on or (is_line_unfinished(prose, *_tail(before)) and not _is_announcing(prose, before, line))


def _is_announcing(prose: str, before: Span, line: Span) -> bool:
    """Tell whether a line ends with a colon and what that announces may be lost: `doi: 10.1000/1, PMID:`."""
    if not prose.endswith(":", before.start, before.end):
        return False
    return _LABEL_LAST.search(prose, *_tail(before)) is not None or author_at(prose, *_bare(prose, line)) is not None


def _is_author_after_end(prose: str, place: _Place) -> bool:
    ended = ENDED.search(prose, *_tail(place.before))
    return ended is not None and author_at(prose, *_bare(prose, place.after)) is not None


def _is_after_number(prose: str, place: _Place) -> bool:
    """Tell whether the line before ends with a number, or with a count of pages: `652 pp.`"""
    number = _NUMBER_LAST.search(prose, *_tail(place.before))
    return number is not None and (number["counted"] is None or _is_page_word(number["counted"]))


def _is_page_word(word: str) -> bool:
    return not words("page").isdisjoint((word.lower(), f"{word.lower()}."))


def _is_labelled(prose: str, line: Span) -> bool:
    label = LABEL.match(prose, line.start, line.end)
    return label is not None and any(label[form] for form in ("bracket", "dot"))


def _find_out_of_order(keys: Sequence[str], starts: Sequence[int]) -> set[int]:
    """Return the entries' first lines that the alphabet speaks against, where the list is in its order."""
    sorted_starts = {starts[at] for at in longest_ordered([keys[start] for start in starts])}
    if len(starts) < _FEWEST_SORTED or len(sorted_starts) < _SORTED * len(starts):
        return set()
    return set(starts) - sorted_starts


def _tail(line: Span) -> tuple[int, int]:
    return max(line.start, line.end - _TAIL), line.end


def _bare(prose: str, line: Span) -> tuple[int, int]:
    label = LABEL.match(prose, line.start, line.end)
    return label.end() if label else line.start, line.end


def _key(prose: str, line: Span) -> str:
    word = _KEY.search(prose, line.start, line.end)
    return fold(word[0]) if word else ""
