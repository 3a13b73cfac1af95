"""Citations whose letter after the year is not that of the entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_citation, name_reference, resolutions_with
from lint_article.document import Document, Finding, Related


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per citation, with the entry of these authors and this year."""
    for resolution in resolutions_with(document, "suffix-differs"):
        index = resolution.references[0] if resolution.references else resolution.nearest
        if index is None:
            continue
        values = {
            "citation": name_citation(document, resolution.item),
            "entry": name_reference(document, index),
            "suffix": resolution.item.suffix,
        }
        related = (Related(document.references[index].span, "the reference"),)
        yield Finding(resolution.item.span, values, related=related)
