"""The order in which a manuscript's facts are made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from lint_article.document import Damage, Document, Link, Name, Problem, Reading, Reference
from lint_article.parsing.citations.author_year import find_candidates
from lint_article.parsing.damage.find import find_damage
from lint_article.parsing.language.identify import guess_languages
from lint_article.parsing.linking.chapters import link_chapters
from lint_article.parsing.linking.coverage import recognise
from lint_article.parsing.linking.established import keep_established
from lint_article.parsing.linking.link_author_page import link_author_pages
from lint_article.parsing.linking.link_author_year import link
from lint_article.parsing.linking.link_labels import link_labels
from lint_article.parsing.linking.link_notes import link_notes
from lint_article.parsing.linking.link_numbers import link_numbers
from lint_article.parsing.linking.link_stated import complete_references, has_printed_keys, keep_typed, link_given
from lint_article.parsing.linking.numbering import find_numbering, is_cited_by_name, is_more_than_names
from lint_article.parsing.linking.reference_index import Works
from lint_article.parsing.linking.resolved import (
    Cited,
    ResolvedCandidate,
    citations,
    is_citing_more,
    join_lists,
    join_systems,
)
from lint_article.parsing.linking.translations import exempt_translations
from lint_article.parsing.linking.typed_numbers import join_typed_numbers
from lint_article.parsing.names.name_order import find_order, show_order
from lint_article.parsing.references.numbered_lists import has_notes, reference_by_number
from lint_article.parsing.references.read_entry import read_entry
from lint_article.parsing.references.reference import has_repeated_author
from lint_article.parsing.references.reference_lists import ReferenceList, find_lists
from lint_article.parsing.references.repeated_lists import find_repeated_list
from lint_article.parsing.references.same_works import find_same_works
from lint_article.parsing.structure.furniture import find_furniture
from lint_article.parsing.structure.links import find_links
from lint_article.parsing.structure.prose import mask_non_prose, without_placeholders
from lint_article.parsing.structure.sections import find_sections
from lint_article.text import Span, merge_spans

_THOUSAND = 1000  # entries, of which the last ones have four digits


def parse(reading: Reading) -> Document:
    """Return all facts of a reading."""
    text = reading.text
    damage = find_damage(without_placeholders(text, reading.marks), reading.language, reading.marks)
    furniture = () if reading.blocks else find_furniture(text)
    prose = mask_non_prose(text, damage, furniture, reading.blocks, reading.marks)
    sections = find_sections(prose, reading.blocks)
    links = tuple(find_links(prose))
    lists = () if reading.given.references else find_lists(prose, sections, reading.blocks, reading.map.line_breaks())
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
        damage=damage,
        furniture=furniture,
        sections=sections,
        references=tuple(_references(reading, prose, lists, links)),
        links=links,
        language=reading.language,
    )
    linked = _link(document, reading)
    linked = replace(linked, resolutions=exempt_translations(linked))
    same = tuple(find_same_works(text, linked.references))
    return replace(linked, recognition=recognise(linked), same_works=same)


def without_facts(reading: Reading) -> Document:
    """Return a document without facts, for a text that cannot be parsed; its words are there, and a problem says so."""
    values = (("what", "What the text cites"), ("reason", "internal error"))
    return Document(
        source=reading.source,
        text=reading.text,
        prose=mask_non_prose(reading.text, Damage(), (), reading.blocks, reading.marks),
        map=reading.map,
        parts=reading.parts,
        blocks=reading.blocks,
        marks=reading.marks,
        comments=reading.comments,
        problems=(*reading.problems, Problem("unchecked-text", Span(0, 0), values)),
        language=reading.language,
    )


def _references(reading: Reading, prose: str, lists: Sequence[ReferenceList], links: Sequence[Link]) -> list[Reference]:
    if reading.given.references:
        return complete_references(prose, reading.given.references, links)
    return [reference for number, one in enumerate(lists) for reference in _entries(prose, one, number, links)]


def _entries(prose: str, one: ReferenceList, number: int, links: Sequence[Link]) -> list[Reference]:
    """Return a list's entries; those whose order of names is unclear are read again in the order of most."""
    starts = [link.span.start for link in links]
    inside = [list(links[bisect_left(starts, e.start) : bisect_left(starts, e.end)]) for e in one.entries]
    read_one = partial(read_entry, prose, is_one_of_thousand=len(one.entries) >= _THOUSAND)
    read = [read_one(e, own, number) for e, own in zip(one.entries, inside, strict=True)]
    orders = [show_order(prose, reference) for reference in read]
    order = find_order(orders, next(iter(guess_languages(prose)), "") if "given" in orders else "")
    return [
        reference if shown in {order, ""} or not order else read_one(reference.span, own, number, order=order)
        for reference, own, shown in zip(read, inside, orders, strict=True)
    ]


