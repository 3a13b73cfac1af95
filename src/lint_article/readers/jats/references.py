"""One `<ref>` of a JATS reference list: its text as printed, and where its fields stand in it."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.readers.jats.elements import AFTER, BEFORE, CITATIONS, ELEMENTS_ONLY, FIELDS, MARKS, PRINTED, SKIPPED
from lint_article.readers.jats.links import HREF
from lint_article.readers.markup.events import Event
from lint_article.readers.reference_entry import Author, Entry
from lint_article.readers.writer import Frame, Writer
from lint_article.text import Span

_OTHERS_THAN_AUTHORS = frozenset({"editor", "translator", "guest-editor", "series-editor", "compiler", "illustrator"})
_NAMES = frozenset({"name", "string-name", "collab", "etal", "institution"})
_LINKS = frozenset({"ext-link", "uri", "self-uri"})
_NUMBERS_ONLY = frozenset({"pmid", "pmcid", "pmc", "medline", "coden", "manuscript"})


@dataclass(slots=True)
class _OpenField:
    """An element that is open: `children` counts those that wrote something, `text` tells of text since the last."""

    name: str
    event: Event
    frame: Frame
    children: int = 0
    text: bool = False


class EntryReader:
    """Takes the events of one `<ref>`, from its start tag to its end tag."""

    def __init__(self, writer: Writer, start: Event) -> None:
        self.entry = Entry(start.attributes.get("id", ""))
        self._writer = writer
        self._skipping = 0
        self._before = ""
        self._citation = ""
        self._repeats_year = False
        self._family: Span | None = None
        self._given: Span | None = None
        writer.gap()
        self._stack = [_OpenField("ref", start, writer.begin())]

    @property
    def is_done(self) -> bool:
        """Tell whether the entry has ended."""
        return not self._stack

    def handle(self, event: Event) -> None:
        """Take the next event."""
        if event.kind == "start":
            self._start(event)
        elif event.kind == "end":
            self._end(event)
        elif not self._skipping:
            self._text(event)
        elif self._repeats_year and event.kind == "text":
            self.entry.stated_year += self._writer.text_of(0)[event.start : event.end].strip()

    def _start(self, event: Event) -> None:
        name = event.name.rpartition(":")[2]
        if self._skipping or self._is_skipped(name, event):
            self._repeats_year = self._skipping > 0 and name == "year"
            if not self._skipping and name not in CITATIONS and self._stack[-1].name not in ELEMENTS_ONLY:
                self._writer.placeholder(event.start, event.end)
            self._skipping += 1
            return
        parent = self._stack[-1]
        if parent.name in ELEMENTS_ONLY and not parent.text and parent.children:
            self._before = BEFORE.get(name, ". ")
        elif parent.name == "ref" and parent.children:
            self._before = " "
        if name == "pub-id" and parent.name in ELEMENTS_ONLY and event.attributes.get("pub-id-type") == "doi":
            self._before = f"{self._before or ' '}doi:"
        parent.text = False
        self._stack.append(_OpenField(name, event, self._writer.begin()))
        if name == "etal":
            self.entry.et_al = True
        elif name == "break":
            self._writer.line_break(event.start, event.end)

    def _is_skipped(self, name: str, event: Event) -> bool:
        """Skip what repeats what is printed: the fields beside a mixed citation, and numbers for machines."""
        if name in CITATIONS:
            repeats = self._citation == "mixed-citation" and name != "mixed-citation"
            self._citation = self._citation or name
            return repeats
        number = name == "pub-id" and event.attributes.get("pub-id-type") in _NUMBERS_ONLY
        return name in SKIPPED or (number and not self._stack[-1].text)

    def _text(self, event: Event) -> None:
        writer, parent = self._writer, self._stack[-1]
        if event.kind == "entity":
            self._separate(event.start)
            writer.derive(event.name, event.start, event.end, "entity")
        elif event.kind == "text":
            blank = writer.is_blank(event.start, event.end)
            if blank and (parent.name in ELEMENTS_ONLY or parent.name == "ref" or self._before):
                return
            self._separate(event.start)
            writer.flow(event.start, event.end)
            parent.text = parent.text or not blank

    def _separate(self, at: int) -> None:
        before, self._before = self._before, ""
        if before.startswith(".") and self._writer.last in ".?!":
            before = before[1:]
        self._writer.between(before, at)

    def _end(self, event: Event) -> None:
        if self._skipping:
            self._skipping -= 1
            self._repeats_year = False
            return
        ended = self._stack.pop()
        if ended.name == "etal" and ended.frame.start is None:
            self._separate(event.start)
            self._writer.insert("et al.", event.start)
        if not self._stack:
            self._before = ""
            self.entry.span = self._writer.end_block(ended.frame, "reference")
            return
        span = self._writer.end(ended.frame)
        if span is None and ended.name in PRINTED:
            self._writer.placeholder(ended.event.start, event.end)
        if span:
            self._keep(ended, span)
            if self._stack[-1].name in ELEMENTS_ONLY and self._stack[-1].children:  # before the first stands nothing
                self._writer.insert(AFTER.get(ended.name, ""), event.start)
            self._stack[-1].children += 1

    def _keep(self, ended: _OpenField, span: Span) -> None:
        name, attributes = ended.name, ended.event.attributes
        if name in MARKS:
            self._writer.mark(MARKS[name], span)
        if name in FIELDS:
            self.entry.keep(FIELDS[name], span)
        elif name == "pub-id" and attributes.get("pub-id-type") == "doi":
            self.entry.keep("doi", span)
        elif name in _LINKS:
            self._keep_link(attributes.get(HREF, ""), span)
        elif name == "surname":
            self._family = span
        elif name == "given-names":
            self._given = span
        elif name in _NAMES:
            self._keep_name(name, span)

    def _keep_link(self, href: str, span: Span) -> None:
        if "doi.org/" in href or href.startswith("10."):
            self.entry.keep("doi", span)
        else:
            self.entry.urls.append(span)
        self._writer.mark("link", span, href)

    def _keep_name(self, name: str, span: Span) -> None:
        family, given = self._family, self._given
        self._family = self._given = None
        roles = {opened.event.attributes.get("person-group-type", "") for opened in self._stack}
        if name in ("etal", "institution") or roles & _OTHERS_THAN_AUTHORS:
            return
        if family:
            self.entry.authors.append(Author(family, given))
        elif name != "name":
            self.entry.authors.append(Author(span, literal=name == "collab"))
