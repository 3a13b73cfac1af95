"""What stands in a line of Markdown: text, breaks, code, formulas, links, images, raw HTML."""

from __future__ import annotations

from typing import Any

from lint_article.readers.markdown.events import MarkdownEvent
from lint_article.readers.markdown.inline import HOLE, Inline
from lint_article.readers.markup.events import Event as TagEvent
from lint_article.readers.markup.html_elements import IMAGES
from lint_article.readers.markup.tags import tag_events
from lint_article.readers.markup.visibility import has_printed_image, is_unseen
from lint_article.readers.writer import Writer

_IN_LINE = frozenset("a abbr b br cite code em i img mark q s small span strike strong sub sup u".split())
_NOT_READ = frozenset({"script", "style", "pre", "svg", "template"})
_NO_MARKS = frozenset({"key", "image"})
_TAG_MARKS = {
    "sup": "superscript",
    "em": "emphasis",
    "i": "emphasis",
    "b": "emphasis",
    "strong": "emphasis",
    "a": "link",
}


class Spans:
    """Collects the pieces of a paragraph; subclasses know when it is complete."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.part = 0
        self.raw = ""
        self.inline: Inline | None = None
        self.images: list[tuple[int, int]] = []
        self.unread = ""
        self._tag_before: TagEvent | None = None
        self.spans: list[tuple[str, str, int]] = []

    def current(self) -> Inline:
        """Return the paragraph that is being read."""
        if self.inline is None:
            self.inline = Inline(self.writer, self.part)
            self.images = []
        return self.inline

    def flush(self) -> None:
        """Write the paragraph that is complete."""

    def span_text(self, event: MarkdownEvent) -> None:
        """Take text; a character that stands for an entity is derived."""
        written = self.raw[event.start : event.end]
        if len(written) != len(event.data):
            self.current().add("derived", event.start, event.end, str(event.data), str(event.data))
            return
        escaped = self.raw[event.start - 1 : event.start] == "\\"
        self.current().add("text", event.start, event.end, HOLE + written[1:] if escaped else written)

    def span_break(self, event: MarkdownEvent) -> None:
        """Take the end of a line."""
        newline = self.raw.rfind("\n", event.start, event.end)
        start = event.start if newline < 0 else newline
        self.current().add("text", start, start + 1, "\n")

    def line_break(self, event: MarkdownEvent) -> None:
        """Take the end of a line that the author asks for."""
        self.current().add("break", event.start, event.end, "\n")

    def span_code(self, event: MarkdownEvent) -> None:
        """Take code without its ticks."""
        written = self.raw[event.start : event.end]
        ticks = len(written) - len(written.lstrip("`"))
        self.current().add("code", event.start + ticks, max(event.end - ticks, event.start + ticks), HOLE)

    def mathematics(self, event: MarkdownEvent) -> None:
        """Take a formula without its delimiters."""
        signs = 2 if event.kind == "DisplayMath" else 1
        self.current().add("math", event.start + signs, max(event.end - signs, event.start + signs), HOLE)

    def note_sign(self, event: MarkdownEvent) -> None:
        """Take the sign of a note that stands elsewhere."""
        self._placeholder(event.start, event.end, "note")

    def inline_html(self, event: MarkdownEvent) -> None:
        """Take a tag or a comment."""
        self.html(event.start, event.end)

    def start_mark(self, event: MarkdownEvent) -> None:
        """Start an emphasis, a link or an image."""
        data: Any = event.data or {}
        if event.name == "Link" and str(data.get("id", "")).lstrip("-").startswith("@"):
            self.spans.append(("key", "", event.end))
            self.current().add("text", event.start, event.start + 1, "[")
        elif event.name == "Image":
            self.spans.append(("image", "", self.current().length))
            self._placeholder(event.start, event.end, "image")
        else:
            self._start_span("link" if event.name == "Link" else "emphasis", str(data.get("dest_url", "")), event.start)

    def end_mark(self, event: MarkdownEvent) -> None:
        """End an emphasis, a link or an image."""
        kinds = {"Link": ("link", "key"), "Image": ("image",)}.get(event.name, ("emphasis",))
        kind, at = self._end_span(kinds, event.end)
        if kind == "key":
            self.current().add("text", at - 1, at, "]")
        elif kind == "image":
            self.images.append((at, self.current().length))

    def _start_span(self, kind: str, target: str, at: int) -> None:
        self.spans.append((kind, target, at))
        self.current().add("open", at, at, "", kind, target)

    def _end_span(self, kinds: tuple[str, ...], at: int) -> tuple[str, int]:
        """End the last span of these kinds, and what a tag without its other half left open inside; say what it was."""
        index = next((i for i in range(len(self.spans) - 1, -1, -1) if self.spans[i][0] in kinds), -1)
        if index < 0:
            return "", at
        while len(self.spans) > index + 1:
            left_open, _, _ = self.spans.pop()
            if left_open not in _NO_MARKS:
                self.current().add("close", at, at, "")
        kind, target, started = self.spans.pop()
        if kind not in _NO_MARKS:
            self.current().add("close", at, at, "", kind, target)
        return kind, started

    def html(self, start: int, end: int) -> None:
        """Read the text of raw HTML as paragraphs, and its comments."""
        for event in tag_events(self.raw[start:end]):
            low, high = start + event.start, start + event.end
            if self.unread:
                self.unread = "" if event.kind == "end" and event.name == self.unread else self.unread
            elif event.kind == "start" and event.name in _NOT_READ:
                self.unread = event.name
                if not is_unseen(event):
                    self._placeholder(low, high)
            elif event.kind in ("start", "end"):
                self._fill(event._replace(start=low, end=high))
                self._tag(event, low, high)
            elif event.kind == "comment":
                self._comment(event.name, low, high)
            elif event.kind == "entity":
                self.current().add("derived", low, high, event.name, event.name)
            elif event.kind == "text":
                self.current().add("text", low, high, self.raw[low:high])

    def _fill(self, event: TagEvent) -> None:
        """Take a placeholder for an image, and for an element without text that a script or a style fills."""
        before, self._tag_before = self._tag_before, event
        if event.kind == "start" and event.name in IMAGES and has_printed_image(event):
            self._placeholder(event.start, event.end)
        elif event.kind == "end" and before and (before.kind, before.name) == ("start", event.name):
            inside = self.raw[before.end : event.start]
            if not inside.strip() and has_printed_image(before, bool(inside)):
                self._placeholder(before.start, event.end)

    def _placeholder(self, start: int, end: int, kind: str = "") -> None:
        self.current().add("placeholder", start, end, HOLE, kind)

    def _tag(self, event: TagEvent, at: int, end: int) -> None:
        kind, name = event.kind, event.name
        if name not in _IN_LINE:
            self.flush()
        elif name == "br":
            self.current().add("break", at, end, "\n")
        elif name in _TAG_MARKS and kind == "start":
            self._start_span(_TAG_MARKS[name], event.attributes.get("href", ""), at)
        elif name in _TAG_MARKS:
            self._end_span((_TAG_MARKS[name],), at)

    def _comment(self, text: str, start: int, end: int) -> None:
        if self.inline is None:
            self.writer.comment(text, start, end, self.part)
        else:
            self.inline.due(lambda: self.writer.comment(text, start, end, self.part))
