"""DOCX: the document as it is printed, with its notes, text boxes, comments and the fields of reference managers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lint_article.document import Problem, Reading, Source
from lint_article.readers.docx.body import Body
from lint_article.readers.docx.notes import Notes
from lint_article.readers.docx.package import Broken, Package
from lint_article.readers.docx.review import notes_of
from lint_article.readers.docx.sources import sources_of
from lint_article.readers.docx.styles import numbering_of, styles_of
from lint_article.readers.docx.unchecked import unchecked_of
from lint_article.readers.office.paragraph import Sign, WordParagraph
from lint_article.readers.office.reading import reading_of
from lint_article.readers.unreadable import Unreadable
from lint_article.text import Span


def read_docx(source: Source) -> Reading:
    """Return the document's text, tracked changes taken as accepted; a note or text box follows its paragraph.

    The part's text is its paragraphs, one below the other; a place is a paragraph of the body and a column in it.
    Raises Unreadable for a file that is encrypted, broken, or no Word document.
    """
    try:
        return _reading(source, Package(source.data, source.limits))
    except Broken as error:
        raise Unreadable(f"it is damaged ({error})") from None


def _reading(source: Source, package: Package) -> Reading:
    contents, broken = read_all(package)
    reading = reading_of(source, contents, notes_of(package), sources_of(package))
    problems = [*reading.problems]
    if broken:
        end = Span(len(reading.text), len(reading.text))
        problems.append(Problem("unreadable-source", end, (("reason", broken),)))
    return replace(reading, problems=(*problems, *unchecked_of(package, reading.text)))


def read_all(package: Package) -> tuple[list[WordParagraph | Sign], str]:
    """Return what the document holds, and why it breaks off, or ""."""
    contents: list[WordParagraph | Sign] = []
    try:
        contents.extend(_in_order(package))  # keeps what came before an error
    except Broken as error:
        if not contents:
            raise
        return contents, f"the document breaks off here ({error})"
    return contents, ""


def _in_order(package: Package) -> Iterator[WordParagraph | Sign]:
    """Give the paragraphs and tables of the body, notes and text boxes behind the paragraph or table they hang on."""
    styles, numbering = styles_of(package), numbering_of(package)
    body, notes = Body(package, package.main, styles, numbering), Notes(package, styles, numbering)
    hanging: list[WordParagraph] = []
    in_table = False
    for one in body.contents():
        yield one
        if isinstance(one, WordParagraph):
            boxes = list(body.boxes(one))
            hanging += [*boxes, *(note for host in (one, *boxes) for note in notes.of(host))]
        else:
            in_table = one != "end table"
        if not in_table:
            yield from hanging
            hanging = []