def _link(document: Document, reading: Reading) -> Document:
    """Judge the citations by the system that the text uses: keys that the format states, numbers, names and years."""
    prose, references = document.prose, document.references
    works = Works(prose, references, _authors(document))
    keys = [c.span for c in reading.given.citations if has_printed_keys(document.text, c)]
    repeated = find_repeated_list(prose, document.blocks, references)
    passed = [r.span for r in references] + [found.span for found in document.links] + keys
    holes = list(merge_spans(sorted([*passed, repeated] if repeated else passed)))
    judged = link(prose, find_candidates(prose, holes, references), works)
    stated = link_given(document.text, reading.given, works, judged)
    if stated.citations:
        made, resolutions = citations(prose, keep_typed(stated.rest) if reading.given.complete else stated.rest)
        found = (*stated.citations, *made), (*stated.resolutions, *resolutions)
        made, resolutions = join_typed_numbers(prose, found, holes, document.marks, references)
        keyed = any(item.key for citation in stated.citations for item in citation.items)
        return replace(document, citations=made, resolutions=resolutions, numbering="key" if keyed else "author-year")
    labelled = link_labels(prose, holes, references)
    if labelled and not reference_by_number(references):
        return replace(document, citations=labelled[0], resolutions=labelled[1], numbering="label")
    style, found = _link_unkeyed(document, holes, judged, works)
    made, resolutions = join_lists(found, labelled) if labelled else found
    return replace(document, citations=made, resolutions=resolutions, numbering=style)


def _link_unkeyed(
    document: Document, holes: Sequence[Span], judged: Sequence[ResolvedCandidate], works: Works
) -> tuple[str, Cited]:
    """Judge what a text cites without keys and labels: in notes, by numbers, by authors with years or with pages."""
    prose, references = document.prose, document.references
    named = {index for one in judged if one.outcome == "matched" for index in one.references}
    noted = link_notes(prose, document.sections, document.blocks, works)
    if noted and is_citing_more(noted, named):
        return "note", join_systems(noted, citations(prose, judged))
    chapters = link_chapters(prose, holes, document.marks, references)
    if chapters:
        return chapters[0], join_systems(chapters[1], citations(prose, judged))
    by_name = is_cited_by_name(named, references)
    numbering = None if by_name else find_numbering(prose, holes, document.marks, references)
    if numbering and is_more_than_names(numbering, named, references, has_notes(prose, document.sections)):
        return numbering.style, join_systems(link_numbers(prose, numbering, references), citations(prose, judged))
    paged = link_author_pages(prose, holes, works) if 2 * len(named) < len(references) else None
    if paged and is_citing_more(paged, named):
        return "author-page", join_systems(paged, citations(prose, judged))
    length = len(prose) - sum(len(reference.span) for reference in references)
    found = citations(prose, keep_established(judged, len(references), length))
    return "author-year" if judged else "", found


def _authors(document: Document) -> list[tuple[Name, ...]]:
    """Return the authors of each entry; dashes repeat those of the entry before."""
    authors: list[tuple[Name, ...]] = []
    for reference in document.references:
        repeats = bool(authors) and has_repeated_author(document.prose, reference)
        authors.append((*authors[-1], *reference.authors) if repeats else reference.authors)
    return authors
