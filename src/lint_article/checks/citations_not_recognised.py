"""A reference list of which the text cites nothing in a form that is recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding, at the first entry, that says that the entries were not checked against the text."""
    known = document.recognition
    if known.extent == "none":
        cited = f"only {known.found}" if known.found else "none"
        yield Finding(known.first, {"entries": str(known.to_cite), "cited": cited})
