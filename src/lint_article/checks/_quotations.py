"""Quotations of other works in running text, and the citation beside each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint_article.dataclass import dataclass
from lint_article.document import Citation, Document
from lint_article.text import Span

_QUOTATION = re.compile(
    r"“([^“”\n]{40,900})”|«([^«»\n]{40,900})»|„([^“”„\n]{40,900})[“”]|(?<!\w)\"([^\"\n]{40,900})\"(?!\w)"
)
_NEAR = 250  # code points between a quotation and its citation


@dataclass(frozen=True, slots=True)
class Quotation:
    """A long quotation, with its marks; `citation` is the nearest one in its paragraph, or None."""

    span: Span
    citation: Citation | None


def find_quotations(document: Document, shortest: int) -> Iterator[Quotation]:
    """Yield the quotations of a document outside of references, in order; `shortest` are the words of one."""
    citations = sorted(document.citations, key=lambda citation: citation.span.start)
    held = [reference.span for reference in document.references]
    for match in _QUOTATION.finditer(document.prose):
        span = Span(*match.span())
        if len(match[0].split()) >= shortest and not any(one.start <= span.start < one.end for one in held):
            yield Quotation(span, _nearest(document, span, citations))


def _nearest(document: Document, span: Span, citations: list[Citation]) -> Citation | None:
    """Return the citation behind a quotation, else the one before it, in the same paragraph."""
    text = document.prose
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _NEAR)
    end = text.find("\n", span.end)
    end = min(end if end >= 0 else len(text), span.end + _NEAR)
    at = bisect_left(citations, span.end, key=lambda citation: citation.span.start)
    if at < len(citations) and citations[at].span.start < end:
        return citations[at]
    before = citations[at - 1] if at else None
    return before if before and before.span.end > start else None
