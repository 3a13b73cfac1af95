"""DOIs that the reference list gives to two works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._same_works import yield_same
from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry with the DOI of an earlier one of another author, year and title."""
    return yield_same(document, frozenset({"DOI of two"}))
