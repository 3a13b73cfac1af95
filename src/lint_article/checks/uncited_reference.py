"""Entries of the reference list that the text does not cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_reference
from lint_article.document import Document, Finding
from lint_article.parsing.linking.coverage import find_understood_lists, is_for_reading, is_in_bibliography
from lint_article.parsing.linking.mentions import is_mentioned


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry; nothing if the text cites nothing, or in a form that is not understood."""
    if not document.recognition.is_understood:
        return
    lists = find_understood_lists(document)
    for index, reference in enumerate(document.references):
        if (
            index in document.recognition.cited
            or reference.list not in lists
            or not (reference.year or reference.doi or reference.urls)
            or is_in_bibliography(document, index)
            or is_for_reading(document, index)
            or is_mentioned(document, index)
        ):
            continue
        yield Finding(reference.span, {"entry": name_reference(document, index)})
