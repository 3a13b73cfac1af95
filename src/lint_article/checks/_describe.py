"""How citations and entries are named in messages."""

from __future__ import annotations

from collections.abc import Iterator

from lint_article.document import CitationItem, Document, Outcome, Resolution
from lint_article.text import Span

_LONGEST = 60


def resolutions_with(document: Document, outcome: Outcome) -> Iterator[Resolution]:
    """Yield the resolutions with an outcome, in the order of the text."""
    return (r for r in document.resolutions if r.outcome == outcome)


def one_line(document: Document, span: Span) -> str:
    """Return the words of a stretch on one line."""
    return " ".join(span.of(document.text).split())


def name_citation(document: Document, item: CitationItem) -> str:
    """Name an item as `Smith et al. 2010a`: its authors as printed, and its year."""
    if not item.authors or item.year is None:
        return one_line(document, item.span)
    names = one_line(document, Span(item.authors[0].span.start, item.authors[-1].span.end))
    return f"{names}{' et al.' if item.et_al else ''} {item.year.value}{item.suffix}"


def name_reference(document: Document, index: int) -> str:
    """Name an entry as `Smith & Jones 2010a`, or by its first words if it has no authors."""
    reference = document.references[index]
    if not reference.authors:
        return shorten(one_line(document, reference.span))
    names = [name.family for name in reference.authors]
    many = f"{names[0]} et al." if len(names) > 2 or reference.et_al else " & ".join(names)
    return f"{many} {reference.year.value + reference.suffix if reference.year else '(undated)'}"


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Return the text cut at a word, with an ellipsis, if it is longer than so many code points."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
