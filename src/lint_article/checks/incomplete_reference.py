"""Entries of the reference list that lack what a reader needs to find the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from lint_article.document import Document, Finding, Reference
from lint_article.parsing.wording import entry
from lint_article.text.pattern import Pattern

_LEGAL = Pattern(r"\b(?:v\.|act|law|regulation|directive|constitution|decree|treaty|закон)\b", regex.IGNORECASE)
_LEAD = Pattern(r"available|retrieved|accessed|url:|дата обращения|режим доступа", regex.IGNORECASE)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry that lacks its year, its title, or all but its title."""
    for index, reference in enumerate(document.references):
        missing = _missing(document, reference)
        if missing:
            yield Finding(reference.span, {"entry": entry(document, index), "missing": missing})


def _missing(document: Document, reference: Reference) -> str:
    printed = reference.span.of(document.text)
    linked = bool(reference.doi or reference.urls or _LEAD.search(printed))
    if reference.year is None and not linked and not _LEGAL.search(printed):
        return "year"
    if reference.authors and reference.title is None and not linked:
        return "title"
    return ""
