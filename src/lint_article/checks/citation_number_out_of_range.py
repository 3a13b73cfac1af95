"""Citation numbers that the reference list does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import resolutions_with
from lint_article.document import Document, Finding
from lint_article.parsing.references.numbered_lists import reference_by_number


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number."""
    entries = reference_by_number(document.references)
    highest = max(entries, default=0)
    numbers = {index: number for number, index in entries.items()}
    for resolution in resolutions_with(document, "number-out-of-range"):
        number = resolution.item.number or 0
        why = f"ends at {highest}" if number > highest else "skips this number"
        if resolution.nearest is not None:
            why += f"; reference {numbers[resolution.nearest]}, which is never cited, may be meant"
        yield Finding(resolution.item.span, {"number": str(number), "why": why})
