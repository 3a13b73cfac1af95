"""What was parsed, as JSON: `inspect --output-format json`; offsets are code points of the text, names are CSL's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from lint_article.document import Citation, CitationItem, Document, Field, Link, Name, Reference, Resolution

LABELLED = ("title", "container", "publisher", "place", "edition", "genre")
PARTS = ("volume", "issue", "pages", "publisher", "place", "edition", "genre")


def lines(document: Document) -> Iterator[str]:
    """Yield the lines of one JSON object."""
    yield json.dumps(facts(document), ensure_ascii=False, indent=2)


def facts(document: Document) -> dict[str, object]:
    """Return the citations with their judgements, the references and the links, in the order of the text."""
    judged = iter(document.resolutions)
    return {
        "citations": [_citation(document, citation, judged) for citation in document.citations],
        "references": [_reference(document, reference) for reference in document.references],
        "links": [_link(document, link) for link in document.links],
    }


def _citation(document: Document, citation: Citation, judged: Iterator[Resolution]) -> dict[str, object]:
    items = [(item, next(judged, None)) for item in citation.items]
    references = dict.fromkeys(index for _, found in items if found for index in found.references)
    outcomes = dict.fromkeys(found.outcome for _, found in items if found)
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.span.of(document.text),
        "style": citation.style,
        "references": list(references),
        "outcome": ", ".join(outcomes),
        "evidence": [entry for _, found in items if found for entry in _evidence(found)],
        "items": [_item(document, item, found) for item, found in items],
    }


def _item(document: Document, item: CitationItem, found: Resolution | None) -> dict[str, object]:
    return {
        "start": item.span.start,
        "end": item.span.end,
        "text": item.span.of(document.text),
        "authors": names(item.authors),
        "et_al": item.et_al,
        "year": _value(item.year),
        "suffix": item.suffix or None,
        "number": item.number,
        "key": item.key or None,
        "locator": _value(item.locator),
        "outcome": found.outcome if found else None,
        "references": list(found.references) if found else [],
        "nearest": found.nearest if found else None,
        "evidence": _evidence(found) if found else [],
    }


def _evidence(found: Resolution) -> list[dict[str, object]]:
    return [{"name": reason.name, "score": reason.score, "note": reason.note} for reason in found.evidence]


def _reference(document: Document, reference: Reference) -> dict[str, object]:
    return {
        "start": reference.span.start,
        "end": reference.span.end,
        "text": reference.span.of(document.text),
        "label": _value(reference.label),
        "authors": names(reference.authors),
        "year": _value(reference.year),
        "suffix": reference.suffix or None,
        "title": _value(reference.title),
        "container": _value(reference.container),
        "editors": names(reference.editors),
        **{name: _value(getattr(reference, name)) for name in PARTS},
        "doi": _value(reference.doi),
        "urls": [url.value for url in reference.urls],
        "accessed": _value(reference.accessed),
        "confidence": _confidence(reference),
        "key": reference.key or None,
    }


def _confidence(reference: Reference) -> dict[str, float]:
    """Return how likely the authors and each field that labels give were read rightly."""
    fields = {name: field.confidence for name in LABELLED if (field := getattr(reference, name))}
    return {"authors": reference.authors_confidence, **fields} if reference.authors else fields


def _link(document: Document, link: Link) -> dict[str, object]:
    return {
        "start": link.span.start,
        "end": link.span.end,
        "text": link.span.of(document.text),
        "kind": link.kind,
        "target": link.target,
    }


def names(authors: Iterable[Name]) -> list[dict[str, str]]:
    """Return names as CSL has them."""
    return [
        {"literal": name.whole} if name.literal else {"family": name.family, "given": name.given} for name in authors
    ]


def _value(field: Field | None) -> str | None:
    return field.value if field else None
