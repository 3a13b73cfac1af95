"""Blocks, marks and citations in the order that a document has them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from lint_article.document import Block, Citation, Mark
from lint_article.text import Span

_Stretch = TypeVar("_Stretch", Block, Mark)


def outer_first(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Sort by place; of two over the same characters, the one that ended last comes first."""
    last_first = list(stretches)
    last_first.reverse()
    return sorted(last_first, key=lambda one: (one.span.start, -one.span.end))


def nesting(blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut a block that the source lets run on beyond the one around it, so that blocks only nest."""
    ends: list[int] = []
    for block in blocks:
        while ends and ends[-1] <= block.span.start:
            ends.pop()
        end = min(block.span.end, ends[-1]) if ends else block.span.end
        ends.append(end)
        yield block if end == block.span.end else replace(block, span=Span(block.span.start, end))


def with_keys(citations: Sequence[Citation], others: Mapping[str, str]) -> Sequence[Citation]:
    """Return the citations, with the key of its entry in each item that cites it by another of its keys."""
    if not others:
        return citations
    return [
        replace(one, items=tuple(replace(item, key=others.get(item.key, item.key)) for item in one.items))
        for one in citations
    ]


def in_order(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Sort by place."""
    return tuple(sorted(citations, key=lambda citation: citation.span))
