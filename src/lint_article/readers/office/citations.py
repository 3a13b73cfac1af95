"""Where citation fields print the works that they cite."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint_article.readers.office.cited_works import CitedWork

_STRETCH = re.compile(r"[^;]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_OPENING = re.compile(r"[\W\d_]*")
_NUMBERS = re.compile(r"[\s\[(]*(?P<first>\d{1,3})(?!\d)[\d\s,;\u2010-\u2014\[\])(-]*")


def by_print(
    works: Sequence[CitedWork], text: str, start: int, end: int
) -> list[tuple[CitedWork, int, int, int]] | None:
    """Return for each work where its item and its year are printed between `start` and `end`, or None.

    None means that the print does not show the works by author and year (numbers do). A year that is not that of the
    work stands for it where the work's author is printed before it.
    """
    return _by_years(works, text, start, end) or _by_names(works, text, start, end)


def _by_years(
    works: Sequence[CitedWork], text: str, start: int, end: int
) -> list[tuple[CitedWork, int, int, int]] | None:
    found: list[tuple[CitedWork, int, int, int]] = []
    for work in works:
        at = text.find(work.year, start, end) if work.year else -1
        if at < 0:
            return None
        family = work.authors[0].family if work.authors else ""
        begin = text.find(family, start, at) if family else -1
        opening = _OPENING.match(text, start, at)
        begin = begin if begin >= 0 or not opening else opening.end()
        found.append((work, begin, at, at + len(work.year)))
        start = at + len(work.year)
    return found


def _by_names(
    works: Sequence[CitedWork], text: str, start: int, end: int
) -> list[tuple[CitedWork, int, int, int]] | None:
    """Return the works by their authors, each in a stretch of its own with one year."""
    found: list[tuple[CitedWork, int, int, int]] = []
    stretches = [match.span() for match in _STRETCH.finditer(text, start, end)]
    if len(stretches) != len(works):
        return None
    for work, (low, high) in zip(works, stretches, strict=True):
        family = work.authors[0].family if work.authors else ""
        begin = text.find(family, low, high) if family else -1
        years = list(_YEAR.finditer(text, max(begin, low), high))
        if begin < 0 or not work.year or len(years) != 1:
            return None
        found.append((work, begin, *years[0].span()))
    return found


def printed_number(text: str, start: int, end: int) -> int | None:
    """Return the first number of a field that prints numbers and nothing else, or None."""
    match = _NUMBERS.fullmatch(text, start, end)
    return int(match["first"]) if match else None
