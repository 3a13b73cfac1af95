"""Report abbreviations that the main text defines with two meanings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._definitions import find_second
from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per abbreviation, at its first definition with other words."""
    return find_second(document, differing=True)
