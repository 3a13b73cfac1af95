"""What a page carries besides its text: running heads, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from lint_article.readers.pdf.model import Row

_SAME_HEIGHT = 3.0  # points
_NUMBER = re.compile(
    r"(?i)\W*(?:page |p\. ?|стр\. ?|seite )?(?:\d{1,5}|[ivxl]{1,7})(?: ?(?:/|of|von|de|из) ?\d{1,5})?\W*"
)
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b")


def furniture_of(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Return the ids (`id(row)`) of rows that are running heads, feet or page numbers, of the outermost rows of pages.

    The same words, numbers aside, stand at the same height on another page; a page number that stands apart, alone
    or behind a bar, needs no other page. No text stands outside of them.
    """
    seen: dict[str, list[Row]] = defaultdict(list)
    for rows in pages:
        for row in rows:
            if _can_be_a_head(row):
                seen[_words(row)].append(row)
    found = {id(row) for same in seen.values() for row in same if _is_repeated(row, same)}
    found |= {id(row) for rows in pages for row in _apart(rows) if is_page_number(row) or _is_numbered(row)}
    return {id(row) for rows in pages for row in _outermost(rows, found)}


def _outermost(rows: Sequence[Row], found: set[int]) -> list[Row]:
    """Return the found rows that no other row stands outside of."""
    order = sorted(rows, key=lambda row: row.baseline)
    feet = list(takewhile(lambda row: id(row) in found, order))
    return feet + list(takewhile(lambda row: id(row) in found, reversed(order[len(feet) :])))


def is_page_number(row: Row) -> bool:
    """Tell whether the row holds nothing but a number, or a number of pages."""
    return bool(_NUMBER.fullmatch(row.text))


def _is_numbered(row: Row) -> bool:
    """Tell whether the row begins or ends with the number of its page behind a bar, as "A journal | May 2020 | 3"."""
    bars = [part.strip() for part in row.text.split("|")]
    return len(bars) > 1 and str(row.page) in (bars[0], bars[-1])


def _can_be_a_head(row: Row) -> bool:
    """Tell whether the row is no footnote: "12 Ibid." comes back too."""
    return not (row.raised and row.raised[0][0] == 0)


def _has_words(row: Row) -> bool:
    return is_page_number(row) or any(char.isalpha() for char in row.text)


def _words(row: Row) -> str:
    """Return what the row has in common with those of other pages: all but its numbers, or all if it has no words."""
    return _DIGITS.sub("#", row.text.lower()) if _has_words(row) else row.text


def _is_repeated(row: Row, same: Iterable[Row]) -> bool:
    """Tell whether the row comes back on another page; one without words, on two others."""
    pages = {other.page for other in same if abs(other.baseline - row.baseline) < _SAME_HEIGHT}
    return len(pages - {row.page}) > (0 if _has_words(row) else 1)


def _apart(rows: Sequence[Row]) -> list[Row]:
    """Return the first and the last row of the page if more than two lines' height sets them apart."""
    order = sorted(rows, key=lambda row: row.baseline)
    pairs = ((order[0], order[1]), (order[-1], order[-2])) if len(order) > 2 else ()
    return [row for row, next_row in pairs if abs(row.baseline - next_row.baseline) > 2 * next_row.size]
