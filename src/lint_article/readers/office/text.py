"""The text out of the paragraphs of a Word or LibreOffice document, with blocks, marks and stated citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lint_article.document import Citation, CitationItem, Field, Mark, MarkKind
from lint_article.readers.office.citations import by_print, printed_number
from lint_article.readers.office.cited_works import CitedWork, works_of
from lint_article.readers.office.fields import WordField
from lint_article.readers.office.paragraph import Look, Sign, WordParagraph
from lint_article.readers.writer import Frame, Writer
from lint_article.text import Line, Part, Span
from lint_article.text.map import LINE_BREAK

_GAPS: Mapping[Sign, str] = {"row": "\n", "cell": "\t"}
_LINES = re.compile(r"\n|[^\n]+")
_SUFFIX = re.compile(r"[a-z](?![^\W_])")


def part_of(contents: Sequence[WordParagraph | Sign]) -> Part:
    """Return all paragraphs, one below the other, as the manuscript's text; each learns where it stands in it."""
    paragraphs = [one for one in contents if isinstance(one, WordParagraph)]
    at = 0
    for paragraph in paragraphs:
        paragraph.start = at
        at += paragraph.length + 1
    lines = tuple(_lines(paragraphs)) or (Line(0, 1, None, 1),)
    return Part("\n".join(one.text for one in paragraphs), lines, writable=False)


def _lines(paragraphs: Sequence[WordParagraph]) -> Iterator[Line]:
    """Yield one line per paragraph, with the heading that it stands under."""
    heading = ""
    has_pages = any(one.page > 1 for one in paragraphs)
    for one in paragraphs:
        page = one.page if has_pages else None
        yield Line(one.start, one.number, page or None, one.number, heading=heading)
        if one.kind == "heading":
            heading = " ".join(one.text.split())


class OfficeText:
    """Writes paragraphs and tables in order; `printed` is where each citation field stands."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._table: Frame | None = None
        self._last: dict[str, int] = {}
        self.printed: dict[WordField, Span] = {}

    def write(self, one: WordParagraph | Sign) -> None:
        """Write a paragraph, or begin or end a table, a row or a cell."""
        if isinstance(one, WordParagraph):
            self._paragraph(one)
        elif one == "table":
            self._writer.gap()
            self._table = self._writer.begin()
        elif one == "end table" and self._table:
            self._writer.end_block(self._table, "table")
            self._table = None
        elif one in _GAPS:
            self._writer.gap(_GAPS[one])

    def _paragraph(self, paragraph: WordParagraph) -> None:
        text = paragraph.text
        paragraph.begin, paragraph.end = len(text) - len(text.lstrip()), len(text.rstrip())
        if paragraph.is_empty:
            paragraph.written, paragraph.begin = len(self._writer) - paragraph.end, paragraph.end
            return
        frame = self._writer.begin()
        if paragraph.label:
            self._writer.insert(paragraph.label + " ", paragraph.start + paragraph.begin, why="numbering")
        self._pieces(paragraph)
        paragraph.written = len(self._writer) - paragraph.end
        if self._table:
            self._writer.end(frame)
            self._writer.space(paragraph.start + len(text))
        else:
            self._writer.end_block(frame, paragraph.kind, paragraph.level)

    def _pieces(self, paragraph: WordParagraph) -> None:
        at = 0
        for text, look in paragraph.pieces:
            first, last = max(at, paragraph.begin), min(at + len(text), paragraph.end)
            if first < last:
                self._write(look, text[first - at : last - at], paragraph.start + first)
                self._look(look, Span(len(self._writer) - (last - first), len(self._writer)))
            at += len(text)

    def _lines(self, text: str, at: int) -> None:
        """Write a stretch of a paragraph that stands at `at` in the part, with the ends of its lines."""
        for match in _LINES.finditer(text):
            start, end = at + match.start(), at + match.end()
            if match.group() == "\n":
                self._writer.derive("\n", start, end, LINE_BREAK)
            else:
                self._writer.copy(start, end)

    def _write(self, look: Look, text: str, at: int) -> None:
        if look.stands_for:
            self._writer.placeholder(at, at + len(text), kind=look.stands_for, alone=True)
        else:
            self._lines(text, at)

    def _look(self, look: Look, span: Span) -> None:
        for kind, target in _marks(look):
            self._mark(kind, span, target)
        if look.citation:
            self.printed[look.citation] = self.printed.get(look.citation, span).union(span)

    def _mark(self, kind: MarkKind, span: Span, target: str) -> None:
        """Add a mark, or lengthen the last one of its kind if it goes on without a break."""
        marks = self._writer.marks
        last = marks[self._last[kind]] if kind in self._last else None
        if last and last.span.end == span.start and last.target == target:
            marks[self._last[kind]] = Mark(kind, last.span.union(span), target)
        else:
            self._last[kind] = len(marks)
            marks.append(Mark(kind, span, target))


def _marks(look: Look) -> Iterator[tuple[MarkKind, str]]:
    if look.superscript:
        yield "superscript", ""
    if look.hidden:
        yield "hidden", ""
    if look.math:
        yield "math", ""
    if look.link:
        yield "link", look.link
    if look.language:
        yield "language", look.language


def citations_of(text: str, printed: Mapping[WordField, Span], sources: Mapping[str, CitedWork]) -> Iterator[Citation]:
    """Give the citations that fields state, if the print shows the authors and years that the field has, or numbers."""
    for field, span in printed.items():
        works = works_of(field.code, sources)
        number = printed_number(text, span.start, span.end)
        if found := by_print(works, text, span.start, span.end):
            yield Citation(span, "author-year", tuple(_item(text, *one, span.end) for one in found))
        elif number is not None and (numbered := [one for one in works if one.authors and one.year]):
            items = (CitationItem(span, one.authors, year=Field(one.year, span), number=number) for one in numbered)
            yield Citation(span, "paren", tuple(items))


def _item(text: str, work: CitedWork, start: int, at: int, end: int, limit: int) -> CitationItem:
    suffix = _SUFFIX.match(text, end, limit)
    last = suffix.end() if suffix else end
    year = Field(work.year, Span(at, end))
    return CitationItem(Span(start, last), work.authors, year=year, suffix=suffix.group() if suffix else "")
