"""What the fields of reference managers cite: Zotero and Mendeley (CSL-JSON), EndNote (XML), Word (its own sources)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

from lint_article.dataclass import dataclass
from lint_article.document import Name

_WORD_KEYS = re.compile(r"(?:CITATION\s+|\\m\s+)(\S+)")
_STRETCH = re.compile(r"[^;]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ENDNOTE = re.compile(r"<EndNote>.*?</EndNote>", re.DOTALL)


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
    return list(_csl(code))


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
    try:
        root = ElementTree.fromstring(match.group()) if match else None  # noqa: S314 - no document type
    except ElementTree.ParseError:
        return
    for cite in root.iter("Cite") if root is not None else ():
        listed = [_plain(one) for one in cite.iterfind("record/contributors/authors/author")]
        names = listed or [cite.findtext("Author", "")]
        yield CitedWork(tuple(_invert(name) for name in names if name), cite.findtext("Year", ""))


def _plain(element: ElementTree.Element) -> str:
    return "".join(element.itertext()).strip()


def _invert(name: str) -> Name:
    family, comma, given = name.partition(",")
    return Name(family.strip(), given.strip(), literal=not comma and " " in family.strip())


def by_print(
    works: Sequence[CitedWork], text: str, start: int, end: int
) -> list[tuple[CitedWork, int, int, int]] | None:
    """Return for each work where its item and its year are printed between `start` and `end`, or None.

    None means that the print does not show the works by author and year (numbers do). A year that is not that of the
    work stands for it where the work's author is printed before it.
    """
    return _by_years(works, text, start, end) or _by_names(works, text, start, end)


def _by_years(
    works: Sequence[CitedWork], text: str, start: int, end: int
) -> list[tuple[CitedWork, int, int, int]] | None:
    found: list[tuple[CitedWork, int, int, int]] = []
    for work in works:
        at = text.find(work.year, start, end) if work.year else -1
        if at < 0:
            return None
        family = work.authors[0].family if work.authors else ""
        begin = text.find(family, start, at) if family else -1
        found.append((work, begin if begin >= 0 else at, at, at + len(work.year)))
        start = at + len(work.year)
    return found


def _by_names(
    works: Sequence[CitedWork], text: str, start: int, end: int
) -> list[tuple[CitedWork, int, int, int]] | None:
    """Return the works by their authors, each in a stretch of its own with one year."""
    found: list[tuple[CitedWork, int, int, int]] = []
    stretches = [match.span() for match in _STRETCH.finditer(text, start, end)]
    if len(stretches) != len(works):
        return None
    for work, (low, high) in zip(works, stretches, strict=True):
        family = work.authors[0].family if work.authors else ""
        begin = text.find(family, low, high) if family else -1
        years = list(_YEAR.finditer(text, max(begin, low), high))
        if begin < 0 or not work.year or len(years) != 1:
            return None
        found.append((work, begin, *years[0].span()))
    return found
