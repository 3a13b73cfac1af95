"""The words of a row as HTML: findings marked, citations and links in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.reporters.review.citations import Cited, Citing
from lint_article.reporters.review.markup import address, identifier, plain, text
from lint_article.reporters.review.rows import TextRow
from lint_article.rulebook import SEVERITIES
from lint_article.text import Span

_TAGS = {"superscript": "sup", "emphasis": "em", "code": "code"}


@dataclass(frozen=True, slots=True)
class Wrap:
    """What is set around a stretch of the text."""

    span: Span
    before: str
    after: str


Layer = Sequence[Wrap]


class MarkedText:
    """Sets stretches of one manuscript; `page` begins the identifiers of its elements."""

    def __init__(
        self, document: Document, rows: Sequence[TextRow], found: Sequence[Diagnostic], citing: Citing, page: str
    ) -> None:
        self._text = document.text
        links = [*(_list_cited(one, page) for one in citing.cited), *_links(document)]
        outer = _apart(links)
        self._layers = (outer, _apart(_marks(document)), list(_wrap_flagged(found, page)))
        self._starts = tuple([wrap.span.start for wrap in layer] for layer in self._layers)
        self._numbers = _numbers(rows, found, outer, page)
        self._places = [at for at, _ in self._numbers]

    def html(self, span: Span) -> str:
        """Return a stretch of the text as HTML; after each finding comes its number."""
        pieces, reached = [], span.start
        for index in range(bisect_left(self._places, span.start), bisect_right(self._places, span.end)):
            at, number = self._numbers[index]
            pieces += [*self._order_layers(reached, at, 0), number]
            reached = at
        return "".join([*pieces, *self._order_layers(reached, span.end, 0)])

    def _order_layers(self, start: int, end: int, depth: int) -> Iterator[str]:
        if depth == len(self._layers) or start >= end:
            yield text(self._text[start:end])
            return
        layer, starts = self._layers[depth], self._starts[depth]
        for wrap in layer[max(bisect_right(starts, start) - 1, 0) : bisect_left(starts, end)]:
            low, high = max(wrap.span.start, start), min(wrap.span.end, end)
            if low < high:
                yield from self._order_layers(start, low, depth + 1)
                yield wrap.before
                yield from self._order_layers(low, high, depth + 1)
                yield wrap.after
                start = high
        yield from self._order_layers(start, end, depth + 1)


def _apart(wraps: Sequence[Wrap]) -> list[Wrap]:
    """Return wraps in order without those that overlap an earlier one."""
    kept: list[Wrap] = []
    for wrap in sorted(wraps, key=lambda wrap: (wrap.span.start, -wrap.span.end)):
        if not kept or wrap.span.start >= kept[-1].span.end:
            kept.append(wrap)
    return kept


def _list_cited(one: Cited, page: str) -> Wrap:
    title = f' title="{plain(one.reason)}"' if one.reason else ""
    shown = f'id="{page}c{one.number}" class="cite {one.look}"{title}'
    if one.reference is None:
        return Wrap(one.span, f"<span {shown}>", "</span>")
    return Wrap(one.span, f'<a {shown} href="#{page}r{one.reference}">', "</a>")


def _links(document: Document) -> Iterator[Wrap]:
    for link in document.links:
        target = (
            link.target if "://" in link.target or link.kind in ("url", "email") else f"https://doi.org/{link.target}"
        )
        target = f"mailto:{target}" if link.kind == "email" and ":" not in target else target
        if safe := address(target):
            yield Wrap(link.span, f'<a class="out" rel="noreferrer noopener" href="{safe}">', "</a>")


def _marks(document: Document) -> list[Wrap]:
    return [
        Wrap(mark.span, f"<{_TAGS[mark.kind]}>", f"</{_TAGS[mark.kind]}>")
        for mark in document.marks
        if mark.kind in _TAGS and mark.span.end > mark.span.start
    ]


def _wrap_flagged(found: Sequence[Diagnostic], page: str) -> Iterator[Wrap]:
    """Yield the findings' stretches, cut where another begins or ends; each shows its gravest finding."""
    bounds = sorted({at for one in found for at in (one.span.start, one.span.end)})
    waiting = sorted(range(len(found)), key=lambda number: found[number].span, reverse=True)
    active: list[int] = []
    for start, end in pairwise(bounds):
        active = [number for number in active if found[number].span.end > start]
        while waiting and found[waiting[-1]].span.start <= start:
            number = waiting.pop()
            active += [number] if found[number].span.end > start else []
        if active:
            yield _mark(Span(start, end), active, found, page)


def _mark(span: Span, numbers: Sequence[int], found: Sequence[Diagnostic], page: str) -> Wrap:
    gravest = max((found[number].severity for number in numbers), key=SEVERITIES.index)
    rules = " ".join(dict.fromkeys(f"r-{identifier(found[number].rule)}" for number in numbers))
    shown = " ".join(f"{page}f{number}" for number in numbers)
    only = "only " if len(numbers) == 1 else ""
    return Wrap(span, f'<mark class="{only}s-{gravest} {rules}" data-f="{shown}">', "</mark>")


def _numbers(
    rows: Sequence[TextRow], found: Sequence[Diagnostic], links: Sequence[Wrap], page: str
) -> list[tuple[int, str]]:
    """Return where the number of each finding goes: behind its words, but not into a link or between two rows."""
    starts, row_starts = [wrap.span.start for wrap in links], [row.span.start for row in rows]
    placed = []
    for number, one in enumerate(found):
        row = rows[max(bisect_right(row_starts, one.span.start) - 1, 0)].span if rows else one.span
        at = min(max(one.span.end, row.start), row.end)
        link = links[bisect_right(starts, at) - 1].span if bisect_right(starts, at) else one.span
        at = link.end if link.start < at < link.end else at
        shown = f'id="{page}f{number}" class="n s-{one.severity} r-{identifier(one.rule)}" href="#{page}k{number}"'
        placed.append((at, f'<a {shown} aria-label="Finding {number + 1}">{number + 1}</a>'))
    return sorted(placed, key=lambda entry: entry[0])
