"""PDF with text: what is printed, page by page in reading order, its lines joined to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint_article.document import Reading, Source
from lint_article.readers.pdf.classify import classify, raised_numbers, rank_headings
from lint_article.readers.pdf.flow import join_broken_paragraphs, mark_ends
from lint_article.readers.pdf.layout import Layout, laid_out
from lint_article.readers.pdf.line_joins import words_of
from lint_article.readers.pdf.model import Column
from lint_article.readers.pdf.paragraphs import Paragraph, Setting, paragraphs_of, setting_of
from lint_article.readers.pdf.pdfium import language_of, open_pdf, pages_of
from lint_article.readers.pdf.text import part_of, write_paragraph
from lint_article.readers.pdf.unchecked import find_garbled, find_unchecked
from lint_article.readers.unreadable import Unreadable
from lint_article.readers.writer import Writer


def read_pdf(source: Source) -> Reading:
    """Return the text of a PDF: the part is its printed lines, the document's text joins them to paragraphs.

    Raises Unreadable for a file that is encrypted, broken, or has no text on any page (a scan).
    """
    with open_pdf(source.data) as handle:
        language = language_of(handle)
        pages = laid_out(pages_of(handle))
    if not any(page.rows for page in pages):
        raise Unreadable("none of its pages has text; a scan must go through text recognition (OCR) first")
    return _reading(source, language, pages)


def _reading(source: Source, language: str, pages: Sequence[Layout]) -> Reading:
    part = part_of(pages)
    broken = {page.page.number for page in pages if page.page.broken}
    words = words_of(row for page in pages for column in page.columns for row in column)
    writer = Writer(source, part.text)
    paragraphs = _paragraphs([page.columns for page in pages])
    garbled = {id(paragraph) for paragraph in find_garbled(paragraphs)}
    for paragraph in paragraphs:
        if id(paragraph) not in garbled:
            write_paragraph(writer, paragraph.rows, paragraph.kind, paragraph.level, words)
    is_legible = not paragraphs or len(garbled) < len(paragraphs)
    for row in (row for page in pages for row in (*page.head, *page.foot) if is_legible):
        write_paragraph(writer, [row], "furniture", 0, words)
    for line in part.lines:
        if line.page in broken:
            writer.problem(f"page {line.page} is damaged", line.start)
    for one in find_unchecked(pages, paragraphs, part.lines):
        writer.add_unchecked(one.what, one.reason, one.at)
    return replace(writer.reading(language=language), parts=(part,))


def _paragraphs(pages: Sequence[Sequence[Column]]) -> list[Paragraph]:
    """Return the paragraphs in reading order, each with its kind and its heading level."""
    setting = setting_of([column for columns in pages for column in columns])
    pieces = [piece for columns in pages for piece in _pieces(columns, setting)]
    paragraphs = join_broken_paragraphs([paragraph for piece in pieces for paragraph in piece])
    rank_headings(paragraphs, setting)
    return paragraphs


def _pieces(columns: Sequence[Column], setting: Setting) -> Iterator[list[Paragraph]]:
    """Give the paragraphs of each column of a page."""
    called = raised_numbers(columns)
    for column in columns:
        paragraphs = paragraphs_of(column, setting, len(columns) == 1)
        classify(paragraphs, setting, called)
        mark_ends(paragraphs)
        yield paragraphs
