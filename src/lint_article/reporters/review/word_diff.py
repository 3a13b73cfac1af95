"""A fix as a difference of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lint_article.engine.diagnostic import PlacedEdit, PlacedFix
from lint_article.text import Part

_AROUND = 24
_BLANK = re.compile(r"\s")
_WORD = re.compile(r"\s+|\S+")

Piece = tuple[str, str, str]
"""What comes before, what is taken away, what is put in its place."""


def word_diff(parts: Sequence[Part], fix: PlacedFix) -> tuple[list[Piece], str]:
    """Return the words that a fix changes, each with what stands before them, and what stands behind the last."""
    if not fix.edits or any(edit.origin.part != fix.edits[0].origin.part for edit in fix.edits):
        return [], ""
    raw = parts[fix.edits[0].origin.part].text
    groups = list(_groups(raw, fix.edits))
    pieces: list[Piece] = []
    reached = max(groups[0][0] - _AROUND, 0)
    for start, end, edits in groups:
        gap = raw[reached:start]
        before = gap if len(gap) <= 3 * _AROUND else f"{gap[:_AROUND]} … {gap[-_AROUND:]}"
        same, old, new = _differing(raw[start:end], _edit(raw, start, end, edits))
        pieces.append(((before if pieces else _from_a_word(before)) + same, old, new))
        reached = start + len(same) + len(old)
    return pieces, _to_a_word(raw[reached : reached + _AROUND])


def _differing(old: str, new: str) -> tuple[str, str, str]:
    """Return the words that both begin with, and what differs; the words that both end with are left out."""
    words, others = _WORD.findall(old), _WORD.findall(new)
    same = _same(words, others)
    rest, other_rest = words[same:][::-1], others[same:][::-1]
    ending = _same(rest, other_rest)
    before, left, put = words[:same], words[same : len(words) - ending], others[same : len(others) - ending]
    return "".join(before), "".join(left), "".join(put)


def _same(words: Sequence[str], others: Sequence[str]) -> int:
    """Return how many words two lists have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))


def _groups(raw: str, edits: Sequence[PlacedEdit]) -> Iterator[tuple[int, int, list[PlacedEdit]]]:
    """Yield edits that touch the same words, with the bounds of these."""
    held: tuple[int, int, list[PlacedEdit]] | None = None
    for edit in edits:
        start, end = _words(raw, edit.origin.start, edit.origin.end)
        if held and start <= held[1]:
            held = (held[0], max(end, held[1]), [*held[2], edit])
            continue
        if held:
            yield held
        held = (start, end, [edit])
    if held:
        yield held


def _words(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the words that a range touches, forty characters away at most."""
    low, high = max(start - 40, 0), min(end + 40, len(raw))
    while start > low and not _BLANK.match(raw, start - 1):
        start -= 1
    while end < high and not _BLANK.match(raw, end):
        end += 1
    return start, end


def _edit(raw: str, start: int, end: int, edits: Sequence[PlacedEdit]) -> str:
    pieces, reached = [], start
    for edit in edits:
        pieces += [raw[reached : edit.origin.start], edit.text]
        reached = edit.origin.end
    return "".join([*pieces, raw[reached:end]])


def _from_a_word(text: str) -> str:
    said = text.rpartition("\n")[2]
    return "…" + said.partition(" ")[2] if len(said) >= _AROUND else said


def _to_a_word(text: str) -> str:
    said = text.partition("\n")[0]
    return said.rpartition(" ")[0] + " …" if len(said) >= _AROUND else said
