"""The stretches of a document that a rule looks at: `scope` lists parts, and parts to leave out with `~` before them.

The parts are those of `PARTS`, and `section: NAME` for what stands under a heading of that name (without its number, in
any case). What is printed without mark-up has the headings that stand alone on a line between blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from lint_article.document import BlockKind, Document
from lint_article.kinds.paragraphs import paragraphs, printed_headings
from lint_article.kinds.search import is_inside
from lint_article.text import Span

SECTION = "section:"
_QUOTED = re.compile(r"“[^“”]{1,1000}”|(?<!\w)\"[^\"\n]{1,1000}\"(?!\w)|«[^«»]{1,1000}»")
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
        return _sections(document, name.removeprefix(SECTION))
    return PARTS[name](document)


def _blocks(*kinds: BlockKind) -> Callable[[Document], Iterator[Span]]:
    return lambda document: (block.span for block in document.blocks if block.kind in kinds)


def _headings(document: Document) -> Iterator[Span]:
    return _blocks("heading")(document) if document.blocks else printed_headings(document.prose)


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


def _abstracts(document: Document) -> Iterator[Span]:
    yield from _blocks("abstract")(document)
    yield from _sections(document, "abstract")


def _sections(document: Document, name: str) -> Iterator[Span]:
    """Yield what stands under the headings of a name, up to the next heading of that rank or of a higher one."""
    levels = {block.span: block.level for block in document.blocks}
    headings = [(span, levels.get(span, 1)) for span in _headings(document)]
    for index, (heading, level) in enumerate(headings):
        printed = heading.of(document.text).strip()
        if printed[_number_end(printed) :].lower() == name.strip().lower():
            later = (span.start for span, rank in headings[index + 1 :] if rank <= level)
            yield Span(heading.end, next(later, len(document.text)))


def _number_end(printed: str) -> int:
    number = _NUMBER.match(printed)
    return number.end() if number else 0


PARTS: Mapping[str, Callable[[Document], Iterable[Span]]] = {
    "title": _blocks("title"),
    "abstract": _abstracts,
    "heading": _headings,
    "paragraph": paragraphs,
    "item": _blocks("item"),
    "caption": _blocks("caption"),
    "table": _blocks("table"),
    "reference": _references,
    "footnote": _footnotes,
    "quotation": _quotations,
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
