"""References as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from lint_article.document import Field, Name, Reference
from lint_article.reporters.facts import names
from lint_article.reporters.references.identifiers import identify
from lint_article.reporters.references.kinds import kind_of

_FIELDS = {
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "genre": "genre",
    "doi": "DOI",
}


def lines(references: Sequence[Reference]) -> Iterator[str]:
    """Yield the lines of one array."""
    items = [_item(name, reference) for name, reference in identify(references)]
    yield json.dumps(items, ensure_ascii=False, indent=2)


def _item(name: str, reference: Reference) -> dict[str, object]:
    item: dict[str, object] = {"id": name, "type": kind_of(reference)}
    item |= {key: names(people) for key, people in _people(reference) if people}
    if reference.year:
        item["issued"] = _date(reference.year)
    fields = {key: getattr(reference, field) for field, key in _FIELDS.items()}
    item |= {key: field.value for key, field in fields.items() if field}
    if reference.urls:
        item["URL"] = reference.urls[0].value
    return item


def _people(reference: Reference) -> Iterator[tuple[str, tuple[Name, ...]]]:
    yield "author", reference.authors
    yield "editor", reference.editors


def _date(year: Field) -> dict[str, object]:
    return {"date-parts": [[int(year.value)]]} if year.value.isdigit() else {"literal": year.value}
