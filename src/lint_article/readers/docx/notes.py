"""Footnotes and endnotes of a DOCX."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.readers.docx.body import Body
from lint_article.readers.docx.package import Package
from lint_article.readers.docx.styles import ListNumbering, Style
from lint_article.readers.office.elements import Element, name_of, value
from lint_article.readers.office.paragraph import WordParagraph

_PARTS = {
    "w:footnoteReference": ("footnotes", "w:footnote"),
    "w:endnoteReference": ("endnotes", "w:endnote"),
}


class Notes:
    """Gives the notes of paragraphs; the parts that hold them are read once."""

    def __init__(self, package: Package, styles: Mapping[str, Style], numbering: ListNumbering) -> None:
        self._bodies: dict[str, Body] = {}
        self._paragraphs: dict[tuple[str, str], list[Element]] = {}
        for sign, (kind, name) in _PARTS.items():
            part = package.find_part(kind)
            if part:
                self._bodies[sign] = Body(package, part, styles, numbering)
                for element in package.elements(part, name):
                    inside = [one for one in element.iter() if name_of(one.tag) == "w:p"]
                    self._paragraphs[sign, value(element, "w:id")] = inside

    def of(self, host: WordParagraph) -> Iterator[WordParagraph]:
        """Give the paragraphs of the notes whose marks stand in a paragraph, in order."""
        for sign, number in host.notes:
            for element in self._paragraphs.get((sign, number), ()):
                paragraph = self._bodies[sign].paragraph(element, host.number)
                paragraph.kind = "footnote"
                yield paragraph
