"""The package that a DOCX is: a ZIP of XML parts, opened within bounds."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from lint_article.dataclass import dataclass
from lint_article.document import Limits
from lint_article.readers.office.elements import Element, name_of
from lint_article.readers.unpacking import FAULTS, Budget, read_all
from lint_article.readers.unreadable import Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FAULTS = (*FAULTS, ElementTree.ParseError)


class Broken(Exception):
    """A part of the package breaks off; the message says why."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `kind` is the last word of its type, `target` a part's name or, outside, an address."""

    kind: str
    target: str
    outside: bool


class Package:
    """Gives the parts of a DOCX by name. Raises Unreadable for what is encrypted, broken or unpacks without bounds."""

    def __init__(self, data: bytes, limits: Limits = Limits()) -> None:
        self._budget = Budget(len(data), limits)
        if data.startswith(_OLE):
            raise Unreadable(
                "it is encrypted and needs a password"
                if _ENCRYPTED in data
                else "it is in the old Word format (.doc); save it as .docx"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS:
            raise Unreadable("it is damaged or is not a Word document") from None
        if any(entry.flag_bits & 1 for entry in self._zip.infolist()):
            raise Unreadable("it is encrypted and needs a password")
        main = [relation for relation in self.relations("").values() if relation.kind == "officeDocument"]
        self.main = main[0].target if main else "word/document.xml"
        if self.main not in self._zip.namelist():
            raise Unreadable("it is not a Word document")

    def has(self, part: str) -> bool:
        """Tell whether there is a part of that name."""
        return part in self._zip.namelist()

    def read(self, part: str) -> bytes:
        """Return the bytes of a part. Raises Broken if they cannot be unpacked."""
        try:
            with self._zip.open(part) as file:
                return read_all(file.read, self._budget)
        except _FAULTS as error:
            raise Broken(str(error)) from error

    def find_part(self, kind: str) -> str | None:
        """Return the name of the part that the main one refers to as `kind`."""
        found = (relation.target for relation in self.relations(self.main).values() if relation.kind == kind)
        return next((target for target in found if target in self._zip.namelist()), None)

    def custom_parts(self) -> list[str]:
        """Return the names of the parts that other programs, and Word's list of sources, keep in the package."""
        return [name for name in self._zip.namelist() if name.startswith("customXml/item") and "Props" not in name]

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return what a part refers to, by id; the package's own relations for ""."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self._zip.namelist():
            return {}
        relations = {}
        for element in self.elements(name, "Relationship"):
            outside = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            place = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            relations[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], place, outside)
        return relations

    def elements(self, part: str, *names: str) -> Iterator[Element]:
        """Give the outermost elements of these names, one in memory at a time."""
        return (element for event, _, element in self.walk(part, frozenset(names)) if event == "whole")

    def walk(self, part: str, whole: Collection[str]) -> Iterator[tuple[str, str, Element]]:
        """Give elements in order with their names: "whole" for those of the names asked for, with all that is in them.

        What holds them is given when it starts and when it ends. Raises Broken where it cannot be read on.
        """
        path: list[Element] = []
        inside = 0
        for event, element in self.events(part):
            name = name_of(element.tag)
            started = event == "start"
            if started:
                path.append(element)
            else:
                path.pop()
            if name in whole:
                inside += 1 if started else -1
                if not started and not inside:
                    yield "whole", name, element
            elif not inside:
                yield event, name, element
            if not started and not inside and path:
                path[-1].remove(element)

    def events(self, part: str) -> Iterator[tuple[str, Element]]:
        """Give the elements of a part when they start and when they end. Raises Broken where it cannot be read on."""
        try:
            with self._zip.open(part) as file:
                guarded = _GuardedFile(file, self._budget)
                yield from ElementTree.iterparse(guarded, ("start", "end"))  # noqa: S314 - guarded
        except _FAULTS as error:
            raise Broken(str(error)) from error


class _GuardedFile:
    """A file for the XML parser that refuses a document type, which no part of a DOCX may have, and so all entities."""

    def __init__(self, file: IO[bytes], budget: Budget) -> None:
        self._file, self._budget = file, budget
        self._is_before_root = True
        self._prolog = expat.ParserCreate()
        self._prolog.StartDoctypeDeclHandler = self._refuse
        self._prolog.StartElementHandler = self._end_prolog

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._file.read(size)
        self._budget.spend(len(data))
        if self._is_before_root:
            with suppress(expat.ExpatError):  # what reads all of the file says it
                self._prolog.Parse(data, not data)
        return data

    def _refuse(self, *_: object) -> None:
        raise ElementTree.ParseError("a document type is not allowed")

    def _end_prolog(self, *_: object) -> None:
        self._is_before_root = False
