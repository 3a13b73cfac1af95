"""Numbers that look like no marker, where the order of the citations expects them: `Xa219`, `in 201023`."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import regex

from lint_article.dataclass import dataclass
from lint_article.document.citation import Style
from lint_article.parsing.citations.numeric_marker import Marker, read_marker, words_before_no_number
from lint_article.parsing.citations.worded_numbers import DASH
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

_TOKEN = Pattern(r"[\p{L}\p{M}\d-]+")
_NUMBER = Pattern(r"\d+")
_AFTER_WORD = Pattern(r"(?<!\p{L})(?P<word>\p{Ll}+)\s$|/$")
_END_OF_CLAUSE = Pattern(r"[.,;:)](?:\s|$)")
_BARE = Pattern(
    rf"(?:(?<!\p{{L}})(?:(?P<word>\p{{L}}*\p{{Ll}})|\))\s[\[(]?|(?<=\s)[\[(])"
    rf"(?P<list>\d{{1,3}}(?:(?:,\s?|{DASH})\d{{1,3}})*)[\])]?(?=[.,;:)](?:[\s.,;:]|—|$)|\n)"
)
_STUCK_LIST = Pattern(rf"(?P<list>\d{{1,3}}(?:(?:,|{DASH})\d{{1,3}})*)")
_FEWEST = 3  # sure markers that show an order
_SOON = 2  # how far beyond the highest number so far the next one may be


@dataclass(frozen=True, slots=True)
class CitingOrder:
    """Which numbers are due where: `starts` of the sure markers, the highest number before each, the next new one."""

    starts: tuple[int, ...]
    highest: tuple[int, ...]
    following: tuple[int, ...]
    cited: frozenset[int]

    def around(self, offset: int) -> tuple[int, int]:
        """Return the highest number cited before an offset, and the next one that is new behind it."""
        at = bisect_left(self.starts, offset)
        return self.highest[at], self.following[at]


def order_of(sure: Sequence[Marker], entries: Mapping[int, int]) -> CitingOrder:
    """Return the order in which sure markers, which come in the order of the text, cite."""
    highest = tuple(accumulate((max(n for n, _ in m.numbers) for m in sure), max, initial=0))
    following = [max(entries) + 1]
    for marker, before in zip(reversed(sure), reversed(highest[:-1]), strict=True):
        new = [number for number, _ in marker.numbers if number > before]
        following.append(min(new, default=following[-1]))
    cited = frozenset(number for marker in sure for number, _ in marker.numbers)
    return CitingOrder(tuple(m.span.start for m in sure), highest, tuple(reversed(following)), cited)


def find_expected(
    prose: str, unsure: Sequence[regex.Match[str]], sure: Sequence[Marker], entries: Mapping[int, int]
) -> Iterator[Marker]:
    """Yield the numbers stuck to a formula, a gene, a year or an acronym that the order of first mention expects."""
    order = order_of(sure, entries)
    printed = Counter(_TOKEN.findall(prose)) if unsure else Counter()
    reached = 0
    is_order_known = len(sure) >= _FEWEST
    for match in unsure:
        before, after = order.around(match.start("list"))
        before, after = max(before, reached), after if is_order_known else 0
        marker = _read_expected(prose, match, printed, order, (before, after), entries)
        if marker:
            new = [number for number, _ in marker.numbers if before < number < after]
            reached = max([reached, *new])
            yield marker


def _read_expected(
    prose: str,
    match: regex.Match[str],
    printed: Mapping[str, int],
    order: CitingOrder,
    bounds: tuple[int, int],
    entries: Mapping[int, int],
) -> Marker | None:
    before, after = bounds
    unstuck = _unstuck(prose, match, printed, before, entries)
    if unstuck:
        return unstuck
    marker = read_marker("superscript", match, entries)
    if not marker or any(number not in entries for number, _ in marker.numbers):
        return None
    first = marker.numbers[0][0]
    if match["host"].isdigit():
        return marker if first <= before + _SOON and _is_year(prose, match) else None
    several = len(marker.numbers) > 1 and "," in match["list"]
    is_once = printed[prose[_start_of_word(prose, match) : match.end("list")]] == 1
    is_new = before < first < after and first not in order.cited and is_once
    is_due = before < first <= before + _SOON or is_new or (several and first <= before)
    return marker if is_due or (first <= before and _is_word_with_number(prose, match, printed)) else None


def find_bare(
    prose: str, holes: Sequence[Span], numbering: Style, sure: Sequence[Marker], entries: Mapping[int, int]
) -> Iterator[Marker]:
    """Yield numbers that have lost their brackets: cited nowhere else, between those cited before and after them."""
    order = order_of(sure, entries)
    if order.cited.issuperset(entries):
        return
    at = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        for match in _BARE.finditer(prose, at, max(at, hole.start)):
            before, after = order.around(match.start())
            printed = [int(number) for number in _NUMBER.findall(match["list"])]
            new = [number for number in printed if number not in order.cited]
            is_whole = new == printed or prose[match.end("list") : match.end("list") + 1] == "]"
            are_due = bool(new) and before < new[0] and new[-1] < after and printed == sorted(printed)
            if is_whole and are_due and entries.keys() >= set(printed):
                marker = (
                    read_marker(numbering, match, entries) if match["word"] not in words_before_no_number() else None
                )
                if marker:
                    yield marker
        at = max(at, hole.end)


def _is_year(prose: str, match: regex.Match[str]) -> bool:
    """Tell whether a number begins with a year: `in 201023`, `since 20159.`, or another year before it."""
    before = _AFTER_WORD.search(prose, max(0, match.start() - 20), match.start())
    small = before is not None and (before["word"] is None or before["word"] in words("small-word", "introducing"))
    return small or bool(_END_OF_CLAUSE.match(prose, match.end()))


def _start_of_word(prose: str, match: regex.Match[str]) -> int:
    start: int = match.start("host")
    while start and (prose[start - 1].isalnum() or prose[start - 1] == "-"):
        start -= 1
    return start


def _is_word_with_number(prose: str, match: regex.Match[str], printed: Mapping[str, int]) -> bool:
    """Tell whether the text prints the word without the number far more often than with it: `SRBSDV7`."""
    if not match["host"].isalpha() or len(match["host"]) < 2:
        return False
    start = _start_of_word(prose, match)
    return printed[prose[start : match.end("host")]] > 3 * printed[prose[start : match.end("list")]]


def _unstuck(
    prose: str, match: regex.Match[str], printed: Mapping[str, int], before: int, entries: Mapping[int, int]
) -> Marker | None:
    """Read `Xa219,12` as `Xa21` with 9 and 12, if the text has `Xa21` elsewhere and 9 is due or was cited."""
    if not match["host"][-1].isalpha():
        return None
    start = _start_of_word(prose, match)
    first = _NUMBER.search(prose, match.end("host"))
    cuts = range(first.start() + 1, first.end()) if first else ()
    for cut in sorted(cuts, key=lambda cut: -printed[prose[start:cut]]):
        known = printed[prose[start:cut]]
        numbers = _STUCK_LIST.fullmatch(prose, cut, match.end("list")) if known and prose[cut] != "0" else None
        marker = read_marker("superscript", numbers, entries) if numbers else None
        if marker and all(number in entries for number, _ in marker.numbers):
            number = marker.numbers[0][0]
            if number <= before + _SOON and (known > 1 or number > before):
                return marker
    return None
