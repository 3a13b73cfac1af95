"""Which entries are cited, and whether the text's way of citing is understood well enough to say so."""

from __future__ import annotations

from lint_article.document import Document

_UNDERSTOOD = 0.5


def cited_entries(document: Document) -> frozenset[int]:
    """Return the entries that a citation means, rightly or with a fault, as indexes."""
    nearest = {r.nearest for r in document.resolutions if r.nearest is not None}
    return frozenset(nearest.union(*(r.references for r in document.resolutions)))


def in_bibliography(document: Document, index: int) -> bool:
    """Tell whether the entry stands in a file of its own (.bib, CSL, RIS), which may hold more than is cited."""
    origin = document.map.origin(document.references[index].span)
    return origin.part > 0 and document.parts[origin.part].path is not None


def is_bibliography(document: Document) -> bool:
    """Tell whether the document is a list of references alone, without a text that could cite them."""
    return bool(document.blocks) and all(block.kind == "reference" for block in document.blocks)


def is_understood(document: Document) -> bool:
    """Tell whether at least half of the list is cited in a form that was recognised."""
    return bool(document.references) and len(cited_entries(document)) >= len(document.references) * _UNDERSTOOD
