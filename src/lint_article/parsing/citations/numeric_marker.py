"""One marker of a numeric citation, read into its numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

import regex

from lint_article.dataclass import dataclass
from lint_article.document.citation import Style
from lint_article.parsing.citations.worded_numbers import DASH
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import abbreviations, parts, words

PLACES = ("page", "figure", "theorem", "section", "chapter", "table", "equation")
LONGEST_RANGE = 60
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")
_NUMBER, _BETWEEN = Pattern(r"\d+"), Pattern(rf"[a-z]?\)?\s?(?:{DASH}|(?P<to>\p{{L}}+))\s?\(?")
_UNITS = frozenset("°%‰")  # behind an interval: `[20, 80]°C`
_LISTS = ("list", "raised", "caret")


@dataclass(frozen=True, slots=True)
class Marker:
    """A bracket, parenthesis or superscript that holds numbers: its extent and each number's place."""

    style: Style
    span: Span
    numbers: tuple[tuple[int, Span], ...]


def read_marker(style: Style, match: regex.Match[str], entries: Mapping[int, int]) -> Marker | None:
    """Read the numbers of a marker; a range holds those between its ends that the list has."""
    worded, lists = _groups_of(match.re)
    if not all(_is_known(match, group) for group in worded) or match.string[match.end() : match.end() + 1] in _UNITS:
        return None
    name = next((name for name in lists if match[name]), "list")
    numbers: list[tuple[int, Span]] = []
    for start, end in match.spans(name):
        read = _read_list(match.string[start:end].translate(_RAISED), start, entries)
        if not read:
            return None
        numbers += read
    span = Span(match.start(name), match.end(name)) if style == "superscript" else Span(match.start(), match.end())
    return Marker(style, span, tuple(numbers))


def _read_list(printed: str, start: int, entries: Mapping[int, int]) -> list[tuple[int, Span]]:
    """Return the numbers of a list that begins at an offset, with those of its ranges; none if it holds values."""
    numbers: list[tuple[int, Span]] = []
    last_end = 0
    for found in _NUMBER.finditer(printed):
        if found.group().startswith("0"):
            return []  # a value: `[0]`, `(1,05-1,19)`
        value, span = int(found.group()), Span(start + found.start(), start + found.end())
        is_range = numbers and _is_range(printed, last_end, found.start())
        if is_range and abs(value - numbers[-1][0]) <= LONGEST_RANGE:
            inner = Span(start + last_end, start + found.start())
            low, high = sorted((numbers[-1][0], value))
            numbers.extend((n, inner) for n in range(low + 1, high) if n in entries)
        numbers.append((value, span))
        last_end = found.end()
    return numbers


def _is_range(printed: str, start: int, end: int) -> bool:
    """Tell whether a dash, or a word for it, is all between two numbers."""
    between = _BETWEEN.fullmatch(printed, start, end)
    return between is not None and (not between["to"] or between["to"].lower() in words("range-to"))


@cache
def words_before_no_number() -> frozenset[str]:
    """Return the words, in small letters, behind which a number is none of the list's: `of 17.`, `figure 3,`."""
    return words("small-word", "and", "counted", *PLACES) | abbreviations(*PLACES)


@cache
def _inside() -> Mapping[str, frozenset[str]]:
    """Return the words that may stand in each group of a marker's pattern."""
    return {
        "and": words("and", "range-to"),
        "lead": parts("see", "see-also", "reference", "and", "in"),
        "place": words(*PLACES) | {"§"},
        "therein": parts("references-therein"),
    }


@cache
def _groups_of(pattern: regex.Pattern[str]) -> tuple[Collection[str], Collection[str]]:
    """Return the groups of a marker's pattern that hold words, and those that hold its numbers."""
    named = pattern.groupindex.keys()
    return named & _inside().keys(), [name for name in _LISTS if name in named]


def _is_known(match: regex.Match[str], group: str) -> bool:
    """Tell whether a marker's words are such as stand in citations."""
    printed = " ".join(match.captures(group)).lower().split()
    return all(word in _inside()[group] or word.strip(".") in _inside()[group] for word in printed)
