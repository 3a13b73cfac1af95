"""The stretches of a document that a rule looks at: `scope` lists parts, and parts to leave out with `~` before them.

The parts are those of `PARTS`, and `section: NAME` for what stands under a heading of that name (without its number, in
any case). What is printed without mark-up has the headings that stand alone on a line between blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lint_article.document import BlockKind, Document
from lint_article.kinds.paragraphs import paragraphs, printed_headings, sentences
from lint_article.parsing.abstract import find_abstract
from lint_article.parsing.structure.sections import strip_span
from lint_article.text import Span
from lint_article.text.span import is_inside
from lint_article.vocabulary import words as terms

SECTION = "section:"
_QUOTED = re.compile(r"“[^“”]{1,1000}”|(?<!\w)\"[^\"\n]{1,1000}\"(?!\w)|«[^«»]{1,1000}»")
_CELL_END, _BLANK_LINE = re.compile(r"[\t\n]+"), re.compile(r"\n\s*\n")
_NO_PROSE = frozenset({"code", "math", "furniture", "metadata"})
_NUMBER = re.compile(r"(?:#{1,6}\s*)?(?:(?:\d+(?:\.\d+)*|[IVX]+)[.)]?\s+)?")


class _Asked(NamedTuple):
    """A scope in a document, which is told from others by its identity: to compare two takes longer."""

    document: Document
    scope: tuple[str, ...]

    def __hash__(self) -> int:
        return hash((id(self.document), self.scope))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and other.document is self.document and other.scope == self.scope


def stretches(document: Document, scope: Sequence[str]) -> Sequence[Span]:
    """Return what a scope covers, in order and apart; all if it names nothing."""
    return _stretches(_Asked(document, tuple(scope)))


def parts_of(document: Document, scope: Sequence[str]) -> Iterator[Span]:
    """Yield the parts that a scope names, each by itself, without those that it leaves out; paragraphs if none."""
    named = [word for word in scope if not word.startswith("~")] or ["paragraph"]
    allowed = stretches(document, [word for word in scope if word.startswith("~")])
    for span in sorted({span for word in named for span in _find(document, word)}):
        if is_inside(allowed, span):
            yield span


def is_scope(word: str) -> bool:
    """Tell whether a word names a part."""
    name = word.removeprefix("~").strip()
    return name in PARTS or (name.startswith(SECTION) and bool(name.removeprefix(SECTION).strip()))


@lru_cache(maxsize=32)
def _stretches(asked: _Asked) -> Sequence[Span]:
    document, scope = asked
    named = [word for word in scope if not word.startswith("~")]
    left_out = [word[1:] for word in scope if word.startswith("~")]
    covered = [Span(0, len(document.text))]
    if named:
        covered = _join(span for word in named for span in _find(document, word))
    holes = _join(span for word in left_out for span in _find(document, word))
    return list(_cut(covered, holes)) if holes else covered


def _find(document: Document, word: str) -> Iterable[Span]:
    name = word.strip()
    if name.startswith(SECTION):
        return _sections(document, name.removeprefix(SECTION).strip().lower())
    return PARTS[name](document)


def _blocks(*kinds: BlockKind) -> Callable[[Document], Iterator[Span]]:
    return lambda document: (block.span for block in document.blocks if block.kind in kinds)


def _titles(document: Document) -> list[Span]:
    """Return the title: what is marked as one, else the only heading of the first rank, if it comes first."""
    if marked := list(_blocks("title")(document)):
        return marked
    headings = [block for block in document.blocks if block.kind == "heading"]
    first = [block.span for block in headings if block.level == 1]
    return first if len(first) == 1 and headings[0].level == 1 else []


def _headings(document: Document) -> Iterator[Span]:
    titles = _titles(document)
    found = _blocks("heading")(document) if document.blocks else printed_headings(document.prose)
    return (span for span in found if span not in titles)


def _paragraphs(document: Document) -> Iterator[Span]:
    headings = [] if document.blocks else list(printed_headings(document.prose))
    marked = {block.span for block in document.blocks if block.kind == "paragraph"}
    for span in paragraphs(document):
        if span in marked if document.blocks else not is_inside(headings, strip_span(document.text, span)):
            yield span


def _headings_of(level: int) -> Callable[[Document], Iterator[Span]]:
    return lambda document: (block.span for block in document.blocks if (block.kind, block.level) == ("heading", level))


def _pieces(document: Document) -> Iterator[Span]:
    """Yield what no match goes beyond: paragraphs, also those around lists in items, headings, cells of tables."""
    if not document.blocks:
        yield from paragraphs(document)
        return
    bounds = sorted({at for block in document.blocks for at in (block.span.start, block.span.end)})
    no_prose = _join(block.span for block in document.blocks if block.kind in _NO_PROSE)
    tables = _join(block.span for block in document.blocks if block.kind == "table")
    for start, end in pairwise([0, *bounds, len(document.text)]):
        gap = _CELL_END if is_inside(tables, Span(start, end)) else _BLANK_LINE
        if not is_inside(no_prose, Span(start, end)):
            yield from (piece for piece in _split(document.text, Span(start, end), gap) if len(piece))


def _split(text: str, span: Span, gap: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for match in gap.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _sentences(document: Document) -> Iterator[Span]:
    return (sentence for piece in _pieces(document) for sentence in sentences(document.prose, piece))


def _quotations(document: Document) -> Iterator[Span]:
    yield from _blocks("quote")(document)
    yield from (Span(*match.span()) for match in _QUOTED.finditer(document.prose))


def _references(document: Document) -> Iterator[Span]:
    yield from _blocks("reference")(document)
    yield from (reference.span for reference in document.references)
    yield from (section.span for section in document.sections if section.role == "references")


def _footnotes(document: Document) -> Iterator[Span]:
    yield from _blocks("footnote")(document)
    yield from (section.span for section in document.sections if section.role == "notes")


def _abstracts(document: Document) -> list[Span]:
    """Return what is marked as an abstract, else what stands under its heading, else where it is printed."""
    marked = [*_blocks("abstract")(document)] or [*_sections(document, *terms("heading-abstract"))]
    return marked or [span for span in (find_abstract(document),) if len(span)]


def _sections(document: Document, *names: str) -> Iterator[Span]:
    """Yield what stands under headings of some names, up to the next heading of that rank or of a higher one."""
    levels = {block.span: block.level for block in document.blocks}
    headings = [(span, levels.get(span, 1)) for span in _headings(document)]
    for index, (heading, level) in enumerate(headings):
        printed = heading.of(document.text).strip()
        if printed[_number_end(printed) :].lower() in names:
            later = (span.start for span, rank in headings[index + 1 :] if rank <= level)
            yield Span(heading.end, next(later, len(document.text)))


def _number_end(printed: str) -> int:
    number = _NUMBER.match(printed)
    return number.end() if number else 0


PARTS: Mapping[str, Callable[[Document], Iterable[Span]]] = {
    "title": _titles,
    "abstract": _abstracts,
    "heading": _headings,
    "paragraph": _paragraphs,
    "item": _blocks("item"),
    "caption": _blocks("caption"),
    "table": _blocks("table"),
    "reference": _references,
    "footnote": _footnotes,
    "quotation": _quotations,
    "block quotation": _blocks("quote"),
    "block": _pieces,
    "sentence": _sentences,
    **{f"heading {level}": _headings_of(level) for level in range(1, 7)},
}


def _join(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].union(span)
        else:
            joined.append(span)
    return joined


def _cut(spans: Sequence[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """Yield what of the spans lies outside of the holes; both are in order and apart."""
    at = 0
    for span in spans:
        start = span.start
        while at < len(holes) and holes[at].end <= start:
            at += 1
        for hole in holes[at:]:
            if hole.start >= span.end:
                break
            if hole.start > start:
                yield Span(start, hole.start)
            start = max(start, hole.end)
        if start < span.end:
            yield Span(start, span.end)
