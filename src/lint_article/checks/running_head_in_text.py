"""Report page furniture that stands in the middle of a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.structure.furniture import is_inside_sentence
from lint_article.text import Span


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per interruption: from the first character of the running head to its last.

    An entry of a reference list is no sentence; it is read as if the page went on.
    """
    for span in document.furniture:
        printed = span.of(document.text)
        head = printed.strip()
        if head and not _is_inside_entry(document, span) and is_inside_sentence(document.text, span):
            start = span.start + printed.index(head)
            shown = " … ".join(line.strip() for line in head.splitlines() if line.strip())
            joint = "" if document.text[span.start - 1] == "\n" else "\n"
            fix = Fix("Delete it from the sentence", (Edit(span, joint),), "unsafe")
            yield Finding(Span(start, start + len(head)), {"text": shown}, fix)


def _is_inside_entry(document: Document, span: Span) -> bool:
    index = bisect_right(document.references, span.start, key=lambda reference: reference.span.start) - 1
    return index >= 0 and document.references[index].span.contains(span)
