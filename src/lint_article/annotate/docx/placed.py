"""The main part of a Word document, read so that each stretch of text knows its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element
from xml.parsers import expat

from lint_article.readers.docx.package import Package
from lint_article.readers.office.elements import name_of

_PARENTS = ("w:p", "w:hyperlink", "w:smartTag", "w:sdtContent", "w:ins")


class PlacedRun:
    """A run: its bytes, those of its properties, whether it hangs in a text box, and whether it may be changed."""

    def __init__(self, start: int, boxed: bool, parent: str) -> None:
        self.start = start
        self.end = start
        self.properties = slice(0, 0)
        self.children: list[tuple[int, int]] = []
        self.is_boxed = boxed
        self.can_change = parent in _PARENTS


class PlacedText(str):
    """The characters of a `w:t`, with its run and the bytes of the element and of what is in it."""

    __slots__ = ("bounds", "inside", "run")

    run: PlacedRun
    bounds: slice
    inside: slice


class PlacedPackage(Package):
    """A package whose main part gives `PlacedText`."""

    main = ""  # until it is known

    def events(self, part: str) -> Iterator[tuple[str, Element]]:
        """Give the elements of a part when they start and when they end."""
        return iter(_Placing(self.read(part)).events) if part == self.main else super().events(part)


class _Placing:
    def __init__(self, data: bytes) -> None:
        self.events: list[tuple[str, Element]] = []
        self._data = data
        self._path: list[Element] = []
        self._starts: list[int] = []
        self._runs: list[PlacedRun] = []
        self._inside = 0
        self._boxes = 0
        self._text: list[str] | None = None
        parser: Any = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._characters
        self._parser = parser
        parser.Parse(data, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        element = Element(_tag(name), {_tag(key): said for key, said in attributes.items()})
        kind = name_of(element.tag)
        if self._path:
            self._path[-1].append(element)
        if kind == "w:r":
            parent = name_of(self._path[-1].tag) if self._path else ""
            self._runs.append(PlacedRun(at, self._boxes > 0, parent))
        elif kind == "w:txbxContent":
            self._boxes += 1
        elif kind == "w:t":
            self._inside = self._data.index(b">", at) + 1
        self._text = []
        self._path.append(element)
        self._starts.append(at)
        self.events.append(("start", element))

    def _characters(self, said: str) -> None:
        if self._text is not None:
            self._text.append(said)

    def _end(self, _: str) -> None:
        element, start = self._path.pop(), self._starts.pop()
        kind, end = name_of(element.tag), self._data.index(b">", self._parser.CurrentByteIndex) + 1
        text = "".join(self._text or ())
        self._text = None
        if kind == "w:t" and text and self._runs:
            element.text = self._make_text(text, start, end)
        elif text:
            element.text = text
        if kind == "w:r":
            self._runs.pop().end = end
        elif self._runs and self._path and name_of(self._path[-1].tag) == "w:r":
            self._runs[-1].children.append((start, end))
            if kind == "w:rPr":
                self._runs[-1].properties = slice(start, end)
        elif kind == "w:txbxContent":
            self._boxes -= 1
        self.events.append(("end", element))

    def _make_text(self, text: str, start: int, end: int) -> PlacedText:
        placed = PlacedText(text)
        placed.run, placed.bounds = self._runs[-1], slice(start, end)
        placed.inside = slice(self._inside, self._parser.CurrentByteIndex)
        return placed


def _tag(name: str) -> str:
    return "{" + name if "}" in name else name
