"""JATS and NLM XML: the article as its reader sees it, with the citations and references that its mark-up states."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind, MarkKind, Reading, Source
from lint_article.readers.decoding import decode_declared
from lint_article.readers.jats.elements import (
    ARTICLES,
    BLOCKS,
    CELLS,
    ELEMENTS_ONLY,
    HOLDS_PARAGRAPHS,
    MARKS,
    META_KEPT,
    ONE_OF,
    PREFORMATTED,
    PRINTED,
    ROWS,
    RUNS_ON,
    SECTIONS,
    SETS_APART,
    SKIPPED,
    SPACED,
    TITLED,
)
from lint_article.readers.jats.links import address_of, end_citation
from lint_article.readers.jats.references import EntryReader
from lint_article.readers.markup.events import Event, nest_events
from lint_article.readers.markup.linked_ranges import with_ranges
from lint_article.readers.markup.xml import xml_events
from lint_article.readers.writer import Frame, Writer

_Close = Callable[[], object]
_META = frozenset({"article-meta", "front-stub"})
_ASIDE = frozenset({"comment", "instruction", "error"})
_INSTRUCTION = re.compile(r"\Alint-article\s+")


def read_jats(source: Source) -> Reading:
    """Return the article's text: title, authors, abstract, body and back, one block to a paragraph.

    `<xref ref-type="bibr">` is a given citation of its `rid`s, `<ref>` a given reference with its `id` as key. What
    follows an error in the XML is read as loose tags; the error is a problem at its place.
    """
    raw = decode_declared(source.data)
    writer = Writer(source, raw)
    article = _Article(writer)
    with writer.to_the_end():
        for event in nest_events(xml_events(raw), frozenset(), {}):
            article.handle(event)
    article.finish()
    return with_ranges(writer.reading(language=article.language))


@dataclass(frozen=True, slots=True)
class _OpenElement:
    """An element that is open, what closes it, and how long the text was where it began."""

    name: str
    start: int
    length: int
    close: _Close | None


class _Article:
    """Takes the events of an article in order; what each element does is in `elements`."""

    def __init__(self, writer: Writer) -> None:
        self.language = ""
        self._writer = writer
        self._open: list[_OpenElement] = []
        self._skipping = 0
        self._level = self._holders = self._cells = 0
        self._label: Frame | None = None
        self._entry: EntryReader | None = None
        self._root: Event | None = None
        self._is_article = self._chosen = self._is_in_translation = self._has_list_again = False

    def handle(self, event: Event) -> None:
        """Take the next event."""
        if event.kind in _ASIDE:
            self._aside(event)
        elif self._entry:
            self._in_entry(self._entry, event)
        elif event.kind == "start":
            self._start(event)
        elif event.kind == "end":
            self._end(event)
        elif not self._skipping:
            self._text(event)

    def finish(self) -> None:
        """Say so if the file is some other XML."""
        if self._root and not self._is_article:
            reason = f"its root element `{self._root.name}` does not contain a JATS or NLM article"
            self._writer.problem(reason, self._root.start)

    def _aside(self, event: Event) -> None:
        if event.kind == "error":
            self._writer.problem(f"the XML is not well formed here ({event.name})", event.start)
        else:
            self._writer.comment(_INSTRUCTION.sub("lint-article: ", event.name), event.start, event.end)

    def _in_entry(self, entry: EntryReader, event: Event) -> None:
        entry.handle(event)
        if entry.is_done:
            self._writer.entries.append(entry.entry)
            self._entry = None

    def _start(self, event: Event) -> None:
        name = event.name.rpartition(":")[2]
        self._root = self._root or event
        self._is_article = self._is_article or name in ARTICLES
        if self._skipping or self._is_skipped(name):
            if not self._skipping and name in PRINTED & SKIPPED and self._inside() not in ONE_OF:
                self._stand_in(self._inside(), event.start, event.end)
            self._skipping += 1
            return
        self._settle_label(name)
        self._has_list_again |= name == "ref"
        if name == "ref" and self._is_in_translation and self._writer.entries:
            self._skipping += 1  # the list of the article again
            return
        if name == "ref":
            self._entry = EntryReader(self._writer, event)
            return
        length = len(self._writer)
        close = self._in_language(event, self._open_element(name, event))
        self._open.append(_OpenElement(name, event.start, length, close))
        self._holders += name in HOLDS_PARAGRAPHS
        self._cells += name in CELLS

    def _end(self, event: Event) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        ended = self._open.pop()
        self._holders -= ended.name in HOLDS_PARAGRAPHS
        self._cells -= ended.name in CELLS
        self._chosen = self._inside() in ONE_OF
        if ended.name in PRINTED and ended.length == len(self._writer) and self._inside() != "contrib":
            self._stand_in(ended.name, ended.start, event.end)
        if ended.close:
            ended.close()

    def _stand_in(self, holder: str, start: int, end: int) -> None:
        """Write a placeholder; in a displayed formula it may be all that there is."""
        self._writer.placeholder(start, end, alone=BLOCKS.get(holder) == "math")

    def _text(self, event: Event) -> None:
        if event.kind == "entity":
            self._writer.derive(event.name, event.start, event.end, "entity")
        elif self._inside() in PREFORMATTED:
            self._writer.copy(event.start, event.end)
        elif not (self._is_layout() and self._writer.is_blank(event.start, event.end)):
            self._writer.flow(event.start, event.end)

    def _inside(self) -> str:
        return self._open[-1].name if self._open else ""

    def _is_layout(self) -> bool:
        """Tell whether blanks here are between elements only, as in the marks of an author."""
        return self._inside() in ELEMENTS_ONLY or [one.name for one in self._open[-2:]] == ["contrib", "xref"]

    def _is_skipped(self, name: str) -> bool:
        """Skip what is for machines, and all alternatives but the first."""
        parent = self._inside()
        second = parent in ONE_OF and self._chosen
        return (
            second
            or (parent == "contrib" and name == "role")
            or name in SKIPPED
            or (parent in _META and name not in META_KEPT)
        )

    def _open_element(self, name: str, event: Event) -> _Close | None:
        self._chosen = False
        if name in _SPECIAL:
            return _SPECIAL[name](self, event)
        if name in BLOCKS:
            return self._block(name)
        if name in MARKS:
            return self._begin_mark(name)
        if name in SETS_APART:
            return self._apart(name)
        if name in ROWS:
            self._writer.gap(ROWS[name])
        if name in SPACED or self._inside() == "contrib":
            self._writer.space(event.start)
        return None

    def _in_language(self, event: Event, close: _Close | None) -> _Close | None:
        """Mark what the element holds with the language that it states of itself; the article's is that of all."""
        language = event.language
        if not language or event is self._root:
            return close
        return self._writer.in_language(language, close)

    def _block(self, name: str, kind: BlockKind | None = None, level: int = 0) -> _Close:
        writer = self._writer
        if name == "p" and self._holders:
            return (lambda: writer.space(0)) if self._cells else writer.gap
        label, self._label = self._label, None
        if label is None:
            writer.gap()
        frame = label or writer.begin()
        return lambda: writer.end_block(frame, kind or BLOCKS[name], level)

    def _apart(self, name: str) -> _Close:
        deeper = int(name in SECTIONS)
        self._level += deeper
        self._writer.gap()

        def close() -> None:
            self._level -= deeper
            self._writer.gap()

        return close

    def _begin_mark(self, name: str) -> _Close:
        frame = self._writer.begin()
        return lambda: self._writer.end_mark(frame, MARKS[name])

    def _sub_article(self, event: Event) -> _Close | None:
        if event.attributes.get("article-type") != "translation":
            return None
        self._is_in_translation, self._has_list_again = True, False
        frame = self._writer.begin()

        def close() -> None:
            self._is_in_translation = False
            kind: MarkKind = "translation" if self._has_list_again else "translation-without-list"
            self._writer.end_mark(frame, kind, event.language)

        return close

    def _article(self, event: Event) -> None:
        self.language = self.language or event.language

    def _title(self, event: Event) -> _Close:
        if event.name == "article-title":
            return self._block("article-title", "title")
        if self._inside() == "caption":
            return self._writer.gap
        return self._block("title", "heading", max(self._level, 1))

    def _write_label(self, event: Event) -> _Close:
        """Write a label before what it labels: on the line of a title or a caption, if one follows."""
        writer = self._writer
        if self._inside() in RUNS_ON:
            return lambda: writer.space(event.start)
        writer.gap()
        frame = writer.begin()

        def close() -> None:
            if writer.end(frame):
                self._label = frame
                writer.space(event.start)

        return close

    def _settle_label(self, name: str) -> None:
        if self._label and name not in TITLED:
            self._writer.end_block(self._label, "caption")
            self._label = None

    def _abstract(self, event: Event) -> _Close:
        """Open an abstract; what has a type is a summary of some other kind beside it."""
        end, frame = self._apart("abstract"), self._writer.begin()
        if "abstract-type" in event.attributes:
            return end

        def close() -> None:
            self._writer.end_block(frame, "abstract")
            end()

        return close

    def _contributor(self, event: Event) -> None:
        """Set an author apart from the one before, whether the file has a sign there or not, and an editor from all."""
        if event.attributes.get("contrib-type") == "editor":
            self._writer.gap()
        elif not self._writer.is_at_line_start:
            self._writer.forget_blanks()
            self._writer.insert(", ", event.start)

    def _reference(self, event: Event) -> _Close:
        if self._inside() == "contrib":
            self._writer.space(event.start)
        frame = self._writer.begin()
        targets = event.attributes.get("rid", "")
        if event.attributes.get("ref-type") != "bibr":
            return lambda: self._writer.end_mark(frame, "link", f"#{targets}")
        return lambda: end_citation(self._writer, frame, targets.split())

    def _break(self, event: Event) -> None:
        self._writer.line_break(event.start, event.end)

    def _link(self, event: Event) -> _Close:
        frame = self._writer.begin()
        return lambda: self._writer.end_mark(frame, "link", address_of(event))


_SPECIAL: Mapping[str, Callable[[_Article, Event], _Close | None]] = {
    "abstract": _Article._abstract,
    "article": _Article._article,
    "article-title": _Article._title,
    "break": _Article._break,
    "contrib": _Article._contributor,
    "ext-link": _Article._link,
    "label": _Article._write_label,
    "sub-article": _Article._sub_article,
    "title": _Article._title,
    "uri": _Article._link,
    "xref": _Article._reference,
}
