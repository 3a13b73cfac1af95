"""The blocks of Markdown: paragraphs, headings, items, tables, quotes, code, footnotes, raw HTML."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial

from lint_article.document import BlockKind
from lint_article.readers.markdown.events import MarkdownEvent, markdown_events
from lint_article.readers.markdown.extensions import is_caption, is_formula, prepare
from lint_article.readers.markdown.inline import Inline
from lint_article.readers.markdown.roles import BIBLIOGRAPHY
from lint_article.readers.markdown.spans import Spans
from lint_article.readers.writer import Frame, Writer

_KINDS: Mapping[str, BlockKind] = {
    "Item": "item",
    "FootnoteDefinition": "footnote",
    "BlockQuote": "quote",
    "Table": "table",
}
_GAPS: Mapping[str, str] = {"Table": "\n\n", "TableHead": "\n", "TableRow": "\n", "TableCell": "\t"}
_IN_LINE = frozenset({"Code", "DisplayMath", "FootnoteReference", "HardBreak", "InlineMath", "SoftBreak", "Text"})
_HOLDERS = frozenset({"Item", "FootnoteDefinition"})
_HOLDING = frozenset({*_HOLDERS, "List", "BlockQuote"})  # blocks with blocks inside
_INCLUDE = re.compile(r"\s*\{\{<\s*include\s+[\"']?(?P<name>[^\s\"'>]{1,300})[\"']?\s*>\}\}\s*")
_COMMENT = re.compile(
    r"^ {0,9}\[[^\[\]\n]{1,60}\]:[ \t]{0,9}<?#?>?[ \t]{1,9}"  # a link that nothing uses, with a title
    r"[\"'(](?P<said>[ \t]{0,9}lint-article:[^\n]{0,500})[)\"'][ \t]{0,9}$",
    re.MULTILINE,
)
_ALIAS = re.compile(r"^ {0,3}\[@(?P<key>[^\[\]\s:]{1,200})\]:[ \t]*(?P<id>\S{1,500})", re.MULTILINE)  # of manubot
_GRID = re.compile(r"\s*\+[-=:+]{3,}\+[ \t]*(?=\n)")
_GRID_SIGNS = re.compile(
    r"(?P<rule>^[ \t]*\+[-=:+]{3,}\+[ \t]*$\n?)|(?P<first>^[ \t]*\|[ \t]*)|[ \t]*\|[ \t]*", re.MULTILINE
)
_CHILD = re.compile(r"child\s*=\s*[\"'](?P<name>[^\"']{1,300})[\"']")


class Blocks(Spans):
    """Writes the events of one file after another."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._notes: list[tuple[Inline, int, int]] = []
        self._open: list[tuple[str, Frame]] = []
        self._lines: list[tuple[int, int]] | None = None
        self.aliases: dict[str, str] = {}
        self._comments: deque[re.Match[str]] = deque()

    def read(self, part: int, raw: str) -> None:
        """Write one file."""
        outside = self.part, self.raw, self._open, self._comments
        self.part, self.raw, self._open = part, raw, []
        self._comments = deque(_COMMENT.finditer(raw) if "lint-article:" in raw else ())
        self.aliases |= {alias["key"]: alias["id"] for alias in (_ALIAS.finditer(raw) if "[@" in raw else ())}
        for event in markdown_events(raw):
            self._take_comments(event)
            self._take(event)
        self.flush()
        self._write_comments(len(raw))
        if self._open:
            self._close(self._open[0][0])
        self.part, self.raw, self._open, self._comments = outside

    def include(self, name: str, at: int) -> None:
        """Write a file in the place of its name."""

    def bibliography(self, name: str, at: int) -> None:
        """Take the name of a bibliography that a directive gives."""

    def metadata(self, start: int, end: int) -> None:
        """Take the front matter."""

    def flush(self, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Write the paragraph that is complete; inside of an item or a cell it is no block of its own."""
        inline, self.inline, self.unread = self.inline, None, ""
        self.spans.clear()
        if inline is None or self._is_include(inline):
            return
        writer, inside = self.writer, {name for name, _ in self._open}
        if kind == "paragraph" and _GRID.match(inline.text):
            kind = "table"
            self._part_cells(inline)
        elif is_caption(inline, self.images) and kind == "paragraph":
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

    def _part_cells(self, inline: Inline) -> None:
        """Write the lines of a grid table as rows, and what stands between bars as cells."""
        for sign in _GRID_SIGNS.finditer(inline.text):
            gap = "\n" if sign["rule"] or sign["first"] else "\t"
            inline.due(partial(self.writer.gap, gap), sign.start())
            inline.leave_out(*sign.span())

    def _take_comments(self, event: MarkdownEvent) -> None:
        """Write the comments that stand before a block as definitions of links; what looks like one in it is none."""
        if self._comments and event.kind == "Start" and event.name not in _HOLDING:
            self._write_comments(event.start)
            while self._comments and self._comments[0].start() < event.end:
                self._comments.popleft()

    def _write_comments(self, end: int) -> None:
        while self._comments and self._comments[0].start() < end:
            comment = self._comments.popleft()
            self.flush()
            self.writer.comment(comment["said"], *comment.span(), self.part)

    def _take(self, event: MarkdownEvent) -> None:
        if self._lines is not None and event.kind in ("Text", "Html"):
            self._lines.append((event.start, event.end))
            return
        if self.unread and event.kind in _IN_LINE:
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

    def _start_block(self, event: MarkdownEvent) -> None:
        self.flush()
        self.writer.gap(_GAPS.get(event.name, "\n\n"))
        self._open.append((event.name, self.writer.begin()))

    def _end_block(self, event: MarkdownEvent) -> None:
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

    def _paragraph(self, _: MarkdownEvent) -> None:
        self.flush()

    def _end_heading(self, event: MarkdownEvent) -> None:
        self.flush("heading", int(str(event.data)[-1]))

    def _start_raw(self, event: MarkdownEvent) -> None:
        self.flush()
        self._lines = []
        child = _CHILD.search(str(event.data)) if event.name == "CodeBlock" else None
        if child:
            self.include(child["name"], event.start)
        named = BIBLIOGRAPHY.search(str(event.data)) if event.name == "CodeBlock" else None
        for name in named["names"].split() if named else ():
            self.bibliography(name, event.start)

    def _end_code(self, _: MarkdownEvent) -> None:
        lines, self._lines = self._lines or [], None
        self.writer.gap()
        frame = self.writer.begin()
        for number, (start, end) in enumerate(lines):
            stop = end if number + 1 < len(lines) else start + len(self.raw[start:end].rstrip())
            self.writer.copy(start, stop, self.part)
        self.writer.end_block(frame, "code")

    def _end_metadata(self, _: MarkdownEvent) -> None:
        lines, self._lines = self._lines or [], None
        if lines:
            self.metadata(lines[0][0], lines[-1][1])

    def _end_html(self, event: MarkdownEvent) -> None:
        self._lines = None
        self.html(event.start, event.end)
        self.flush()


_Act = Callable[[Blocks, MarkdownEvent], None]
_STARTS: Mapping[str, _Act] = {
    **dict.fromkeys(("Item", "FootnoteDefinition", "BlockQuote", *_GAPS), Blocks._start_block),
    **dict.fromkeys(("CodeBlock", "MetadataBlock", "HtmlBlock"), Blocks._start_raw),
    **dict.fromkeys(("Emphasis", "Strong", "Strikethrough", "Link", "Image"), Blocks.start_mark),
    **dict.fromkeys(("Paragraph", "Heading", "List"), Blocks._paragraph),
}
_ENDS: Mapping[str, _Act] = {
    **dict.fromkeys(("Item", "FootnoteDefinition", "BlockQuote", *_GAPS), Blocks._end_block),
    **dict.fromkeys(("Emphasis", "Strong", "Strikethrough", "Link", "Image"), Blocks.end_mark),
    **dict.fromkeys(("Paragraph", "List"), Blocks._paragraph),
    "CodeBlock": Blocks._end_code,
    "Heading": Blocks._end_heading,
    "HtmlBlock": Blocks._end_html,
    "MetadataBlock": Blocks._end_metadata,
}
_INLINES: Mapping[str, _Act] = {
    "Code": Blocks.span_code,
    "DisplayMath": Blocks.mathematics,
    "FootnoteReference": Blocks.note_sign,
    "HardBreak": Blocks.line_break,
    "InlineHtml": Blocks.inline_html,
    "InlineMath": Blocks.mathematics,
    "Rule": Blocks._paragraph,
    "SoftBreak": Blocks.span_break,
    "Text": Blocks.span_text,
}
