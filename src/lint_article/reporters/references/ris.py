"""References as RIS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.document import Name, Reference
from lint_article.reporters.references.identifiers import identify
from lint_article.reporters.references.kinds import kind_of

_TYPES = {"article-journal": "JOUR", "chapter": "CHAP", "book": "BOOK", "webpage": "ELEC"}
_FIELDS = {
    "title": "TI",
    "year": "PY",
    "container": "T2",
    "volume": "VL",
    "issue": "IS",
    "publisher": "PB",
    "place": "CY",
    "edition": "ET",
    "doi": "DO",
}


def lines(references: Sequence[Reference]) -> Iterator[str]:
    """Yield the lines of one entry after another."""
    for name, reference in identify(references):
        yield f"TY  - {_TYPES.get(kind_of(reference), 'GEN')}"
        yield f"ID  - {name}"
        yield from (f"{tag}  - {value}" for tag, value in _fields(reference))
        yield "ER  - "
        yield ""


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield from (("AU", _person(name)) for name in reference.authors)
    yield from (("ED", _person(name)) for name in reference.editors)
    for field, tag in _FIELDS.items():
        found = getattr(reference, field)
        if found:
            yield tag, found.value
    if reference.pages:
        first, _, last = reference.pages.value.replace("–", "-").partition("-")
        yield "SP", first.strip()
        if last:
            yield "EP", last.strip()
    yield from (("UR", url.value) for url in reference.urls)


def _person(name: Name) -> str:
    return ", ".join(filter(None, (name.whole, name.given)))
