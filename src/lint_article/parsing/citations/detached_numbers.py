"""Superscripts that a blank parts from their word, as some sources of text have them: `resistance 1 . Most`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_article.parsing.citations.numeric_marker import Marker, read_marker, words_before_no_number
from lint_article.parsing.citations.worded_numbers import DASH
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_LIST = rf"(?P<list>[1-9]\d{{0,2}}(?:\s?(?:,|{DASH})\s?[1-9]\d{{0,2}})*)"
_DETACHED = Pattern(
    rf"(?<=[^\d\s][.,;:)\]”\"])\s{_LIST}(?=\s+\p{{L}}|[^\S\n]*(?:\n|$))"
    rf"|(?<!\p{{L}})(?P<word>\p{{L}}[\p{{L}}\d-]*)\s{_LIST}(?=\s?[.,;:)](?!\d)|\s+\p{{Lu}}|[^\S\n]*(?:\n|$))"
)
_SOON = 8  # behind a word, how far beyond the highest number so far the next one may be


def find_detached(prose: str, holes: Sequence[Span], entries: Mapping[int, int]) -> Iterator[Marker]:
    """Yield the numbers of the list that stand apart, as long as the order of first mention expects them."""
    at = highest = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        for match in _DETACHED.finditer(prose, at, max(at, hole.start)):
            if (match["word"] or "").lower() in words_before_no_number():
                continue
            marker = read_marker("superscript", match, entries)
            numbers = [number for number, _ in marker.numbers] if marker else []
            is_due = match["word"] is None or (numbers and numbers[0] <= highest + _SOON)
            if marker and is_due and all(number in entries for number in numbers):
                highest = max(highest, *numbers)
                yield marker
        at = max(at, hole.end)
