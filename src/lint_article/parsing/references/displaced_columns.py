"""Counted lists whose right column a converter printed before the heading: their own numbers put it in its place."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.parsing.references.counted_lists import ListPiece, counted_entries, label_of
from lint_article.parsing.references.entry_features import entry_score
from lint_article.parsing.structure.sections import strip_span
from lint_article.text import Span

_LINES = 300  # of the page before the heading that are looked at
_SURE = 3  # the score of an entry


def find_displaced(prose: str, entries: Sequence[Span], end: int) -> list[Span]:
    """Return the entries that count on from the last one in the lines before the list's heading, which begins at `end`.

    An empty list if none do.
    """
    last = label_of(prose, entries[-1]) if entries else None
    if last is None or not last[1]:
        return []
    form, number = last
    lines = _lines_before(prose, end)
    for at in range(len(lines) - 1, -1, -1):
        if label_of(prose, lines[at]) != (form, number + 1):
            continue
        pieces = [ListPiece(line) for line in lines[at:]]
        found = counted_entries(prose, pieces, lines[-1].end, by_line=True)
        if found and all(entry_score(prose, entry) >= _SURE for entry in found[:_SURE]):
            return found
    return []


def _lines_before(prose: str, end: int) -> list[Span]:
    """Return the last lines before a place, empty ones left out, in order."""
    lines: list[Span] = []
    while end > 0 and len(lines) < _LINES:
        start = prose.rfind("\n", 0, end) + 1
        line = strip_span(prose, Span(start, end))
        if len(line):
            lines.append(line)
        end = start - 1
    return lines[::-1]
