"""A manuscript cut into the rows of a page: headings, paragraphs, tables, references."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from lint_article.dataclass import dataclass
from lint_article.document import Block, BlockKind, Document
from lint_article.text import Span

_PARAGRAPH = re.compile(r"\S.*(?:\n(?![^\S\n]*\n).*)*")
_WHOLE = ("table", "code", "math")


@dataclass(frozen=True, slots=True)
class TextRow:
    """A stretch of the text that is set as one thing; `reference` is the number of the entry that it is, or begins."""

    kind: BlockKind
    span: Span
    level: int = 0
    reference: int | None = None


def rows(document: Document) -> list[TextRow]:
    """Return the rows of a manuscript, in order; each character that is not blank is in exactly one."""
    blocks = list(_outermost(document))
    headings = [block.span for block in blocks if block.kind in ("heading", "title")]
    marked = [
        *blocks,
        *(Block("heading", at, level) for at, level in _headings(document, headings)),
        *(Block("reference", reference.span) for reference in document.references),
    ]
    entries = {reference.span.start: number for number, reference in enumerate(document.references)}
    return [row for span, block in _regions(document.text, marked) for row in _cut(document.text, span, block, entries)]


def _outermost(document: Document) -> Iterator[Block]:
    """Yield the blocks, without those inside a table or a listing."""
    limit = 0
    for block in document.blocks:
        if block.span.start >= limit:
            yield block
            if block.kind in _WHOLE:
                limit = block.span.end


def _headings(document: Document, known: list[Span]) -> Iterator[tuple[Span, int]]:
    """Yield the headings that parsing found and the format does not mark."""
    starts = [span.start for span in known]
    for section in document.sections:
        heading = section.heading
        if heading and not _is_overlapping_any(heading, known, starts):
            yield heading, section.level


def _is_overlapping_any(span: Span, known: list[Span], starts: list[int]) -> bool:
    index = bisect_right(starts, span.start)
    return any(other.overlaps(span) for other in known[max(index - 1, 0) : index + 1])


def _regions(text: str, marked: list[Block]) -> Iterator[tuple[Span, Block]]:
    """Yield the stretches between any two bounds of blocks, each with the block that begins last around it."""
    base = Block("paragraph", Span(0, len(text)))
    opening: dict[int, list[Block]] = {}
    for block in marked:
        opening.setdefault(block.span.start, []).append(block)
    bounds = sorted({0, len(text), *(at for block in marked for at in (block.span.start, block.span.end))})
    around = [base]
    for start, end in pairwise(bounds):
        around = [block for block in around if block.span.end > start]
        around += opening.get(start, [])
        yield Span(start, end), around[-1]


def _cut(text: str, span: Span, block: Block, entries: dict[int, int]) -> Iterator[TextRow]:
    """Yield the paragraphs of a region; what is kept as it is set is one."""
    if block.kind in _WHOLE:
        if span.of(text).strip():
            yield TextRow(block.kind, span)
        return
    for match in _PARAGRAPH.finditer(text, span.start, span.end):
        words = match.group().rstrip()
        number = entries.get(match.start()) if block.kind == "reference" else None
        yield TextRow(block.kind, Span(match.start(), match.start() + len(words)), block.level, number)
