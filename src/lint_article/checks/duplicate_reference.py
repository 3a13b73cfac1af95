"""Works that the reference list gives twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._same_works import yield_same
from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry that has the DOI and the title, or the whole text, of an earlier one."""
    return yield_same(document, frozenset({"same DOI", "same text"}))
