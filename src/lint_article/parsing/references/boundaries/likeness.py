"""What the entries of a list have in common: the order of the alphabet, a form in which authors are printed."""

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

_FEWEST = 4  # entries that show something
_SORTED = 0.85  # share of the entries in the order of the alphabet
_IN_ONE_FORM = 0.8  # share of the entries
_KEY = Pattern(r"[\p{L}\p{M}'’-]+")


@dataclass(frozen=True, slots=True)
class KnownList:
    """What is known of a list: the signs of each place; of each line, if it gives a year and how it begins.

    A line begins with a key, by which it would be sorted, and an author in some form (empty: with none).
    """

    signs: Sequence[Sequence[str]]
    dated: Sequence[bool]
    keys: Sequence[str]
    forms: Sequence[str]


def read_key(prose: str, start: int, end: int) -> str:
    """Return the first word of a line, by which it would be sorted."""
    word = _KEY.search(prose, start, end)
    return fold(word[0]) if word else ""


def compare(known: KnownList, starts: Sequence[int]) -> KnownList:
    """Return what is known of a list with the signs by which a place is like those where it was cut, or unlike them."""
    shown = [signs for signs in (_order_signs(known, starts), _form_signs(known, starts)) if signs]
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
