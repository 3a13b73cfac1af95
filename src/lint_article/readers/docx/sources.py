"""The sources that Word itself keeps in a document, for its own citation fields."""

from __future__ import annotations

from xml.etree import ElementTree

from lint_article.document import Name
from lint_article.readers.docx.package import Package
from lint_article.readers.office.cited_works import CitedWork
from lint_article.readers.office.elements import Element, name_of


def sources_of(package: Package) -> dict[str, CitedWork]:
    """Return the sources that Word keeps in the package, by their tags."""
    sources: dict[str, CitedWork] = {}
    for part in package.custom_parts():
        for source in package.elements(part, "b:Source"):
            values = {name_of(one.tag): _plain(one) for one in source}
            sources[values.get("b:Tag", "")] = CitedWork(_source_authors(source), values.get("b:Year", ""))
    return sources


def _plain(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _source_authors(source: Element) -> tuple[Name, ...]:
    lists = [one for one in source.iter() if name_of(one.tag) == "b:Author"]
    inner = lists[-1] if lists else ()
    names: list[Name] = []
    for one in inner.iter() if isinstance(inner, ElementTree.Element) else ():
        if name_of(one.tag) == "b:Corporate":
            names.append(Name(_plain(one), literal=True))
        elif name_of(one.tag) == "b:Person":
            parts = {name_of(part.tag): _plain(part) for part in one}
            names.append(Name(parts.get("b:Last", ""), parts.get("b:First", "")))
    return tuple(names)
