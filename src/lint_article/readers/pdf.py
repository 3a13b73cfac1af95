"""PDF with text: what is printed, page by page in reading order, its lines joined to paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from lint_article.document import Reading, Source
from lint_article.readers.pdf_columns import in_columns
from lint_article.readers.pdf_flow import stitched
from lint_article.readers.pdf_furniture import furniture_of, without_line_numbers
from lint_article.readers.pdf_glyphs import language_of, opened, pages_of
from lint_article.readers.pdf_hyphens import words_of
from lint_article.readers.pdf_kinds import classify, rank_headings
from lint_article.readers.pdf_page import Column, Page
from lint_article.readers.pdf_paragraphs import Paragraph, paragraphs_of, setting_of
from lint_article.readers.pdf_rows import lines_of_runs, row_of
from lint_article.readers.pdf_text import part_of, write_paragraph
from lint_article.readers.unreadable import Unreadable
from lint_article.readers.writer import Writer

_REACH = 0.7
_ANYWHERE = float("inf")


def read_pdf(source: Source) -> Reading:
    """Return the text of a PDF: the part is its printed lines, the document's text joins them to paragraphs.

    Raises Unreadable for a file that is encrypted, broken, or has no text on any page (a scan).
    """
    with opened(source.data) as handle:
        language = language_of(handle)
        pages = [_columns(page) for page in pages_of(handle)]
    if not any(pages):
        raise Unreadable("none of its pages has text; a scan must go through text recognition (OCR) first")
    return _reading(source, language, pages)


def _columns(page: Page) -> list[Column]:
    """Return the page's rows in columns, in reading order; text that is seen on its side comes last."""
    columns: list[Column] = []
    for turn in sorted({(run.turn - page.turn) % 4 for run in page.runs}):
        runs = without_line_numbers([run for run in page.runs if (run.turn - page.turn) % 4 == turn])
        areas = [] if turn else page.areas
        for strips in in_columns(lines_of_runs(runs, _REACH)):
            lines = lines_of_runs((run for strip in strips for run in strip), _ANYWHERE)
            columns.append([row_of(line, page.number, turn, areas) for line in lines])
    return columns


def _reading(source: Source, language: str, pages: Sequence[Sequence[Column]]) -> Reading:
    rows = [[row for column in columns for row in column] for columns in pages]
    part = part_of(rows)
    aside = furniture_of(rows)
    flowing = [_without(columns, aside) for columns in pages]
    words = words_of(row for columns in flowing for column in columns for row in column)
    writer = Writer(source, part.text)
    for paragraph in _paragraphs(flowing):
        write_paragraph(writer, paragraph.rows, paragraph.kind, paragraph.level, words)
    for row in (row for page in rows for row in page if id(row) in aside):
        write_paragraph(writer, [row], "furniture", 0, words)
    return replace(writer.reading(language=language), parts=(part,))


def _without(columns: Sequence[Column], aside: Collection[int]) -> list[Column]:
    kept = [[row for row in column if id(row) not in aside] for column in columns]
    return [column for column in kept if column]


def _paragraphs(pages: Sequence[Sequence[Column]]) -> list[Paragraph]:
    """Return the paragraphs in reading order, each with its kind and its heading level."""
    setting = setting_of([column for columns in pages for column in columns])
    pieces = [paragraphs_of(column, setting, len(columns) == 1) for columns in pages for column in columns]
    for piece in pieces:
        classify(piece, setting)
    paragraphs = stitched(paragraph for piece in pieces for paragraph in piece)
    rank_headings(paragraphs, setting)
    return paragraphs
