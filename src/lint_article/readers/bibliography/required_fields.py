"""What an entry of each type needs, as BibTeX's own styles require it, in the words of BibTeX, RIS and CSL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "article": ("author", "title", "journal", "year"),
    "book": ("author", "title", "publisher", "year"),
    "chapter": ("author", "title", "book title", "year"),
    "collection": ("title", "year"),
    "paper": ("author", "title", "book title", "year"),
    "report": ("author", "title", "institution", "year"),
    "thesis": ("author", "title", "school", "year"),
    "unpublished": ("author", "title"),
}
_SLOTS: Mapping[str, frozenset[str]] = {
    "journal": frozenset({"container", "eprint", "url"}),  # a preprint has none
    "publisher": frozenset({"publisher", "container", "note", "doi", "url"}),
    "book title": frozenset({"container"}),
    "institution": frozenset({"container", "publisher", "note", "url"}),
    "school": frozenset({"container", "publisher", "note"}),
}
"""Where what is required may be given instead."""
_TYPES: Mapping[str, tuple[str, ...]] = {
    "article": ("article", "JOUR", "JFULL", "article-journal"),
    "book": ("book", "mvbook", "BOOK"),
    "chapter": ("incollection", "CHAP", "chapter", "entry-encyclopedia"),
    "collection": ("proceedings", "mvproceedings", "collection", "mvcollection"),
    "paper": ("inproceedings", "conference", "paper-conference"),
    "report": ("techreport", "report", "RPRT"),
    "thesis": ("phdthesis", "mastersthesis", "thesis", "THES"),
    "unpublished": ("unpublished", "UNPB"),
}
_GENERAL = {name: general for general, names in _TYPES.items() for name in names}


def missing_fields(kind: str, given: Set[str]) -> Iterator[str]:
    """Yield what an entry of this type lacks; `given` has the slots of its line that are filled, and `author`."""
    for name in _REQUIRED.get(_GENERAL.get(kind, ""), ()):
        if given.isdisjoint(_SLOTS.get(name, {name})):
            yield name
