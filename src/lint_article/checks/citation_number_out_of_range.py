"""Citation numbers that the reference list does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import resolutions_with
from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number."""
    for resolution in resolutions_with(document, "number-out-of-range"):
        why = next(evidence.note for evidence in resolution.evidence if evidence.note).removeprefix("the list ")
        if resolution.nearest is not None:
            label = document.references[resolution.nearest].label
            number = label.value if label else resolution.nearest + 1
            why += f"; reference {number}, which is never cited, may be meant"
        yield Finding(resolution.item.span, {"number": str(resolution.item.number), "why": why})
