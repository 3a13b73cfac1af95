"""The lines of a reference list, put together to its entries.

A plain text has lines and nothing else. Where a format has blocks, a block is an entry, unless its lines show that it
holds several: lines that the author ends (`w:br`, `<br>`, `\\\\`), or those of the source, which a list in Markdown
is often typed in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lint_article.document import Block
from lint_article.parsing.references.boundaries.cut import find_starts
from lint_article.parsing.references.entry_features import has_author, is_whole
from lint_article.parsing.structure.sections import strip_span
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, words

_HEAD_LINES = 3
# Names, two of them joined, and a year at the end.
_NAMES = r"(?:\p{Lu}(?:[\p{L}\p{M}\p{Sk}.’'-]|(?<=\p{Sk})\s(?=\p{Ll}))*[,;]?\s+|(?P<word>\p{Ll}{1,6})\.?,?\s+|&\s+)"
_HEAD = Pattern(rf"\s*(?=[^\d]*(?:,|\sand\s|&|\s\p{{Ll}}{{1,3}}\s)){_NAMES}{{2,40}}+\(?{YEAR}[a-z]?\)?[.:,]?\s*")
_MOST = 0.6  # share of the lines that are whole entries in a list of one entry a line


def of_blocks(prose: str, blocks: Sequence[Block], breaks: Sequence[int]) -> list[Span]:
    """Return the entries that blocks hold; `breaks` is where the author ends lines."""
    blocks = _cut_at_inner(blocks)
    ended = [_with_source_lines(prose, _ended_lines(block.span, breaks)) for block in blocks]
    lines = [line for own in ended for line in own]
    if len(lines) > len(blocks):
        whole = sum(is_whole(prose, line) for line in lines)
        if len(blocks) > 1 and whole <= len(blocks):
            return [block.span for block in blocks]
        return [entry for own in ended for entry in join_lines(prose, own, whole > _MOST * len(lines))]
    lines = [line for block in blocks for line in _source_lines(prose, block)]
    return join_lines(prose, lines) if len(lines) > len(blocks) else [block.span for block in blocks]


def _cut_at_inner(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks apart: one that holds others, as broken mark-up makes it, ends where the next begins."""
    starts = [*(block.span.start for block in blocks[1:]), blocks[-1].span.end] if blocks else []
    spans = [Span(block.span.start, min(block.span.end, start)) for block, start in zip(blocks, starts, strict=True)]
    return [replace(block, span=span) for block, span in zip(blocks, spans, strict=True) if len(span)]


def at_breaks(prose: str, block: Span, breaks: Sequence[int]) -> list[Span]:
    """Return the entries of a block by the lines that the author ends; the whole block if there are no such lines."""
    lines = _ended_lines(block, breaks)
    return join_lines(prose, lines) if len(lines) > 1 else [block]


def join_lines(prose: str, lines: Sequence[Span], alone: bool = False) -> list[Span]:
    """Join the lines of each entry; where each line may be one, each is. `alone`: it is known that each is one."""
    if all(is_whole(prose, line) for line in lines):
        starts: Sequence[int] = range(len(lines))
    else:
        starts = find_starts(prose, lines, alone=alone)
    starts = [
        at for before, at in pairwise([0, *starts]) if at == 0 or not _is_after_head(prose, lines[before : at + 1])
    ]
    bounds = pairwise([*starts, len(lines)])
    return [strip_span(prose, Span(lines[a].start, lines[b - 1].end)) for a, b in bounds]


def _is_after_head(prose: str, lines: Sequence[Span]) -> bool:
    """Tell whether no more than several authors and a year, which no entry is, is before the last line, a title's.

    `Abel and Cyr. 2005`.
    """
    *lines, last = lines
    if not lines or len(lines) > _HEAD_LINES or has_author(prose, last):
        return False
    head = _HEAD.fullmatch(prose, lines[0].start, lines[-1].end)
    return head is not None and words("and", "et-al", "particle").issuperset(w.lower() for w in head.captures("word"))


def _ended_lines(block: Span, breaks: Sequence[int]) -> list[Span]:
    """Return the lines of a block that the author ends."""
    inside = breaks[bisect_left(breaks, block.start) : bisect_left(breaks, block.end)]
    bounds = [block.start - 1, *inside, block.end]
    return [Span(before + 1, end) for before, end in pairwise(bounds) if end > before + 1]


def _with_source_lines(prose: str, ended: Sequence[Span]) -> Sequence[Span]:
    """Return the lines that the author ends, parted at the lines of the source where each of these is an entry."""
    if len(ended) < 2:
        return ended
    lines = [line for own in ended for line in _lines_of(prose, own)]
    are_entries = len(lines) > len(ended) and all(is_whole(prose, line) for line in lines)
    return lines if are_entries else ended


def _source_lines(prose: str, block: Block) -> Iterator[Span]:
    """Yield the lines of a paragraph as the source has them; an item is one whatever they are."""
    yield from _lines_of(prose, block.span) if block.kind == "paragraph" else (block.span,)


def _lines_of(prose: str, span: Span) -> Iterator[Span]:
    start = span.start
    while (end := prose.find("\n", start, span.end)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(start, span.end)
