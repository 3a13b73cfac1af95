"""Entries that look like the same work in two forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._options import number_of
from lint_article.checks._same_works import yield_same
from lint_article.document import Document, Finding


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry with the author and year, and the title or the page, of an earlier one."""
    kinds = frozenset({"same title, author and year", "same author, year, volume and page"})
    return yield_same(document, kinds, number_of(options, "shortest-title"))
