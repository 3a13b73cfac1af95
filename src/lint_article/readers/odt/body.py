"""The paragraphs of an OpenDocument text, as they are printed once all tracked changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lint_article.document import BlockKind
from lint_article.readers.odt.styles import Styles
from lint_article.readers.office.elements import Element, child, name_of, value
from lint_article.readers.office.fields import WordField
from lint_article.readers.office.paragraph import Look, Sign, WordParagraph
from lint_article.readers.text_writer import PLACEHOLDER

_BLANKS = re.compile(r"[ \t\r\n]+")
_CITATION = re.compile(r"(?:ADDIN )?(?:ZOTERO_ITEM|CSL_CITATION|Mendeley Citation)")
_BIBLIOGRAPHY = re.compile(r"(?:ADDIN )?(?:ZOTERO_BIBL|CSL_BIBLIOGRAPHY|Mendeley_Bibliography)")
_HOLDERS = frozenset("text:section text:index-body office:text text:list-header text:numbered-paragraph".split())
_INDEXES = frozenset("text:table-of-content text:illustration-index text:table-index text:alphabetical-index".split())
_SILENT = (
    "text:change-end",
    "text:soft-page-break",
    "text:alphabetical-index-mark",
    "text:ruby-text",
    "office:binary-data",
)
_MOST_BLANKS = 100
_Handle = Callable[["OdtBody", Element, WordParagraph, Look], None]


class OdtBody:
    """Reads the elements of the body; `comments` are those in the margin, by the ids that their paragraphs have."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._count = 0
        self._field: WordField | None = None
        self._notes: list[Element] = []
        self.comments: dict[str, Element] = {}

    def contents(self, holder: Element, kind: BlockKind = "paragraph") -> Iterator[WordParagraph | Sign]:
        """Give the paragraphs that an element holds, and between them the signs of its tables."""
        for one in holder:
            name = name_of(one.tag)
            if name in ("text:p", "text:h"):
                self._count += 1
                yield from self._with_hanging(one, self._count, kind)
            elif name == "text:list":
                yield from self._list(one, kind)
            elif name == "table:table":
                yield from self._table(one)
            elif name == "text:bibliography":
                yield from self._in_body(one, "reference")
            elif name in _INDEXES:
                yield from self._in_body(one, "furniture")
            elif name in _HOLDERS:
                is_list = bool(_BIBLIOGRAPHY.match(value(one, "text:name")))
                yield from self.contents(one, "reference" if is_list else kind)

    def _in_body(self, index: Element, kind: BlockKind) -> Iterator[WordParagraph | Sign]:
        body = child(index, "text:index-body")
        if body is not None:
            yield from self.contents(body, kind)

    def _list(self, element: Element, kind: BlockKind) -> Iterator[WordParagraph | Sign]:
        for item in element:
            yield from self.contents(item, "item" if kind == "paragraph" else kind)

    def _table(self, element: Element) -> Iterator[WordParagraph | Sign]:
        """Give the cells of a table; one inside another is a part of its cell."""
        yield "table"
        for row in element.iter():
            if name_of(row.tag) == "table:table-row":
                yield "row"
                for cell in row:
                    if name_of(cell.tag) == "table:table-cell":
                        yield "cell"
                        yield from (one for one in self.contents(cell) if isinstance(one, WordParagraph))
        yield "end table"

    def _with_hanging(self, element: Element, number: int, kind: BlockKind) -> Iterator[WordParagraph]:
        """Give a paragraph, and behind it its text boxes and notes."""
        paragraph = self._paragraph(element, number, kind)
        yield paragraph
        for box in paragraph.boxes:
            yield from self._with_hanging(box, number, "paragraph")
        notes, self._notes = self._notes, []
        for note in notes:
            for one in note.iter():
                if name_of(one.tag) in ("text:p", "text:h"):
                    inside = self._paragraph(one, number, "footnote")
                    inside.kind = "footnote"
                    yield inside

    def _paragraph(self, element: Element, number: int, kind: BlockKind) -> WordParagraph:
        style = self._styles[value(element, "text:style-name")]
        paragraph = WordParagraph(number, style.kind if style.kind != "paragraph" else kind)
        if style.is_reference and paragraph.kind in ("paragraph", "item"):
            paragraph.kind = "reference"
        if name_of(element.tag) == "text:h" and paragraph.kind in ("paragraph", "item"):
            level = value(element, "text:outline-level", "1")
            paragraph.kind, paragraph.level = "heading", int(level) if level.isdecimal() else 1
        self.read(element, paragraph, Look(hidden=style.hidden))
        return paragraph

    def read(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        """Add what an element prints to the paragraph."""
        self._print(element.text or "", paragraph, look)
        for one in element:
            handle = _HANDLES.get(name_of(one.tag), OdtBody.read)
            handle(self, one, paragraph, look)
            self._print(one.tail or "", paragraph, look)

    def _print(self, text: str, paragraph: WordParagraph, look: Look) -> None:
        if self._field and self._field.kind == "citation":
            look = replace(look, citation=self._field)
        paragraph.add(_BLANKS.sub(" ", text), look)

    def _span(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        style = self._styles[value(element, "text:style-name")]
        raised = look.superscript or style.superscript
        hidden, language = look.hidden or style.hidden, style.language or look.language
        self.read(element, paragraph, replace(look, superscript=raised, hidden=hidden, language=language))

    def _blanks(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        count = value(element, "text:c", "1")
        paragraph.add(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS), look)

    def _tab(self, _: Element, paragraph: WordParagraph, look: Look) -> None:
        paragraph.add("\t", look)

    def _break(self, _: Element, paragraph: WordParagraph, look: Look) -> None:
        paragraph.add("\n", look)

    def _link(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        target = value(element, "xlink:href")
        self.read(element, paragraph, replace(look, link="" if target.startswith("#") else target))

    def _note(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        paragraph.add(PLACEHOLDER, replace(look, stands_for="note"))
        body = child(element, "text:note-body")
        self._notes += [body] if body is not None else []

    def _comment(self, element: Element, paragraph: WordParagraph, _: Look) -> None:
        name = value(element, "office:name") or f"comment {len(self.comments)}"
        self.comments[name] = element
        paragraph.comments.append((name, paragraph.length))

    def _comment_end(self, element: Element, paragraph: WordParagraph, _: Look) -> None:
        paragraph.comments.append((value(element, "office:name"), paragraph.length))

    def _change(self, _: Element, paragraph: WordParagraph, __: Look) -> None:
        paragraph.changes.append(paragraph.length)

    def _reference_mark(self, element: Element, _: WordParagraph, __: Look) -> None:
        """Begin what Zotero or Mendeley has cited: the mark's name is the field's code."""
        code = value(element, "text:name")
        if _CITATION.match(code):
            self._field = WordField([code], printing=True, kind="citation")

    def _reference_mark_end(self, _: Element, __: WordParagraph, ___: Look) -> None:
        self._field = None

    def _frame(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        """Take a frame: the paragraphs of a text box hang on this one; a picture or a formula is a placeholder."""
        boxes = [one for one in element.iter() if name_of(one.tag) in ("text:p", "text:h")]
        paragraph.boxes += boxes
        if not boxes and value(element, "text:anchor-type") == "as-char":
            paragraph.add(PLACEHOLDER, replace(look, stands_for="placeholder"))

    def _nothing(self, _: Element, __: WordParagraph, ___: Look) -> None:
        """Print nothing."""


_HANDLES: Mapping[str, _Handle] = {
    "text:span": OdtBody._span,
    "text:s": OdtBody._blanks,
    "text:tab": OdtBody._tab,
    "text:line-break": OdtBody._break,
    "text:a": OdtBody._link,
    "text:note": OdtBody._note,
    "office:annotation": OdtBody._comment,
    "office:annotation-end": OdtBody._comment_end,
    "text:change": OdtBody._change,
    "text:change-start": OdtBody._change,
    "text:reference-mark-start": OdtBody._reference_mark,
    "text:reference-mark-end": OdtBody._reference_mark_end,
    "draw:frame": OdtBody._frame,
    "draw:custom-shape": OdtBody._frame,
    "draw:g": OdtBody._frame,
    **dict.fromkeys(_SILENT, OdtBody._nothing),
}
