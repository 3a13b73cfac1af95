"""Entries of the reference list that lack what a reader needs to find the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from lint_article.checks._describe import name_reference
from lint_article.checks._missing_by_style import find_missing_by_style
from lint_article.document import Document, Finding, Reference
from lint_article.parsing.linking.coverage import is_in_bibliography
from lint_article.text.pattern import Pattern
from lint_article.text.phrases import series
from lint_article.vocabulary import TermPattern

_LEGAL = TermPattern(r"\b(?:v\.\b|(?&law))", regex.IGNORECASE)
_LEAD = TermPattern(r"\b(?&available-at|address-label|accessed|retrieved)", regex.IGNORECASE)
# Titles of East Asian entries, which the fields do not have.
_EASTERN_TITLE = Pattern(r"[「『《〈]|(?:[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]\s?){4}")
_TWO_PARTS = Pattern(r"[.,]\s\p{L}{3}")
_BROKEN = "broken"
_PRINTED = frozenset({"year", "title"})  # what an entry in print is asked for as well


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry that lacks its year, its title, or what its type or its list requires."""
    by_style: dict[int, list[str]] = {}
    for index, name in find_missing_by_style(document, options):
        by_style.setdefault(index, []).append(name)
    for index, reference in enumerate(document.references):
        if reference.kind == _BROKEN:
            continue
        of_type = _missing_of_type(document, index)
        missing = [name for name in (_missing(document, reference), *of_type, *by_style.get(index, ())) if name]
        if missing:
            named = series(list(dict.fromkeys(missing)), "or")
            yield Finding(reference.span, {"entry": name_reference(document, index), "missing": named})


def _missing(document: Document, reference: Reference) -> str:
    printed = document.text, reference.span.start, reference.span.end
    linked = bool(reference.doi or reference.urls or _LEAD.search(*printed))
    if reference.year is None and not linked and not _LEGAL.search(*printed):
        return "year"
    is_titled = reference.title or reference.container or _may_hold_title(reference)
    if reference.authors and not (is_titled or linked or _EASTERN_TITLE.search(*printed)):
        return "title"
    return ""


def _may_hold_title(reference: Reference) -> bool:
    """Tell whether a title of one word may have been read with what is beside it: `Marlin, L. Reefs. Bergen, 2001`."""
    ended = [reference.publisher.value] if reference.publisher else []
    ended += [author.given for author in reference.authors[-1:]]
    place = reference.place.value if reference.place else ""
    return any(". " in value for value in ended) or _TWO_PARTS.search(place) is not None


def _missing_of_type(document: Document, index: int) -> Iterator[str]:
    """Yield what the type of an entry requires; of a bibliography that serves a text, only cited entries are asked."""
    if is_in_bibliography(document, index) and index not in document.recognition.cited:
        return
    reference = document.references[index]
    for name in reference.missing:
        if not getattr(reference, name, None) if name in _PRINTED else True:
            yield name
