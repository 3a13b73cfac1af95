"""Ranges of citation numbers that descend: `[12–8]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lint_article.document import Document, Finding
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_DASH = Pattern(r"\s?[-‐‑‒–—−]\s?")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per range of numbers of the list whose first number is the higher one."""
    listed = {r.item.span for r in document.resolutions if r.outcome == "matched"}
    for citation in document.citations:
        if citation.style == "superscript":  # in plain text it may be part of a name: `qSD7-1`
            continue
        printed = [item for item in citation.items if item.number and item.span.of(document.text).isdigit()]
        for first, last in pairwise(printed):
            between = _DASH.fullmatch(document.text, first.span.end, last.span.start)
            if between and (first.number or 0) > (last.number or 0) and {first.span, last.span} <= listed:
                whole = Span(first.span.start, last.span.end)
                yield Finding(whole, {"first": str(first.number), "last": str(last.number)})
