"""Report abbreviations that the main text defines again with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._definitions import find_second
from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per abbreviation, at its second definition."""
    return find_second(document, differing=False)
