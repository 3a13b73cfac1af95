"""What the entries of a list have in common: their order, how authors are printed, where the year stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from lint_article.dataclass import dataclass
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.ordered_runs import longest_ordered
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR

_FEWEST = 4  # entries that show something
_SORTED = 0.85  # share of the entries in the order of the alphabet
_IN_ONE_FORM = 0.8  # share of the entries
_MANY, _RARE = 8, 0.1  # entries that show where the year stands; share of those that end with it
_YEAR_LAST = Pattern(rf"[(\[]{YEAR}[a-z]?[)\]][.,:;]?\s*$")
_KEY = Pattern(r"[\p{L}\p{M}'’-]+")


@dataclass(frozen=True, slots=True)
class KnownList:
    """What is known of a list: the signs of each place; of each line, if it gives a year, how it begins and ends.

    A line begins with a key, by which it would be sorted, and an author in some form (empty: with none); it may end
    with a year in brackets.
    """

    signs: Sequence[Sequence[str]]
    dated: Sequence[bool]
    keys: Sequence[str]
    forms: Sequence[str]
    year_last: Sequence[bool]


def read_key(prose: str, start: int, end: int) -> str:
    """Return the first word of a line, by which it would be sorted."""
    word = _KEY.search(prose, start, end)
    return fold(word[0]) if word else ""


def has_year_last(prose: str, start: int, end: int) -> bool:
    """Tell whether a line ends with a year in brackets."""
    return _YEAR_LAST.search(prose, start, end) is not None


def compare(known: KnownList, starts: Sequence[int]) -> KnownList:
    """Return what is known of a list with the signs by which a place is like those where it was cut, or unlike them."""
    likenesses = (_order_signs, _form_signs, _year_signs)
    shown = [signs for likeness in likenesses if (signs := likeness(known, starts))]
    signs = [list(chain(signs, *more)) for signs, *more in zip(known.signs, *shown, strict=True)]
    return replace(known, signs=signs) if shown else known


def _order_signs(known: KnownList, starts: Sequence[int]) -> list[list[str]]:
    keys = known.keys
    ordered = [starts[at] for at in longest_ordered([keys[start] for start in starts])]
    if len(starts) < _FEWEST or len(ordered) < _SORTED * len(starts):
        return []
    places = range(1, len(keys))
    return [["in order" if _is_in_order(keys, ordered, at) else "out of order"] for at in places]


def _is_in_order(keys: Sequence[str], ordered: Sequence[int], at: int) -> bool:
    """Tell whether a line may stand between the nearest first lines that are in order."""
    before, after = bisect_left(ordered, at), bisect_right(ordered, at)
    comes_behind = before == 0 or keys[ordered[before - 1]] <= keys[at]
    return comes_behind and (after == len(ordered) or keys[at] <= keys[ordered[after]])


def _form_signs(known: KnownList, starts: Sequence[int]) -> list[list[str]]:
    usual, times = Counter(known.forms[start] for start in starts).most_common(1)[0]
    if len(starts) < _FEWEST or times < _IN_ONE_FORM * len(starts):
        return []
    return [["usual form" if form == usual else "other form"] for form in known.forms[1:]]


def _year_signs(known: KnownList, starts: Sequence[int]) -> list[list[str]]:
    times = sum(known.year_last[start - 1] for start in starts[1:])
    if len(starts) < _MANY or times > _RARE * len(starts):
        return []
    return [["after a year, as no entry"] if last else [] for last in known.year_last[:-1]]
