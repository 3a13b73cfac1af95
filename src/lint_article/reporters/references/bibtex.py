"""References as BibTeX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.document import Name, Reference
from lint_article.reporters.references.identifiers import identify
from lint_article.reporters.references.kinds import kind_of

_TYPES = {"article-journal": "article", "chapter": "incollection", "book": "book"}
_FIELDS = {
    "title": "title",
    "year": "year",
    "volume": "volume",
    "issue": "number",
    "pages": "pages",
    "publisher": "publisher",
    "place": "address",
    "edition": "edition",
    "doi": "doi",
}
_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "#$%&_{}"} | {"\\": r"\textbackslash{}"})


def lines(references: Sequence[Reference]) -> Iterator[str]:
    """Yield the lines of one entry after another."""
    for name, reference in identify(references):
        kind = kind_of(reference)
        yield f"@{_TYPES.get(kind, 'misc')}{{{name},"
        for key, value in _fields(kind, reference):
            yield f"  {key} = {{{value}}},"
        yield "}"
        yield ""


def _fields(kind: str, reference: Reference) -> Iterator[tuple[str, str]]:
    for key, people in (("author", reference.authors), ("editor", reference.editors)):
        if people:
            more = " and others" if reference.et_al and key == "author" else ""
            yield key, " and ".join(map(_person, people)) + more
    for field, key in _FIELDS.items():
        found = getattr(reference, field)
        if found:
            yield key, found.value.translate(_ESCAPED).replace("–", "--")
    if reference.container:
        yield "booktitle" if kind == "chapter" else "journal", reference.container.value.translate(_ESCAPED)
    if reference.urls:
        yield "url", reference.urls[0].value


def _person(name: Name) -> str:
    family, given = name.whole.translate(_ESCAPED), name.given.translate(_ESCAPED)
    return f"{{{family}}}" if name.literal else ", ".join(filter(None, (family, given)))
