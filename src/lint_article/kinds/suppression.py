"""Report suppressions that suppress nothing: the engine knows them when all other rules have run, and reports them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding


def run(_document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield nothing: what is unused is known only after the last rule."""
    return iter(())
