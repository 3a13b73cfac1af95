"""Entries that the text names in a form that is no citation."""

from __future__ import annotations

import regex

from lint_article.document import Document
from lint_article.text import Span
from lint_article.vocabulary import STATUS, TermPattern

_NAMING = frozenset({"author-page", "note"})  # systems in which a work is cited where its author is named
_STATUS_NEAR = TermPattern(rf"[^\n]{{0,40}}?\b{STATUS}", regex.IGNORECASE)


def is_mentioned(document: Document, index: int) -> bool:
    """Tell whether the text names the entry in a form that is no citation: its number, or its author and year."""
    reference = document.references[index]
    body = Span(0, min((r.span.start for r in document.references), default=len(document.prose)))
    if document.numbering == "superscript":
        number = reference.label.value if reference.label else str(index + 1)
        return bool(regex.search(rf"[\p{{L}}\p{{P}}\d]{number}(?!\d)", document.prose, pos=body.start, endpos=body.end))
    if not reference.authors:
        title = regex.escape(reference.title.value, special_only=True, literal_spaces=True) if reference.title else ""
        near = title.replace(" ", r"\s+")
        return bool(title) and bool(
            regex.search(near, document.prose, regex.IGNORECASE, pos=body.start, endpos=body.end)
        )
    if document.numbering in _NAMING:
        named = rf"(?<!\p{{L}}){regex.escape(reference.authors[0].family)}(?!\p{{L}})"
        return bool(regex.search(named, document.prose, pos=body.start, endpos=body.end))
    family = regex.escape(reference.authors[0].family)
    year = reference.year.value if reference.year and reference.year.value.isdigit() else ""
    near = rf"{family}[^\n]{{0,80}}?{year}" if year and not reference.authors[0].literal else rf"{family}"
    if not year and not reference.authors[0].literal:
        return any(
            _STATUS_NEAR.match(document.prose, named.end(), body.end)
            for named in regex.finditer(family, document.prose, pos=body.start, endpos=body.end)
        )
    return bool(regex.search(near, document.prose, pos=body.start, endpos=body.end))
