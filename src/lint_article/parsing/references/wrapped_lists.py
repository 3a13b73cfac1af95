"""Where the entries of a hard-wrapped list begin that shows it by nothing but how its lines are filled.

A line that ends in a comma, or is followed by small letters, was broken because the next word did not fit. Such lines
tell how far lines are filled; where a line stops short of that and a name stands on the next, an entry begins.
Elsewhere one may begin after a stop, and in a list in the order of the alphabet only at its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.entry_features import DATED, ENDED, is_initialled_start, is_named_start
from lint_article.parsing.references.ordered_runs import longest_ordered
from lint_article.parsing.structure.line_breaks import is_line_unfinished
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

_FEWEST = 0.08  # share of the lines that must surely go on for the list to be a wrapped one
_WIDEST = 150  # code points that nine of ten lines keep within
_EARLY = 0.1  # share of those lines that may be broken early: before an address, a figure, a page's end
_MARGIN = 0.94  # of their length; type that is not monospaced fills lines unevenly
_SORTED = 0.85  # share of the sure starts in the order of the alphabet
_FEWEST_SORTED = 4
_TAIL = 300  # code points of a line's end that are looked at; addresses may be long
_LOWER = Pattern(r"\s*(?P<word>\p{Ll}++)(?!['’]\p{Lu})")
_BEGINS = Pattern(r"\s*(?!https?:|doi:|URL\b)[\p{Lu}\p{Lo}\p{Ll}\"“«‘'\[–—―_]")
_WORD = Pattern(r"\s*(\S{1,200})")
_KEY = Pattern(r"[\p{L}\p{M}'’-]+")


def wrapped_starts(prose: str, lines: Sequence[Span]) -> list[int] | None:
    """Return the lines with which an entry begins, or None if the list is not wrapped."""
    goes_on = [_is_continuation(prose, before, line) for before, line in pairwise(lines)]
    lengths = [_filled_length(prose, a, b) for a, b in pairwise(lines)]
    filled = sorted(length for length, on in zip(lengths, goes_on, strict=True) if on)
    widest = sorted(len(line) for line in lines)[int(0.9 * len(lines))]
    if len(lines) < 3 or widest > _WIDEST or len(filled) < max(1, _FEWEST * len(lines)):
        return None
    least = _MARGIN * filled[int(_EARLY * len(filled))]
    named = [is_named_start(prose, line) for line in lines]
    sure = [0]
    for at, (before, line) in enumerate(pairwise(lines), 1):
        ended = ENDED.search(prose, *_tail(before))
        if (
            lengths[at - 1] < least
            and not goes_on[at - 1]
            and (named[at] if ended else is_initialled_start(prose, line))
        ):
            sure.append(at)
    likely = [name or length < least for name, length in zip(named[1:], lengths, strict=True)]
    return _with_likely(prose, lines, sure, likely)


def _is_continuation(prose: str, before: Span, line: Span) -> bool:
    """Tell whether a line surely belongs to the one before: small letters begin it, or a comma or `and` ends that."""
    small = _LOWER.match(prose, line.start, line.end)
    goes_on = small is not None and small["word"] not in words("particle")
    return goes_on or is_line_unfinished(prose, before.start, before.end)


def _filled_length(prose: str, line: Span, following: Span) -> int:
    """Return how long the line would be with the next line's first word on it (code points)."""
    word = _WORD.match(prose, following.start, following.end)
    return len(line.of(prose).strip()) + 1 + (len(word[1]) if word else 0)


def _tail(line: Span) -> tuple[int, int]:
    return max(line.start, line.end - _TAIL), line.end


def _with_likely(prose: str, lines: Sequence[Span], sure: list[int], likely: Sequence[bool]) -> list[int]:
    """Add the lines, `likely` by a name or a short line before, that stand after a dated text's stop and in order."""
    place = _Alphabet([_key(prose, lines[at]) for at in sure])
    known = frozenset(sure)
    starts: list[int] = []
    dated = False
    for at, line in enumerate(lines):
        if at in known or (
            likely[at - 1]
            and _BEGINS.match(prose, line.start, line.end)
            and ENDED.search(prose, *_tail(lines[at - 1]))
            and dated
            and place.is_in_order(_key(prose, line), bisect_left(sure, at))
        ):
            starts.append(at)
            dated = False
        dated = dated or DATED.search(prose, line.start, line.end) is not None
    return starts


class _Alphabet:
    """The order of the sure starts, as far as they are in one."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys
        self._spine = longest_ordered(keys)
        self._ordered = len(keys) >= _FEWEST_SORTED and len(self._spine) >= _SORTED * len(keys)

    def is_in_order(self, key: str, following: int) -> bool:
        """Tell whether a key may stand before the sure start with this index; any may where there is no order."""
        at = bisect_left(self._spine, following)
        before = self._keys[self._spine[at - 1]] if at else ""
        after = self._keys[self._spine[at]] if at < len(self._spine) else "\U0010ffff"
        return not self._ordered or before <= key <= after


def _key(prose: str, line: Span) -> str:
    word = _KEY.search(prose, line.start, line.end)
    return fold(word[0]) if word else ""
