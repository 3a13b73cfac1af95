"""A reference list of which the text cites nothing, or little, in a form that is recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.parsing.uncited import cited_entries, is_bibliography, is_understood

_FEWEST = 3


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding, at the first entry, that says why the entries were not checked against the text."""
    entries = len(document.references)
    silent = is_understood(document) or document.numbering == "key" or is_bibliography(document)
    if entries < _FEWEST or silent:
        return
    yield Finding(
        document.references[0].span, {"entries": str(entries), "cited": str(len(cited_entries(document)) or "none")}
    )
