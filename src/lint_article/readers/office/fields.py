"""Fields of Word: codes with a printed result, some of them written by reference managers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]*)"')
_BIBLIOGRAPHY = re.compile(
    r"\s*(?:BIBLIOGRAPHY\b"
    r"|ADDIN\s+(?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bib|CSL_BIBLIOGRAPHY|(?i:CITAVI[. ]?BIBLIOGRAPHY)))"
)
_CITATION = re.compile(r"\s*(?:CITATION\s|ADDIN\s+(?:ZOTERO_ITEM|CSL_CITATION|EN\.CITE|(?i:CITAVI\.?PLACEHOLDER)))")
# Entries of an index or a table of contents, values, and what programs keep.
_SILENT = re.compile(r"\s*(?:XE|TC|TA|RD|SET|ASK|ADDIN|PRIVATE|ADVANCE)\b")
_CONTENTS = re.compile(r"\s*TOC\b")

FieldKind = Literal["link", "citation", "bibliography", "contents", "other"]
_KINDS: tuple[tuple[re.Pattern[str], FieldKind], ...] = (
    (_HYPERLINK, "link"),
    (_BIBLIOGRAPHY, "bibliography"),
    (_CITATION, "citation"),
    (_CONTENTS, "contents"),
)


@dataclass(eq=False, slots=True)
class WordField:
    """One field: its code as far as it was read, the data behind the code, and whether its printed result has begun.

    `filled` tells that the result has text.
    """

    pieces: list[str] = field(default_factory=list)
    data: str = ""
    printing: bool = False
    filled: bool = False
    kind: FieldKind = "other"

    @property
    def code(self) -> str:
        """The whole code, with the data that EndNote keeps apart from it."""
        return "".join(self.pieces) + self.data

    @property
    def is_placeholder(self) -> bool:
        """Whether Word prints something for it that the file does not have: `EQ`, a `REF` that was never updated."""
        return not self.filled and bool(self.code.strip()) and not _SILENT.match(self.code)

    @property
    def target(self) -> str:
        """The address of a link, or ""."""
        match = _HYPERLINK.match(self.code)
        return match[1] if match else ""

    def begin_result(self) -> None:
        """Note that what follows is printed; the code is complete now."""
        self.printing = True
        self.kind = next((kind for pattern, kind in _KINDS if pattern.match(self.code)), "other")


class FieldStack:
    """The fields that are open at a point of the document; a field may run over paragraphs and hold others."""

    def __init__(self) -> None:
        self._open: list[WordField] = []

    def mark(self, kind: str, data: str = "") -> WordField | None:
        """Take a `w:fldChar`: begin (perhaps with data), separate or end; return the field that ends."""
        if kind == "begin":
            self._open.append(WordField(data=data))
        elif self._open and kind == "separate":
            self._open[-1].begin_result()
        elif self._open and kind == "end":
            return self._open.pop()
        return None

    def begin(self, code: str) -> None:
        """Open a field whose code is given at once."""
        opened = WordField([code])
        opened.begin_result()
        self._open.append(opened)

    def add_code(self, text: str) -> None:
        """Take a piece of the innermost field's code; a code inside a code belongs to both."""
        for one in reversed(self._open):
            if one.printing:
                return
            one.pieces.append(text)

    def fill(self) -> None:
        """Note that the open fields print something."""
        for one in self._open:
            one.filled = True

    @property
    def is_open(self) -> bool:
        """Whether a field is open."""
        return bool(self._open)

    @property
    def is_printed(self) -> bool:
        """Whether text at this point is printed, and no part of a code."""
        return all(one.printing for one in self._open)

    def innermost(self, kind: FieldKind) -> WordField | None:
        """Return the innermost open field of a kind, or None."""
        return next((one for one in reversed(self._open) if one.kind == kind), None)
