"""A reference list of which the text cites nothing in a form that is recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.parsing.linking.coverage import recognition


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding, at the first entry, that says that the entries were not checked against the text."""
    found = recognition(document)
    if found.extent == "none":
        cited = f"only {found.cited}" if found.cited else "none"
        yield Finding(found.first, {"entries": str(found.entries), "cited": cited})
