"""Entries of the reference list that lack what a reader needs to find the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from lint_article.checks._describe import name_reference
from lint_article.document import Document, Finding, Reference
from lint_article.vocabulary import TermPattern

_LEGAL = TermPattern(r"\b(?:v\.\b|(?&law))", regex.IGNORECASE)
_LEAD = TermPattern(r"\b(?&available-at|address-label|accessed|retrieved)", regex.IGNORECASE)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry that lacks its year, its title, or all but its title."""
    for index, reference in enumerate(document.references):
        missing = _missing(document, reference)
        if missing:
            yield Finding(reference.span, {"entry": name_reference(document, index), "missing": missing})


def _missing(document: Document, reference: Reference) -> str:
    printed = document.text, reference.span.start, reference.span.end
    linked = bool(reference.doi or reference.urls or _LEAD.search(*printed))
    if reference.year is None and not linked and not _LEGAL.search(*printed):
        return "year"
    if reference.authors and reference.title is None and reference.container is None and not linked:
        return "title"
    return ""
