"""From a document to the passages that an engine is shown: prose only, unwrapped, mended, citations taken out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint_article.document import Document
from lint_article.grammar.cuts import Cut, apart, cuts
from lint_article.grammar.paragraphs import paragraphs
from lint_article.grammar.passage import PLACEHOLDER, Passage
from lint_article.text import Span, TextBuilder

_WIDE = re.compile(r"[^\S ]\s*| \s+")
_BLANK = re.compile(r"\s+")
_HYPHEN = re.compile(r"[^\W\d_]-$")


def passages(document: Document, quotations: bool = True) -> tuple[Passage, ...]:
    """Return the document's prose, one passage per paragraph; what stands in the way of a paragraph is left out.

    Left out whole: headings, titles, captions, tables, references, code, display mathematics, page furniture, front
    matter; with `quotations` false, block quotations too. See `cuts` for what is replaced inside a paragraph.
    """
    out = cuts(document, quotations)
    return tuple(_passage(document, group, out) for group in paragraphs(document, quotations))


def _passage(document: Document, group: Sequence[Span], out: Sequence[Cut]) -> Passage:
    text, builder = document.text, TextBuilder([document.text])
    blind = []
    at, end = _trim(text, Span(group[0].start, group[-1].end))
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


def _trim(text: str, span: Span) -> tuple[int, int]:
    body = span.of(text)
    return span.end - len(body.lstrip()), span.start + len(body.rstrip())


def _inside(out: Sequence[Cut], start: int, end: int) -> Sequence[Cut]:
    first = bisect_left(out, start, key=lambda cut: cut.span.end)
    return out[first : bisect_left(out, end, key=lambda cut: cut.span.start)]


def _gaps(document: Document, group: Sequence[Span]) -> Iterator[Cut]:
    """Yield what parts the stretches of one paragraph; a display of mathematics or code is a word of its sentence."""
    for before, after in pairwise(group):
        start, end = _trim(document.text, before)[1], _trim(document.text, after)[0]
        between = Span(start, end)
        display = any(b.kind in ("math", "code") and between.overlaps(b.span) for b in document.blocks)
        yield Cut(between, f" {PLACEHOLDER} ", "display", blind=True) if display else _space(document.text, between)


def _spaces(document: Document, group: Sequence[Span]) -> Iterator[Cut]:
    """Yield the blanks of the prose that are no single space: line ends, wide spaces, and what is no prose."""
    for span in group:
        literal = span.of(document.prose) == span.of(document.text)
        for match in (_WIDE if literal else _BLANK).finditer(document.prose, span.start, span.end):
            found = Span(*match.span())
            covered = found.of(document.text)
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
        and text[span.end : span.end + 1].islower()
    ):
        return Cut(span, "", "hyphen", blind=True)
    return Cut(span, " ", "space")
