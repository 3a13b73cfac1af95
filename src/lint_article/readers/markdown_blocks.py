"""The blocks of Markdown: paragraphs, headings, items, tables, quotes, code, footnotes, raw HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from lint_article.document import BlockKind
from lint_article.readers.markdown_events import Event, markdown_events
from lint_article.readers.markdown_inline import HOLE, Inline
from lint_article.readers.markdown_paragraph import is_caption, is_formula, prepare
from lint_article.readers.tag_events import tag_events
from lint_article.readers.writer import Frame, Writer

_KINDS: Mapping[str, BlockKind] = {
    "Item": "item",
    "FootnoteDefinition": "footnote",
    "BlockQuote": "quote",
    "Table": "table",
}
_GAPS: Mapping[str, str] = {"Table": "\n\n", "TableHead": "\n", "TableRow": "\n", "TableCell": "\t"}
_HOLDERS = frozenset({"Item", "FootnoteDefinition"})
_INCLUDE = re.compile(r"\s*\{\{<\s*include\s+[\"']?(?P<name>[^\s\"'>]{1,300})[\"']?\s*>\}\}\s*")
_CHILD = re.compile(r"child\s*=\s*[\"'](?P<name>[^\"']{1,300})[\"']")
_IN_LINE = frozenset("a abbr b br cite code em i img mark q s small span strike strong sub sup u".split())
_NOT_READ = frozenset({"script", "style", "pre", "svg", "template"})
_TAG_MARKS = {
    "sup": "superscript",
    "em": "emphasis",
    "i": "emphasis",
    "b": "emphasis",
    "strong": "emphasis",
    "a": "link",
}


class Blocks:
    """Writes the events of one file after another."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.part = 0
        self.raw = ""
        self._inline: Inline | None = None
        self._images: list[tuple[int, int]] = []
        self._notes: list[tuple[Inline, int, int]] = []
        self._open: list[tuple[str, Frame]] = []
        self._spans: list[tuple[str, str, int]] = []
        self._lines: list[tuple[int, int]] | None = None

    def read(self, part: int, raw: str) -> None:
        """Write one file."""
        outside = self.part, self.raw, self._open
        self.part, self.raw, self._open = part, raw, []
        for event in markdown_events(raw):
            self._take(event)
        self.flush()
        if self._open:
            self._close(self._open[0][0])
        self.part, self.raw, self._open = outside

    def include(self, name: str, at: int) -> None:
        """Write a file in the place of its name."""

    def metadata(self, start: int, end: int) -> None:
        """Take the front matter."""

    def current(self) -> Inline:
        """Return the paragraph that is being read."""
        if self._inline is None:
            self._inline = Inline(self.writer, self.part)
            self._images = []
        return self._inline

    def flush(self, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Write the paragraph that is complete; inside of an item or a cell it is no block of its own."""
        inline, self._inline = self._inline, None
        if inline is None or self._is_include(inline):
            return
        writer, inside = self.writer, {name for name, _ in self._open}
        if is_caption(inline, self._images) and kind == "paragraph":
            kind = "caption"
        elif kind == "paragraph" and is_formula(inline):
            kind = "math"
        self._notes += [(inline, start, end) for start, end in prepare(writer, inline)]
        if "TableCell" in inside:
            inline.write(0, inline.length)
            return
        writer.gap()
        frame = writer.begin()
        inline.write(0, inline.length)
        if kind == "paragraph" and inside & _HOLDERS:
            writer.end(frame)
            writer.gap()
        else:
            writer.end_block(frame, kind, level)
        self._write_notes()

    def _take(self, event: Event) -> None:
        if self._lines is not None and event.kind in ("Text", "Html"):
            self._lines.append((event.start, event.end))
            return
        table = _STARTS if event.kind == "Start" else _ENDS if event.kind == "End" else _INLINES
        act = table.get(event.name or event.kind)
        if act:
            act(self, event)

    def _write_notes(self) -> None:
        notes, self._notes = self._notes, []
        for inline, start, end in notes:
            self.writer.gap()
            frame = self.writer.begin()
            inline.write(start, end)
            self.writer.end_block(frame, "footnote")

    def _is_include(self, inline: Inline) -> bool:
        match = _INCLUDE.fullmatch(inline.text) if "{{<" in inline.text else None
        if match:
            self.include(match["name"], inline.source(match.start("name")))
        return bool(match)

    def _start_block(self, event: Event) -> None:
        self.flush()
        self.writer.gap(_GAPS.get(event.name, "\n\n"))
        self._open.append((event.name, self.writer.begin()))

    def _end_block(self, event: Event) -> None:
        self.flush()
        self._close(event.name)
        if event.name == "Table":
            self._write_notes()

    def _close(self, name: str) -> None:
        closed = ""
        while self._open and closed != name:
            closed, frame = self._open.pop()
            kind = _KINDS.get(closed)
            _ = self.writer.end_block(frame, kind) if kind else self.writer.end(frame)

    def _paragraph(self, _: Event) -> None:
        self.flush()

    def _end_heading(self, event: Event) -> None:
        self.flush("heading", int(str(event.data)[-1]))

    def _start_raw(self, event: Event) -> None:
        self.flush()
        self._lines = []
        child = _CHILD.search(str(event.data)) if event.name == "CodeBlock" else None
        if child:
            self.include(child["name"], event.start)

    def _end_code(self, _: Event) -> None:
        lines, self._lines = self._lines or [], None
        self.writer.gap()
        frame = self.writer.begin()
        for number, (start, end) in enumerate(lines):
            stop = end if number + 1 < len(lines) else start + len(self.raw[start:end].rstrip())
            self.writer.copy(start, stop, self.part)
        self.writer.end_block(frame, "code")

    def _end_metadata(self, _: Event) -> None:
        lines, self._lines = self._lines or [], None
        if lines:
            self.metadata(lines[0][0], lines[-1][1])

    def _end_html(self, event: Event) -> None:
        self._lines = None
        self._html(event.start, event.end)
        self.flush()

    def _html(self, start: int, end: int) -> None:
        """Read the text of raw HTML as paragraphs, and its comments."""
        unread = ""
        for event in tag_events(self.raw[start:end]):
            low, high = start + event.start, start + event.end
            if unread:
                unread = "" if event.kind == "end" and event.name == unread else unread
            elif event.kind == "start" and event.name in _NOT_READ:
                unread = event.name
            elif event.kind in ("start", "end"):
                self._tag(event.kind, event.name, event.attributes.get("href", ""), low)
            elif event.kind == "comment":
                self._comment(event.name, low, high)
            elif event.kind == "entity":
                self.current().add("derived", low, high, event.name, event.name)
            elif event.kind == "text":
                self.current().add("text", low, high, self.raw[low:high])

    def _tag(self, kind: str, name: str, href: str, at: int) -> None:
        if name not in _IN_LINE:
            self.flush()
        elif name == "br":
            self.current().add("derived", at, at + 3, "\n", "\n")
        elif name in _TAG_MARKS and kind == "start":
            self._start_span(_TAG_MARKS[name], href, at)
        elif name in _TAG_MARKS:
            self._end_span(_TAG_MARKS[name], at)

    def _comment(self, text: str, start: int, end: int) -> None:
        if self._inline is None:
            self.writer.comment(text, start, end, self.part)
        else:
            self._inline.due(lambda: self.writer.comment(text, start, end, self.part))

    # What stands in a line

    def _text(self, event: Event) -> None:
        written = self.raw[event.start : event.end]
        if len(written) != len(event.data):
            self.current().add("derived", event.start, event.end, str(event.data), str(event.data))
            return
        escaped = self.raw[event.start - 1 : event.start] == "\\"
        self.current().add("text", event.start, event.end, HOLE + written[1:] if escaped else written)

    def _break(self, event: Event) -> None:
        newline = self.raw.rfind("\n", event.start, event.end)
        start = event.start if newline < 0 else newline
        self.current().add("text", start, start + 1, "\n")

    def _code(self, event: Event) -> None:
        written = self.raw[event.start : event.end]
        ticks = len(written) - len(written.lstrip("`"))
        self.current().add("code", event.start + ticks, max(event.end - ticks, event.start + ticks), HOLE)

    def _mathematics(self, event: Event) -> None:
        signs = 2 if event.kind == "DisplayMath" else 1
        self.current().add("math", event.start + signs, max(event.end - signs, event.start + signs), HOLE)

    def _inline_html(self, event: Event) -> None:
        self._html(event.start, event.end)

    def _start_mark(self, event: Event) -> None:
        data: Any = event.data or {}
        if event.name == "Link" and str(data.get("id", "")).lstrip("-").startswith("@"):
            self._spans.append(("key", "", event.end))
            self.current().add("text", event.start, event.start + 1, "[")
        elif event.name == "Image":
            self._spans.append(("image", "", self.current().length))
        else:
            self._start_span("link" if event.name == "Link" else "emphasis", str(data.get("dest_url", "")), event.start)

    def _end_mark(self, event: Event) -> None:
        if self._spans and self._spans[-1][0] == "key":
            _, _, end = self._spans.pop()
            self.current().add("text", end - 1, end, "]")
        elif self._spans and self._spans[-1][0] == "image":
            _, _, at = self._spans.pop()
            self._images.append((at, self.current().length))
        else:
            self._end_span("link" if event.name == "Link" else "emphasis", event.end)

    def _start_span(self, kind: str, target: str, at: int) -> None:
        self._spans.append((kind, target, at))
        self.current().add("open", at, at, "", kind, target)

    def _end_span(self, kind: str, at: int) -> None:
        """End the span that was begun last, if it is of this kind; a tag without its other half is nothing."""
        if self._spans and self._spans[-1][0] == kind:
            _, target, _ = self._spans.pop()
            self.current().add("close", at, at, "", kind, target)


_Act = Callable[[Blocks, Event], None]
_STARTS: Mapping[str, _Act] = {
    **dict.fromkeys(("Item", "FootnoteDefinition", "BlockQuote", *_GAPS), Blocks._start_block),
    **dict.fromkeys(("CodeBlock", "MetadataBlock", "HtmlBlock"), Blocks._start_raw),
    **dict.fromkeys(("Emphasis", "Strong", "Strikethrough", "Link", "Image"), Blocks._start_mark),
    **dict.fromkeys(("Paragraph", "Heading", "List"), Blocks._paragraph),
}
_ENDS: Mapping[str, _Act] = {
    **dict.fromkeys(("Item", "FootnoteDefinition", "BlockQuote", *_GAPS), Blocks._end_block),
    **dict.fromkeys(("Emphasis", "Strong", "Strikethrough", "Link", "Image"), Blocks._end_mark),
    **dict.fromkeys(("Paragraph", "List"), Blocks._paragraph),
    "CodeBlock": Blocks._end_code,
    "Heading": Blocks._end_heading,
    "HtmlBlock": Blocks._end_html,
    "MetadataBlock": Blocks._end_metadata,
}
_INLINES: Mapping[str, _Act] = {
    "Code": Blocks._code,
    "DisplayMath": Blocks._mathematics,
    "HardBreak": Blocks._break,
    "InlineHtml": Blocks._inline_html,
    "InlineMath": Blocks._mathematics,
    "Rule": Blocks._paragraph,
    "SoftBreak": Blocks._break,
    "Text": Blocks._text,
}
