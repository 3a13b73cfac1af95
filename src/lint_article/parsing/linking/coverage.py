"""Which entries are cited, and whether the text's way of citing is understood well enough to say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

import regex

from lint_article.document import Document, Extent, Recognition
from lint_article.vocabulary import TermPattern

_UNDERSTOOD = 0.5
_LITTLE = 0.1  # share of the list that may be cited by chance
_FEWEST, _LIST = 2, 5  # entries: of a list, and of one that a text surely cites
_KINDS_AROUND_LIST = frozenset({"reference", "heading", "title", "metadata", "abstract"})
_NO_FAULT = frozenset({"matched", "not-a-citation", "exempt"})
# Lists that hold more than what is cited say so.
_READING = TermPattern(r"(?&heading-further-reading)", regex.IGNORECASE)


def _cited_entries(document: Document) -> frozenset[int]:
    """Return the entries that a citation means, rightly or with a fault, as indexes."""
    nearest = {r.nearest for r in document.resolutions if r.nearest is not None}
    cited = set(nearest).union(*(r.references for r in document.resolutions))
    cited |= set(_find_twins(document, cited))
    return frozenset(cited | set(_find_parents(document, cited)))


def _find_twins(document: Document, cited: Set[int]) -> Iterator[int]:
    """Yield the entries that have the key of a cited one: which of them is meant nobody can tell."""
    keys = {document.references[index].key for index in cited} - {""}
    yield from (index for index, reference in enumerate(document.references) if reference.key in keys)


def _find_parents(document: Document, cited: Set[int]) -> Iterator[int]:
    """Yield the entries of a bibliography that cited ones take fields from, as a chapter does from its book."""
    parents = {parent for index in cited for parent in document.references[index].parents}
    yield from (index for index, reference in enumerate(document.references) if reference.key in parents)


def is_in_bibliography(document: Document, index: int) -> bool:
    """Tell whether the entry stands in a bibliography (.bib, CSL, RIS), which may hold more than is cited.

    Entries of such files have types; those of a list that is printed, which may be in an included file, have none.
    """
    reference = document.references[index]
    origin = document.map.origin(reference.span)
    return bool(reference.kind) and document.parts[origin.part].path is not None


def find_understood_lists(document: Document) -> frozenset[int]:
    """Return the lists half of which is cited; a supplementary list may be cited in a file of its own."""
    entries = Counter(reference.list for reference in document.references)
    cited = Counter(document.references[index].list for index in document.recognition.cited)
    return frozenset(one for one, count in entries.items() if cited[one] >= count * _UNDERSTOOD)


def is_bibliography(document: Document) -> bool:
    """Tell whether the document is a list of references alone, without a text that could cite them."""
    return bool(document.blocks) and all(block.kind == "reference" for block in document.blocks)


def _has_text(document: Document) -> bool:
    """Tell whether there is a text that could cite the list: its headings and an abstract are none."""
    kinds = {block.kind for block in document.blocks}
    return not kinds or bool(kinds - _KINDS_AROUND_LIST)


def is_for_reading(document: Document, index: int) -> bool:
    """Tell whether the entry stands in a list of what to read, which need not be cited."""
    span = document.references[index].span
    section = next((s for s in document.sections if s.heading and s.span.contains(span)), None)
    return bool(
        section and section.heading and _READING.search(document.prose, section.heading.start, section.heading.end)
    )


def recognise(document: Document) -> Recognition:
    """Return how much of the list is cited in a form that is recognised: enough to check it, a part, or none of it."""
    meant = _cited_entries(document)
    is_understood = bool(document.references) and len(meant) >= len(document.references) * _UNDERSTOOD
    if document.numbering == "key" or is_understood or not _has_text(document):
        return Recognition("enough", meant, is_understood)
    entries = list(_to_be_cited(document))
    cited = len(meant.intersection(entries))
    if len(entries) < _FEWEST or cited >= len(entries) * _UNDERSTOOD:
        return Recognition("enough", meant)
    faulty = any(resolution.outcome not in _NO_FAULT for resolution in document.resolutions)
    nothing = len(entries) >= _LIST and cited <= len(entries) * _LITTLE and not faulty
    extent: Extent = "none" if nothing else "part"
    return Recognition(extent, meant, False, len(entries), cited, document.references[entries[0]].span)


def _to_be_cited(document: Document) -> Iterator[int]:
    """Yield the entries but those for reading, and those of a bibliography that serves many manuscripts."""
    for index, reference in enumerate(document.references):
        path = document.parts[document.map.origin(reference.span).part].path
        if not is_for_reading(document, index) and path not in document.source.bibliography:
            yield index
