"""Report headings that another heading of their level, or of a higher one, follows at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lint_article.checks._describe import one_line
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding
from lint_article.text import Span

_WRITTEN = ("markdown", "latex", "docx", "html")  # what authors write; publishers' files leave content out


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per heading without text; what the reader could not read is text."""
    if document.source.format not in _WRITTEN:
        return
    headings = [block for block in document.blocks if block.kind == "heading" and len(block.span)]
    others = frozenset(block.span.start for block in document.blocks if block.kind != "heading")
    found: list[Finding] = []
    for heading, following in pairwise(headings):
        if following.span.start < heading.span.end:
            continue  # it lies in a heading that is never closed
        between = Span(heading.span.end, following.span.start)
        held = any(between.start <= start < between.end for start in others)
        if following.level <= heading.level and not held and not between.of(document.text).strip():
            found.append(Finding(heading.span, {"text": one_line(document, heading.span)}))
    if len(found) <= number_of(options, "most"):
        yield from found
