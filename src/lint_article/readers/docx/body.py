"""The paragraphs of a part of a DOCX, as they are printed once all tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.readers.docx.inline import WordInline
from lint_article.readers.docx.package import Package
from lint_article.readers.docx.styles import ListNumbering, Style
from lint_article.readers.office.elements import Element, child, number, value
from lint_article.readers.office.paragraph import Look, Sign, WordParagraph

_WHOLE = frozenset({"w:p", "w:sdtPr"})


class Body:
    """Reads one part of the package, `document.xml` or the notes."""

    def __init__(self, package: Package, part: str, styles: Mapping[str, Style], numbering: ListNumbering) -> None:
        self._package = package
        self._part = part
        self._styles = styles
        self._numbering = numbering
        self._inline = WordInline(styles, package.relations(part))
        self._unfinished: WordParagraph | None = None
        self._controls: list[bool] = []

    def contents(self) -> Iterator[WordParagraph | Sign]:
        """Give the part's paragraphs, and between them the signs of its outermost tables."""
        count = depth = 0
        for event, name, element in self._package.walk(self._part, _WHOLE):
            if name == "w:p":
                count += 1
                paragraph = self.paragraph(element, count)
                if not paragraph.runs_on:
                    yield paragraph
            elif name == "w:tbl":
                depth += 1 if event == "start" else -1
                if depth == (event == "start"):
                    yield "table" if depth else "end table"
            elif depth == 1 and event == "start" and name in ("w:tr", "w:tc"):
                yield "row" if name == "w:tr" else "cell"
            elif name in ("w:sdt", "w:sdtPr"):
                self._control(event, element)
        if self._unfinished:
            yield self._unfinished

    def _control(self, event: str, element: Element) -> None:
        """Take a content control around paragraphs; newer Mendeley has its list of references in one."""
        if event == "start":
            self._controls.append(False)
        elif event == "end" and self._controls.pop():
            self._inline.fields.mark("end")
        elif event == "whole" and self._controls and value(child(element, "w:tag")).startswith("MENDELEY_BIBLIOGRAPHY"):
            self._controls[-1] = True
            self._inline.fields.begin("BIBLIOGRAPHY")

    def paragraph(self, element: Element, count: int) -> WordParagraph:
        """Return the paragraph that an element holds, behind an earlier one that it continues."""
        properties = child(element, "w:pPr")
        paragraph = self._unfinished or self._begin_paragraph(properties, count)
        self._inline.read(element, paragraph, Look(hidden=self._style(properties).hidden))
        is_drop_cap = value(child(properties, "w:framePr"), "w:dropCap") in ("drop", "margin")
        paragraph.runs_on = is_drop_cap or child(properties, "w:rPr", "w:del") is not None
        self._unfinished = paragraph if paragraph.runs_on else None
        return paragraph

    def boxes(self, paragraph: WordParagraph) -> Iterator[WordParagraph]:
        """Give the paragraphs of the text boxes that hang on a paragraph."""
        waiting = [paragraph.boxes]
        inside = Body(self._package, self._part, self._styles, self._numbering)
        while waiting:
            boxes = waiting.pop()
            if boxes:
                box = inside.paragraph(boxes[0], paragraph.number)
                waiting += [boxes[1:], box.boxes]
                yield box

    def _style(self, properties: Element | None) -> Style:
        return self._styles.get(value(child(properties, "w:pStyle")), Style())

    def _begin_paragraph(self, properties: Element | None, count: int) -> WordParagraph:
        style = self._style(properties)
        paragraph = WordParagraph(count, style.kind, style.level, page=self._inline.page)
        outline = value(child(properties, "w:outlineLvl"))
        if outline in tuple("012345678") and style.kind == "paragraph":
            paragraph.kind, paragraph.level = "heading", int(outline) + 1
        list_id = value(child(properties, "w:numPr", "w:numId"), default=style.list_id)
        if list_id not in ("", "0"):
            level = number(value(child(properties, "w:numPr", "w:ilvl")), style.list_level)
            paragraph.label = self._numbering.label(list_id, level)
            paragraph.kind = "item" if paragraph.kind == "paragraph" else paragraph.kind
        return paragraph
