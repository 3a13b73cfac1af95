"""The order in which a manuscript's facts are made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from lint_article.document import Document, Link, Name, Reading, Reference
from lint_article.parsing.author_year import find_candidates
from lint_article.parsing.entries import ReferenceList, find_lists
from lint_article.parsing.headings import find_sections
from lint_article.parsing.linking import citations, link
from lint_article.parsing.links import find_links
from lint_article.parsing.numeric import find_numbering, link_numbers, outweighs
from lint_article.parsing.reference import read_reference, repeats_author
from lint_article.parsing.works import Works
from lint_article.text import Span


def parse(reading: Reading) -> Document:
    """Return all facts of a reading."""
    text = prose = reading.text
    sections = find_sections(prose, reading.blocks)
    links = tuple(find_links(prose))
    lists = find_lists(prose, sections, reading.blocks)
    references = tuple(_references(prose, lists, links))
    document = Document(
        source=reading.source,
        text=text,
        prose=prose,
        map=reading.map,
        parts=reading.parts,
        blocks=reading.blocks,
        marks=reading.marks,
        comments=reading.comments,
        problems=reading.problems,
        sections=sections,
        references=references,
        links=links,
        language=reading.language,
    )
    return _linked(document, lists)


def _references(prose: str, lists: Sequence[ReferenceList], links: Sequence[Link]) -> list[Reference]:
    starts = [link.span.start for link in links]
    made = []
    for number, one in enumerate(lists):
        for entry in one.entries:
            inside = links[bisect_left(starts, entry.start) : bisect_left(starts, entry.end)]
            made.append(read_reference(prose, entry, list(inside), number))
    return made


def _linked(document: Document, lists: Sequence[ReferenceList]) -> Document:
    holes = _apart(sorted([one.span for one in lists] + [found.span for found in document.links]))
    works = Works(document.prose, document.references, _authors(document))
    judged = link(document.prose, find_candidates(document.prose, holes), works)
    numbering = find_numbering(document.prose, holes, document.marks, document.references)
    named = {index for one in judged if one.outcome == "matched" for index in one.references}
    if numbering and outweighs(numbering, len(named), len(document.references)):
        made, resolutions = link_numbers(document.prose, numbering, document.references)
        return replace(document, citations=made, resolutions=resolutions, numbering=numbering.style)
    made, resolutions = citations(judged)
    return replace(document, citations=made, resolutions=resolutions, numbering="author-year" if judged else "")


def _authors(document: Document) -> list[tuple[Name, ...]]:
    """Return the authors of each entry; dashes repeat those of the entry before."""
    authors: list[tuple[Name, ...]] = []
    for reference in document.references:
        repeats = bool(authors) and repeats_author(document.prose, reference)
        authors.append((*authors[-1], *reference.authors) if repeats else reference.authors)
    return authors


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Merge spans that overlap; they come sorted."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].joined(span)
        else:
            merged.append(span)
    return merged
