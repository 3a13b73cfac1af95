"""Numbers in markers that the list does not have: the bounds of a value, or citations beyond its end."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.text import Span
from lint_article.text.pattern import Pattern

_VALUE_BEFORE = Pattern(
    r"(?:(?<![\p{L}\d.,-])(?P<value>\d+(?:\.\d+)?)\s?%?\)?|%\s?\p{Lu}{1,2}I|\p{Lu}I\s?\d+\s?%|IQR|[∈∊]|(?<![\p{L}\d])\p{L}\s\p{Ll}{1,3}\s)[\s:,=]{0,2}$"
)
_OWNER_BEFORE = Pattern(r"(?<![\p{L}\d’'-])\p{L}$|(?:[ ]{2}|\t)[ ]*\d[\d.,]{0,9}[ ]?$")
_IN_CELL = Pattern(r"\t[\d\s.,()%±–-]*$")
_SCALE_BEFORE = Pattern(r"\[0\][^\[\].;]*$")
_WORD_BEFORE = Pattern(r"(?<!\p{L})\p{Ll}{3,}[.,]?\s?$")
_CLAUSE_AFTER = Pattern(r"\s?(?:[.;:]|,?\s\p{Ll}{2})")
_DECIMALS = Pattern(r"(?<!\d)\d{1,3},\d{1,3}\s?[;–-]\s?\d{1,3},\d")
_BOUNDS = (2, 3)  # spans: two numbers, and what a dash between them implies
_LONGEST = 20  # code points before a marker that are read
_SCALE = 80  # those in which the lower end of a scale is sought


def has_decimal_commas(prose: str, marker: Span) -> bool:
    """Tell whether the numbers of a marker are values with decimal commas: `(6,3;8,2)`, `(1,12-1,19)`."""
    return bool(_DECIMALS.search(prose, marker.start, marker.end))


def is_end_of_scale(prose: str, marker: Span) -> bool:
    """Tell whether a bracket holds the upper end of a scale that begins at nought: `never [0] to always [100]`."""
    return bool(_SCALE_BEFORE.search(prose, max(0, marker.start - _SCALE), marker.start))


def is_index_or_value(prose: str, marker: Span) -> bool:
    """Tell whether a bracket follows a variable of one letter, or a number in a column: `a[10]`, `  12 [90]`."""
    return bool(_OWNER_BEFORE.search(prose, max(0, marker.start - _LONGEST), marker.start))


def is_interval(prose: str, marker: Span, numbers: Sequence[Span], are_listed: bool) -> bool:
    """Tell whether two numbers, not both in the list, are the bounds of a value: `20 [14, 25]`, `x in [1, 12]`."""
    if are_listed or len(set(numbers)) not in _BOUNDS:
        return False
    before = _VALUE_BEFORE.search(prose, max(0, marker.start - _LONGEST), marker.start)
    if not before or not before["value"]:
        return bool(before)
    if _IN_CELL.search(prose, max(0, marker.start - _SCALE), marker.start):
        return True
    low, high = (int(number.of(prose)) for number in (min(numbers), max(numbers)))
    return low <= float(before["value"]) <= high


def is_printed_as_citation(prose: str, marker: Span) -> bool:
    """Tell whether a marker stands behind an ordinary word, before the end of a clause or another word."""
    before = _WORD_BEFORE.search(prose, max(0, marker.start - _LONGEST), marker.start)
    return bool(before and _CLAUSE_AFTER.match(prose, marker.end))
