"""From a document to the passages that an engine is shown: prose only, unwrapped, mended, citations taken out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lint_article.document import BlockKind, Document
from lint_article.grammar.cuts import Cut, apart, cuts
from lint_article.grammar.passage import PLACEHOLDER, Passage
from lint_article.text import Span, TextBuilder

_NO_PROSE: frozenset[BlockKind] = frozenset(
    ("title", "heading", "caption", "table", "code", "math", "reference", "furniture", "metadata")
)
_PROSE: frozenset[BlockKind] = frozenset(("abstract", "paragraph", "item", "footnote", "quote"))
_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*(?:\r\n|\n|\r|$)(?:[^\r\n]*[^\s][^\r\n]*(?:\r\n|\n|\r|$))*")
_UNFINISHED = re.compile(r"[\w-]\s*$")
_CONTINUES = re.compile(r"\s*[a-z][\w’'-]*[,\s]")
_DANGLING = re.compile(r"(?:,|\b(?:[Aa]n?|and|at|by|for|from|in|of|on|or|[Tt]he|to|with))\s*$")
_BLANK = re.compile(r"\s+")
_HYPHEN = re.compile(r"[^\W\d_]-$")


def passages(document: Document, quotations: bool = True) -> tuple[Passage, ...]:
    """Return the document's prose, one passage per paragraph; what stands in the way of a paragraph is left out.

    Left out whole: headings, titles, captions, tables, references, code, display mathematics, page furniture, front
    matter; with `quotations` false, block quotations too. See `cuts` for what is replaced inside a paragraph.
    """
    out = cuts(document, quotations)
    stretches = list(_stretches(document, _hidden(document, quotations)))
    return tuple(_passage(document, group, out) for group in _joined(document, stretches))


def _hidden(document: Document, quotations: bool) -> list[Span]:
    kinds = _NO_PROSE if quotations else _NO_PROSE | {"quote"}
    hidden = [block.span for block in document.blocks if block.kind in kinds]
    hidden += [section.heading for section in document.sections if section.heading]
    shown = [block.span for block in document.blocks if block.kind in _PROSE]
    for section in document.sections:
        if section.role == "references":
            hidden.append(section.span)
        elif section.role == "front":
            hidden += _outside(section.span, shown)
    return [*_merged(hidden), *(Span(at, at) for span in shown for at in (span.start, span.end))]


def _outside(span: Span, shown: Iterable[Span]) -> Iterator[Span]:
    at = span.start
    for inner in sorted(shown):
        if inner.overlaps(span):
            yield Span(at, max(inner.start, at))
            at = max(at, inner.end)
    yield Span(at, max(span.end, at))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].joined(span)
        else:
            merged.append(span)
    return merged


def _stretches(document: Document, hidden: Iterable[Span]) -> Iterator[Span]:
    """Yield the runs of prose lines between blank lines, hidden stretches and the edges of blocks."""
    at = 0
    for span in [*sorted(hidden), Span(len(document.prose), len(document.prose))]:
        for match in _LINE.finditer(document.prose, at, max(span.start, at)):
            yield Span(*match.span())
        at = max(at, span.end)


def _joined(document: Document, stretches: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the stretches of each paragraph: a page break or a display does not end a sentence."""
    group: list[Span] = []
    for span in stretches:
        if group and not _goes_on(document.prose, group[-1], span):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _goes_on(prose: str, span: Span, following: Span) -> bool:
    tail = prose[max(span.end - 40, span.start) : span.end]
    if _DANGLING.search(tail):
        return True
    return bool(_UNFINISHED.search(tail) and _CONTINUES.match(prose, following.start, following.end))


def _passage(document: Document, group: Sequence[Span], out: Sequence[Cut]) -> Passage:
    text, builder = document.text, TextBuilder([document.text])
    blind = []
    at, end = _trimmed(text, Span(group[0].start, group[-1].end))
    for cut in apart([*_inside(out, at, end), *_gaps(document, group), *_spaces(document, group)]):
        if cut.span.start >= end:
            break
        if cut.span.start < at:
            continue
        builder.copy(at, cut.span.start)
        stand_in = builder.derive(cut.text, cut.span.start, cut.span.end, cut.why)
        blind += [stand_in] if cut.blind else []
        at = cut.span.end
    builder.copy(at, max(at, end))
    return Passage(builder.text(), builder.map(), tuple(blind))


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    body = span.of(text)
    return span.end - len(body.lstrip()), span.start + len(body.rstrip())


def _inside(out: Sequence[Cut], start: int, end: int) -> Sequence[Cut]:
    first = bisect_left(out, start, key=lambda cut: cut.span.end)
    return out[first : bisect_left(out, end, key=lambda cut: cut.span.start)]


def _gaps(document: Document, group: Sequence[Span]) -> Iterator[Cut]:
    """Yield what parts the stretches of one paragraph; a display of mathematics or code is a word of its sentence."""
    for before, after in pairwise(group):
        start, end = _trimmed(document.text, before)[1], _trimmed(document.text, after)[0]
        between = Span(start, end)
        display = any(b.kind in ("math", "code") and between.overlaps(b.span) for b in document.blocks)
        yield Cut(between, f" {PLACEHOLDER} ", "display", blind=True) if display else _space(document.text, between)


def _spaces(document: Document, group: Sequence[Span]) -> Iterator[Cut]:
    """Yield the blanks of the prose that are no single space: line ends, wide spaces, and what is no prose."""
    for span in group:
        for match in _BLANK.finditer(document.prose, span.start, span.end):
            found = Span(*match.span())
            covered = found.of(document.text)
            if covered == " ":
                continue
            if covered.isspace():
                yield _space(document.text, found)
            else:
                before, after = " " * covered[0].isspace(), " " * covered[-1].isspace()
                yield Cut(found, f"{before}{PLACEHOLDER}{after}", "no prose", blind=True)


def _space(text: str, span: Span) -> Cut:
    """Return the single space for a blank stretch; nothing where it parts a word that is hyphenated at a line's end."""
    if (
        span.of(text).strip(" ")
        and _HYPHEN.search(text, max(span.start - 2, 0), span.start)
        and text[span.end].islower()
    ):
        return Cut(span, "", "hyphen", blind=True)
    return Cut(span, " ", "space")
