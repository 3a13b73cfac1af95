"""What the fields of reference managers cite: Zotero, Mendeley, EndNote, Citavi, Word with its own sources."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from lint_article.dataclass import dataclass
from lint_article.document import Name
from lint_article.readers.markup.whole_xml import parse_xml
from lint_article.readers.unreadable import Unreadable

_WORD_KEYS = re.compile(r"(?:CITATION\s+|\\m\s+)(\S+)")
_ENDNOTE = re.compile(r"<EndNote>.*?</EndNote>", re.DOTALL)
_CITAVI = re.compile(r"\s*ADDIN\s+CITAVI\.?PLACEHOLDER[\s{]*(?:[0-9a-f-]{36}\s+)?(?P<packed>[\w+/=\s]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A cited work as its reference manager has it; what it does not state is empty."""

    authors: tuple[Name, ...] = ()
    year: str = ""


def works_of(code: str, sources: Mapping[str, CitedWork]) -> list[CitedWork]:
    """Return the works that a citation field cites, in its order; `sources` are Word's own, by tag.

    A field that is damaged cites nothing.
    """
    words = code.lstrip()
    if words.startswith("CITATION"):
        return [sources.get(key, CitedWork()) for key in _WORD_KEYS.findall(code)]
    if "EN.CITE" in words[:40]:
        return list(_endnote(code))
    citavi = _CITAVI.match(code)
    return list(_citavi(unpack_base64(citavi["packed"])) if citavi else _csl(code))


def unpack_base64(text: str) -> str:
    """Return what was packed as base64, or "" if it was not."""
    try:
        data = base64.b64decode("".join(text.split()) + "==")
    except (binascii.Error, ValueError):
        return ""
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


def _csl(code: str) -> Iterator[CitedWork]:
    start = code.find("{")
    try:
        data = json.JSONDecoder().raw_decode(code, start)[0] if start >= 0 else {}
    except ValueError:
        return
    for item in _list(data.get("citationItems")):
        work = item.get("itemData") if isinstance(item, dict) else None
        yield _csl_work(work if isinstance(work, dict) else {})


def _csl_work(data: Mapping[str, Any]) -> CitedWork:
    authors = data.get("author") or data.get("editor")
    issued = data.get("issued")
    parts = _list(issued.get("date-parts")) if isinstance(issued, dict) else []
    year = next(iter(_list(parts[0])), "") if parts else ""
    return CitedWork(tuple(_csl_name(one) for one in _list(authors) if isinstance(one, dict)), str(year))


def _list(value: object) -> list[Any]:
    """Return the value if it is a list, as it should be."""
    return value if isinstance(value, list) else []


def _csl_name(one: Mapping[str, Any]) -> Name:
    if "literal" in one:
        return Name(str(one["literal"]), literal=True)
    particle = one.get("non-dropping-particle")
    family = str(one.get("family", ""))
    return Name(f"{particle} {family}" if particle else family, str(one.get("given", "")))


def _endnote(code: str) -> Iterator[CitedWork]:
    match = _ENDNOTE.search(code)
    for cite in _elements(match.group() if match else "", "Cite"):
        listed = [_plain(one) for one in cite.iterfind("record/contributors/authors/author")]
        names = listed or [cite.findtext("Author", "")]
        yield CitedWork(tuple(_invert(name) for name in names if name), cite.findtext("Year", ""))


def _plain(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _invert(name: str) -> Name:
    family, comma, given = name.partition(",")
    return Name(family.strip(), given.strip(), literal=not comma and " " in family.strip())


def _citavi(data: str) -> Iterator[CitedWork]:
    """Give the works of a placeholder of Citavi, which is JSON, or was XML before version 6."""
    yield from _citavi_json(data) if data.lstrip().startswith("{") else _citavi_xml(data)


def _citavi_json(data: str) -> Iterator[CitedWork]:
    """Give the works of JSON in which an object that is there already is named by its number."""
    known: dict[str, dict[str, Any]] = {}

    def keep(one: dict[str, Any]) -> dict[str, Any]:
        known[str(one.get("$id"))] = one
        return one

    def meant(one: object) -> dict[str, Any]:
        found = known.get(str(one["$ref"])) if isinstance(one, dict) and "$ref" in one else one
        return found if isinstance(found, dict) else {}

    try:
        entries = _list(json.loads(data, object_hook=keep).get("Entries"))
    except ValueError:
        return
    for entry in entries:
        work = meant(meant(entry).get("Reference"))
        people = [meant(one) for one in _list(work.get("Authors")) or _list(work.get("Editors"))]
        names = (_person(str(one.get("LastName") or ""), str(one.get("FirstName") or "")) for one in people)
        yield CitedWork(tuple(names), str(work.get("Year") or ""))


def _citavi_xml(data: str) -> Iterator[CitedWork]:
    for work in _elements(data, "Reference"):
        people = work.findall("Authors/Person") or work.findall("Editors/Person")
        names = (_person(one.findtext("LastName", ""), one.findtext("FirstName", "")) for one in people)
        yield CitedWork(tuple(names), work.findtext("Year", ""))


def _elements(data: str, name: str) -> Iterator[Element]:
    """Return the elements of a name in XML, or none if it is damaged."""
    try:
        return parse_xml(data, "list of works").iter(name)
    except Unreadable:
        return iter(())


def _person(family: str, given: str) -> Name:
    return Name(family, given, literal=not given and " " in family)
