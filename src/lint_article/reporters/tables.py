"""What was parsed, for people: every citation with its judgement and the evidence, every reference, every link."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lint_article.document import Citation, Document, Name, Reference, Resolution
from lint_article.reporters.facts import PARTS
from lint_article.reporters.terminal import visible
from lint_article.text import Span, place_at

_WIDTH = 72


def lines(document: Document) -> Iterator[str]:
    """Yield the lines of three lists."""
    yield f"{len(document.citations)} citations ({document.numbering or 'author-year'})"
    judged = iter(document.resolutions)
    for citation in document.citations:
        yield from _citation(document, citation, judged)
    yield f"\n{len(document.references)} references"
    for index, reference in enumerate(document.references):
        yield from _reference(document, index, reference)
    yield f"\n{len(document.links)} links"
    for link in document.links:
        yield f"{_at(document, link.span)}  {link.kind}  {visible(link.target)}"


def _citation(document: Document, citation: Citation, judged: Iterator[Resolution]) -> Iterator[str]:
    yield f"{_at(document, citation.span)}  {_short(citation.span.of(document.text))}"
    for item in citation.items:
        found = next(judged, None)
        outcome = found.outcome if found else "not judged"
        targets = "".join(f" [{index + 1}]" for index in found.references) if found else ""
        nearest = f" (nearest: [{found.nearest + 1}])" if found and found.nearest is not None else ""
        yield f"{'':10}  {_short(item.span.of(document.text))} -> {outcome}{targets}{nearest}"
        for reason in found.evidence if found else ():
            yield f"{'':14}{reason.score:+.1f} {reason.name}{': ' if reason.note else ''}{visible(reason.note)}"


def _reference(document: Document, index: int, reference: Reference) -> Iterator[str]:
    yield f"{_at(document, reference.span)}  [{index + 1}] {_short(reference.span.of(document.text))}"
    fields = {
        "label": reference.label,
        "year": reference.year,
        "title": reference.title,
        "container": reference.container,
        **{name: getattr(reference, name) for name in PARTS},
        "doi": reference.doi,
    }
    stated = {"key": reference.key, "authors": "; ".join(map(_name, reference.authors))}
    stated |= {key: (field.value if field else "") for key, field in fields.items()}
    stated["year"] += reference.suffix
    stated["urls"] = " ".join(url.value for url in reference.urls)
    for key, value in stated.items():
        if value:
            yield f"{'':14}{key}: {visible(' '.join(value.split()))}"


def _name(name: Name) -> str:
    return name.whole if name.literal or not name.given else f"{name.family}, {name.given}"


def _at(document: Document, span: Span) -> str:
    origin = document.map.origin(span)
    place = place_at(document.parts[origin.part], origin.start)
    page = f"{place.page}:" if place.page and place.paragraph is None else ""
    return f"{f'{page}{place.line}:{place.column}':>10}"


def _short(text: str) -> str:
    return visible(textwrap.shorten(text, _WIDTH, placeholder=" …"))
