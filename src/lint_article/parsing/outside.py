"""What is outside of the author's own prose: references, links and blocks of code."""

from __future__ import annotations

from bisect import bisect_right

from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.text import Span


def is_outside(document: Document, place: int) -> bool:
    """Tell whether a place is in a reference or a link."""
    spans = _spans(document)
    at = bisect_right(spans, place, key=lambda span: span.start) - 1
    return any(place < span.end for span in spans[max(at - 2, 0) : at + 1])


@kept
def _spans(document: Document) -> list[Span]:
    references = [section.span for section in document.sections if section.role == "references"]
    references += [reference.span for reference in document.references]
    return sorted((*references, *(link.span for link in document.links)))
