r"""The entries of a .bbl that biber has made for biblatex, each written as a line of a reference list.

An entry is `\entry{key}{type}{}` with `\field{name}{…}`, `\list{name}{n}{{…}}`, `\name{author}{n}{}{…}` and
`\verb{doi}`, whose value is the next line, up to `\endentry`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.readers.bibliography.entry_line import SLOTS, EntryLine
from lint_article.readers.latex.bibtex import FIELDS
from lint_article.readers.latex.commands import Commands
from lint_article.readers.reference_entry import Author
from lint_article.readers.writer import Writer
from lint_article.text import Span

_ENTRY = re.compile(r"\\entry\{(?P<key>[^{}]*)\}\{(?P<kind>[^{}]*)\}")
_COMMAND = re.compile(r"\\(?:(?P<what>field|list|name|verb)\{(?P<name>\w+)\}|(?P<end>endentry|end\{entry\}))")
_VERBATIM = re.compile(r"\s*\\verb (?P<value>[^\r\n]*)")
_PERSON = re.compile(r"\b(?P<part>family|given|prefix)=(?=\{)")
_NO_WORKS = frozenset({"set", "xdata"})
_Range = tuple[int, int]


def is_biblatex(text: str) -> bool:
    """Tell whether a .bbl is one of biblatex."""
    return "\\endentry" in text and _ENTRY.search(text) is not None


def write_biblatex(writer: Writer, part: int) -> None:
    """Write the entries of a part; an entry that stands in several lists of it is written once."""
    values, keys = _Values(writer), set()
    for entry in _ENTRY.finditer(writer.text_of(part)):
        if entry["key"] not in keys and entry["kind"] not in _NO_WORKS:
            keys.add(entry["key"])
            values.write(entry, part)


class _Values(Commands):
    """Writes the values, which are LaTeX."""

    def paragraph(self) -> None:
        """An empty line in a value is a blank."""

    def write(self, entry: re.Match[str], part: int) -> None:
        """Write one entry."""
        found = dict(self._values(entry.end(), part))
        line = EntryLine(self.writer, part, entry["key"], entry.span("key"), entry["kind"])
        people = found.get("author") or found.get("editor")
        for number, (family, given) in enumerate(self._people(*people, part) if people else ()):
            if number:
                self.writer.between(", ", family[0], part)
            if name := self._write_value(*family, part):
                if given:
                    self.writer.between(", ", given[0], part)
                line.entry.authors.append(Author(name, self._write_value(*given, part) if given else None, not given))
        for slot in SLOTS:
            value = next((found[name] for name in FIELDS[slot] if name in found), None)
            if value:
                with line.slot(slot, value[0]):
                    self._write_value(*value, part)
        line.finish()

    def _values(self, at: int, part: int) -> Iterator[tuple[str, _Range]]:
        """Yield the values of an entry by their names."""
        lexer = self.lexer(part)
        while (command := _COMMAND.search(lexer.text, at)) and not command["end"]:
            at = command.end()
            if command["what"] == "verb":
                value = _VERBATIM.match(lexer.text, at)
                if value:
                    yield command["name"], value.span("value")
                    at = value.end()
                continue
            groups = list(self._groups(at, part))
            if groups:
                yield command["name"], groups[-1]
                at = groups[-1][1]

    def _groups(self, at: int, part: int) -> Iterator[_Range]:
        lexer = self.lexer(part)
        while braces := lexer.group(at, len(lexer.text)):
            yield braces
            at = braces[1] + 1

    def _people(self, start: int, end: int, part: int) -> Iterator[tuple[_Range, _Range | None]]:
        """Yield where the family name and the given names of each person stand."""
        lexer = self.lexer(part)
        family: _Range | None = None
        for found in _PERSON.finditer(lexer.text, start, end):
            value = lexer.group(found.end(), end)
            if value and found["part"] == "family":
                if family:
                    yield family, None
                family = value
            elif value and found["part"] == "given" and family:
                yield family, value
                family = None
        if family:
            yield family, None

    def _write_value(self, start: int, end: int, part: int) -> Span | None:
        text = self.writer.text_of(part)
        frame = self.writer.begin()
        if text.startswith("{", start):  # the items of a list
            start, end = start + 1, end - 1
        self.walk(part, start, end)
        return self.writer.end(frame)
