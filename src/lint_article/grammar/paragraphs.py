"""Where the prose of a document stands: its paragraphs, without what interrupts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint_article.document import BlockKind, Document
from lint_article.text import Span

LONG = 2000
_NO_PROSE: frozenset[BlockKind] = frozenset(
    ("title", "heading", "caption", "table", "code", "math", "reference", "furniture", "metadata")
)
_PROSE: frozenset[BlockKind] = frozenset(("abstract", "paragraph", "item", "footnote", "quote"))
_INK = re.compile(r"\S")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r(?!\n))[^\S\r\n]*[\r\n]")
_UNFINISHED = re.compile(r"[\w-]\s*$")
_CONTINUES = re.compile(r"\s*[a-z][\w’'-]*[,\s]")
_DANGLING = re.compile(r"(?:,|\b(?:[Aa]n?|and|at|by|for|from|in|of|on|or|[Tt]he|to|with))\s*$")
_SENTENCE_END = re.compile(r"(?<=[a-z]{4})[.?!][”’\")\]]*\s+(?=[A-Z“])")


def paragraphs(document: Document, quotations: bool) -> Iterator[list[Span]]:
    """Yield the stretches of each paragraph of prose; one that is interrupted (page break, display) has several.

    A paragraph of more than LONG code points is cut at the ends of sentences.
    """
    group: list[Span] = []
    for span in _stretches(document, _find_hidden(document, quotations)):
        if group and not _is_continuation(document, group[-1], span):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _find_hidden(document: Document, quotations: bool) -> list[Span]:
    kinds = _NO_PROSE if quotations else _NO_PROSE | {"quote"}
    hidden = [block.span for block in document.blocks if block.kind in kinds]
    hidden += [section.heading for section in document.sections if section.heading]
    shown = [block.span for block in document.blocks if block.kind in _PROSE]
    for section in document.sections:
        if section.role == "references":
            hidden.append(section.span)
        elif section.role == "front":
            hidden += _outside(section.span, shown)
    return [*_merge_spans(hidden), *(Span(at, at) for span in shown for at in (span.start, span.end))]


def _outside(span: Span, shown: Iterable[Span]) -> Iterator[Span]:
    at = span.start
    for inner in sorted(shown):
        if inner.overlaps(span):
            yield Span(at, max(inner.start, at))
            at = max(at, inner.end)
    yield Span(at, max(span.end, at))


def _merge_spans(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].union(span)
        else:
            merged.append(span)
    return merged


def _stretches(document: Document, hidden: Iterable[Span]) -> Iterator[Span]:
    """Yield the runs of prose lines between blank lines, hidden stretches and the edges of blocks."""
    at = 0
    for span in [*sorted(hidden), Span(len(document.prose), len(document.prose))]:
        while ink := _INK.search(document.prose, at, max(span.start, at)):
            blank = _BLANK_LINE.search(document.prose, ink.start(), span.start)
            at = blank.start() if blank else span.start
            yield from _sentences(document.prose, Span(ink.start(), at))
        at = max(at, span.end)


def _sentences(prose: str, span: Span) -> Iterator[Span]:
    at = span.start
    for match in _SENTENCE_END.finditer(prose, span.start, span.end) if len(span) > LONG else ():
        if match.end() - at > LONG:
            yield Span(at, match.end())
            at = match.end()
    yield Span(at, span.end)


def _is_continuation(document: Document, span: Span, following: Span) -> bool:
    """Tell whether a stretch is the rest of the sentence before it; an item of a list always ends where it ends."""
    tail = document.prose[max(span.end - 40, span.start) : span.end]
    dangling = _DANGLING.search(tail)
    if not dangling and not _UNFINISHED.search(tail):
        return False
    if not dangling and not _CONTINUES.match(document.prose, following.start, following.end):
        return False
    return not any(block.kind == "item" and block.span.overlaps(span) for block in document.blocks)
