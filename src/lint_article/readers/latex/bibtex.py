"""The entries of a .bib file as references, each written as a line of a reference list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest

from lint_article.readers.bibliography.entry_line import BROKEN, SLOTS, EntryLine
from lint_article.readers.latex.bibtex_names import BibName, names_in
from lint_article.readers.latex.bibtex_parser import Fields, File, Parsed, ValuePart, parse_file
from lint_article.readers.latex.commands import Commands
from lint_article.readers.latex.walker import Call
from lint_article.readers.reference_entry import Author
from lint_article.readers.writer import Writer
from lint_article.text import Span

FIELDS: Mapping[str, tuple[str, ...]] = {
    "year": ("year", "date", "pubstate"),
    "title": ("title",),
    "subtitle": ("subtitle",),
    "container": ("journal", "journaltitle", "booktitle", "school", "institution", "organization"),
    "volume": ("volume",),
    "number": ("number", "issue"),
    "pages": ("pages", "eid"),
    "edition": ("edition",),
    "publisher": ("publisher",),
    "note": ("howpublished", "note"),
    "doi": ("doi",),
    "url": ("url",),
    "accessed": ("urldate", "urlyear"),
}
"""Of each slot of an entry's line the fields that may fill it, the first first; `urlyear` is biber's."""
_AS_IT_STANDS = frozenset({"doi", "url", "accessed"})
_WRAPPED = re.compile(r"\s*\\(?:url|path)\s*\{(?P<url>[^{}]*)\}\s*")
_COMMANDS = re.compile(r"\\[A-Za-z]+\s*|[{}\\]")
_PARENTS = ("crossref", "xdata")
# What is no work: shared fields, sets of entries, and the settings of IEEEtran, REVTeX and achemso.
_NO_WORKS = frozenset({"set", "xdata", "ieeetranbstctl", "control"})
_NOT_SHARED = frozenset({"title", "author", "ids", "doi", "url", "pages", "shorttitle", "subtitle"})


def write_bibtex(writer: Writer, part: int, start: int = 0, end: int | None = None) -> None:
    """Write the entries of a .bib file, or of what a part holds of one; where an entry breaks off is a problem."""
    text = writer.text_of(part)
    file = parse_file(" " * start + text[start:end])
    values = _Values(writer, part, file)
    errors = sorted(file.errors, reverse=True)
    by_key = {entry.key: entry for entry in reversed(file.entries)}
    for entry, following in zip_longest(file.entries, file.entries[1:]):
        while errors and errors[-1][0] < entry.start:
            _report(writer, part, *errors.pop())
        if errors and (following is None or errors[-1][0] < following.start):
            entry = replace(entry, kind=BROKEN)
        if entry.kind not in _NO_WORKS:
            values.write(entry, _from_parents(entry, by_key, text))
    for error in reversed(errors):
        _report(writer, part, *error)


def _report(writer: Writer, part: int, at: int, reason: str) -> None:
    writer.problem(f"the entry breaks off here ({reason})", at, part)


def _from_parents(entry: Parsed, by_key: Mapping[str, Parsed], text: str) -> Fields:
    """Return the fields that an entry lacks and takes from the entries that it refers to."""
    fields: dict[str, list[ValuePart]] = {}
    for name in _parents_of(entry, text):
        parent = by_key.get(name)
        for field, value in parent.fields.items() if parent else ():
            whole = parent is not None and parent.kind == "xdata"
            shared = "booktitle" if field == "title" and not whole else field
            if shared not in entry.fields and (whole or shared not in _NOT_SHARED):
                fields.setdefault(shared, value)
    return fields


def _parents_of(entry: Parsed, text: str) -> list[str]:
    """Return the keys of the entries that an entry refers to."""
    pieces = [piece for name in _PARENTS for piece in entry.fields.get(name, ())]
    return [name.strip() for piece in pieces for name in text[piece.start : piece.end].split(",")]


def _bare(value: str) -> str:
    """Return a value without braces and commands, for where it cannot be copied."""
    return " ".join(_COMMANDS.sub("", value).split())


class _Values(Commands):
    """Writes the values of a .bib file, which are LaTeX."""

    def __init__(self, writer: Writer, part: int, file: File) -> None:
        super().__init__(writer)
        self._part = part
        self._strings = file.strings
        self._key = (0, 0)
        self._line = EntryLine(writer, part, "", self._key)

    def write(self, entry: Parsed, inherited: Fields) -> None:
        """Write one entry, with what it inherits derived from its key."""
        fields = {**inherited, **entry.fields}
        self._key = (entry.start, entry.start + len(entry.key))
        line = self._line = EntryLine(self.writer, self._part, entry.key, self._key, entry.kind)
        line.given.update({"eprint"} & fields.keys())
        line.entry.parents = tuple(_parents_of(entry, self.writer.text_of(self._part)))
        self._names(entry.fields.get("author") or entry.fields.get("editor") or [])
        for slot in SLOTS:
            name = next((name for name in FIELDS[slot] if self._is_given(fields.get(name))), "")
            pieces = fields.get(name, [])
            if name in inherited:
                pieces = [ValuePart(p.start, p.end, inherited=True) for p in pieces]
            if pieces:
                with line.slot(slot, pieces[0].start):
                    for piece in self._trim(pieces):
                        self._piece(piece, slot in _AS_IT_STANDS)
        line.finish()
        self._keep_other_keys(entry)

    def _keep_other_keys(self, entry: Parsed) -> None:
        """Take note of the keys that biblatex knows an entry by beside its own."""
        text = self.writer.text_of(self._part)
        for piece in entry.fields.get("ids", ()):
            for key in text[piece.start : piece.end].split(","):
                self.writer.other_keys.setdefault(key.strip(), entry.key)

    def paragraph(self) -> None:
        """An empty line in a value is a blank."""

    def command(self, call: Call) -> int | None:
        r"""Write the address of `\url` as it stands."""
        braces = self.lexer(call.part).address(call.at, call.end) if call.name in ("url", "path") else None
        if braces is None:
            return None
        frame = self.writer.begin()
        self.writer.copy(*braces, call.part)
        span = self.writer.end(frame)
        if span:
            self._line.entry.urls.append(span)
        return braces[1] + 1

    def _trim(self, pieces: list[ValuePart]) -> list[ValuePart]:
        """Return the pieces of a value without the blanks around it, which BibTeX drops."""
        text = self.writer.text_of(self._part)
        first, last = pieces[0], pieces[-1]
        blanks = len(text[first.start : first.end]) - len(text[first.start : first.end].lstrip())
        pieces = [replace(first, start=first.start + blanks), *pieces[1:]]
        end = pieces[-1].start + len(text[pieces[-1].start : last.end].rstrip())
        return [*pieces[:-1], replace(pieces[-1], end=end)]

    def _is_given(self, pieces: list[ValuePart] | None) -> bool:
        return bool(pieces) and not all(self.writer.is_blank(p.start, p.end, self._part) for p in pieces or ())

    def _piece(self, piece: ValuePart, as_it_stands: bool = False) -> None:
        text = self.writer.text_of(self._part)
        string = self._strings.get(text[piece.start : piece.end].lower()) if piece.macro else None
        if string or piece.inherited:
            at = self._key if piece.inherited else (piece.start, piece.end)
            written = "".join(text[one.start : one.end] for one in string or [piece])
            self.derive(_bare(written), *at, "cross-reference" if piece.inherited else "string", self._part)
        elif as_it_stands:
            wrapped = _WRAPPED.fullmatch(text, piece.start, piece.end)
            self.writer.flow(*(wrapped.span("url") if wrapped else (piece.start, piece.end)), self._part)
        else:
            self.walk(self._part, piece.start, piece.end)

    def _names(self, pieces: list[ValuePart]) -> None:
        """Write the names as they stand; where they are one string after another, each is one author."""
        text = self.writer.text_of(self._part)
        for piece in pieces:
            if piece.macro:
                frame = self.writer.begin()
                self._piece(piece)
                if span := self.writer.end(frame):
                    self._line.entry.authors.append(Author(span, literal=True))
                continue
            for number, name in enumerate(names_in(text, piece.start, piece.end)):
                if number:
                    self.writer.between(" " if name.others else " and ", name.family[0], self._part)
                self._name(name)

    def _name(self, name: BibName) -> None:
        if name.others:
            self.derive("et al.", *name.family, "others", self._part)
            self._line.entry.et_al = True
            return
        first, second = (name.given, name.family) if name.given_first else (name.family, name.given)
        spans = [self._write_value(*first) if first else None]
        if first and second:
            self.walk(self._part, first[1], second[0])
            spans.append(self._write_value(*second))
        family, given = (spans[-1], spans[0]) if name.given_first else (spans[0], spans[-1] if second else None)
        if family:
            self._line.entry.authors.append(Author(family, given, name.literal))

    def _write_value(self, start: int, end: int) -> Span | None:
        frame = self.writer.begin()
        self.walk(self._part, start, end)
        return self.writer.end(frame)
