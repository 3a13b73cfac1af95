"""Numbers of the list that are cited in words, `refs. 3 and 4`, or in a column of a table headed `References`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import regex

from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

DASH = "[-‐‑‒–—−]"
_NUMBERS = rf"\d{{1,3}}(?:(?:\s?{DASH}\s?|[,;]\s?(?:(?P<and>\p{{L}}+)\s)?|\s(?P<and>\p{{L}}+|&)\s)\d{{1,3}})*"
_WORDED = Pattern(
    rf"(?<![\p{{L}}\p{{Lu}}-])(?P<word>\p{{L}}{{3,12}})\.?\s(?P<list>{_NUMBERS})(?![\d\p{{L}}]|[.,:]\d|\s?%)"
)
_BEFORE_NUMBER = re.compile(r"(?<![\w-])([^\W\d_]{3,12})\.?\s(?=\d)")
_NUMBER = re.compile(r"\d+")
_RANGE = Pattern(rf"(?P<first>\d+)\s?{DASH}\s?(?P<last>\d+)")
_CELL = Pattern(rf"\s*[\[(]?(?P<list>\d{{1,3}}(?:(?:\s?(?:[,;]|{DASH})\s?|\s)\d{{1,3}})*)[\])]?\s*")
_ROW = Pattern(r"[^\n]*\t[^\n]*")
_HEAD = Pattern(r"\p{L}+")
_LONGEST_HEAD = 3  # words
_LONGEST_GROUP = 100  # code points of a line that names a group of rows
_KEY = Pattern(r"\([^()]*\)|\[[^\[\]]*\]")  # of a head that says what its numbers are: `Data (number: reference)`


def find_worded_numbers(prose: str, holes: Sequence[Span], entries: Mapping[int, int]) -> Iterator[regex.Match[str]]:
    """Yield the matches, in order, whose group `list` holds numbers of the list only."""
    at = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        found = [*_find_in_sentences(prose, at, hole.start), *_find_in_tables(prose, at, hole.start)]
        for match in sorted(found, key=lambda match: match.start("list")):
            if all(int(number) in entries for number in _NUMBER.findall(match["list"])):
                yield match
        at = max(at, hole.end)


def _find_in_sentences(prose: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    last = start
    for named in _BEFORE_NUMBER.finditer(prose, start, max(start, end)):
        word = named[1].lower()
        match = (
            _WORDED.match(prose, named.start(), end) if word in words("reference") and named.start() >= last else None
        )
        is_worded = match and {word.lower() for word in match.captures("and")} <= words("and", "range-to") | {"&"}
        if match and is_worded and not _has_descending_range(match["list"]):
            last = match.end()
            yield match


def _has_descending_range(numbers: str) -> bool:
    """Tell whether a range descends, as the parts of a file number may: `reference 64-11`."""
    return any(int(found["first"]) > int(found["last"]) for found in _RANGE.finditer(numbers))


def _find_in_tables(prose: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    """Yield the cells that hold numbers, in columns whose head says that they are references."""
    columns: list[int] = []
    last = start
    for row in _ROW.finditer(prose, start, max(start, end)):
        cells = _cells(row)
        if row.start() == start or not _is_same_table(prose, last, row.start()):
            columns = [at for at, cell in enumerate(cells) if _is_head(prose, cell)]
        last = row.end()
        for cell in (cells[at] for at in columns if at < len(cells)):
            match = _CELL.fullmatch(prose, cell.start, cell.end)
            if match:
                yield match


def _is_same_table(prose: str, last: int, row: int) -> bool:
    """Tell whether a row follows another, directly or behind one line that names a group of rows."""
    between = prose[last + 1 : row - 1] if row > last + 1 else ""
    return bool(between.strip() or row <= last + 1) and "\n" not in between and len(between) <= _LONGEST_GROUP


def _cells(row: regex.Match[str]) -> list[Span]:
    cells, at = [], row.start()
    for printed in row.group().split("\t"):
        cells.append(Span(at, at + len(printed)))
        at += len(printed) + 1
    return cells


def _is_head(prose: str, cell: Span) -> bool:
    key = _KEY.search(prose, cell.start, cell.end)
    for at, end in ((cell.start, cell.end), key.span() if key else (cell.start, cell.start)):
        printed = [match.group().lower() for match in _HEAD.finditer(prose, at, end)]
        if 0 < len(printed) <= _LONGEST_HEAD and not words("reference").isdisjoint(printed):
            return True
    return False
