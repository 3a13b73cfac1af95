"""OpenDocument texts: the document as it is printed, with its notes, text boxes, comments and stated citations."""

from __future__ import annotations

from dataclasses import replace

from lint_article.document import Given, Reading, Source
from lint_article.readers.odt.body import OdtBody
from lint_article.readers.odt.package import Element, OpenDocument, child, name_of, open_document, value
from lint_article.readers.odt.styles import Styles
from lint_article.readers.office.review import Note, anchors_of, directives, problems_of
from lint_article.readers.office.text import OfficeText, citations_of, part_of
from lint_article.readers.unreadable import Unreadable
from lint_article.readers.writer import Writer


def read_odt(source: Source) -> Reading:
    """Return the document's text, tracked changes taken as accepted; a note or text box follows its paragraph.

    The part's text is its paragraphs, one below the other; a place is a paragraph of the body and a column in it.
    Raises Unreadable for a file that is encrypted, broken, or no OpenDocument text.
    """
    try:
        return _reading(source, open_document(source.data, source.limits))
    except RecursionError:
        raise Unreadable("it is damaged (its elements are nested too deeply)") from None


def _reading(source: Source, document: OpenDocument) -> Reading:
    body = OdtBody(Styles(document))
    contents = list(body.contents(document.body))
    part = part_of(contents)
    writer = Writer(source, part.text)
    text = OfficeText(writer)
    with writer.to_the_end():
        for one in contents:
            text.write(one)
    reading = writer.reading()
    notes = {name: _note(element) for name, element in body.comments.items()}
    problems = [*reading.problems, *problems_of(contents, reading.marks, notes, reading.text)]
    return replace(
        reading,
        parts=(part,),
        problems=tuple(problems),
        comments=tuple(directives(notes, anchors_of(contents))),
        given=Given(tuple(citations_of(reading.text, text.printed, {}))),
    )


def _note(element: Element) -> Note:
    author = child(element, "dc:creator")
    paragraphs = [one for one in element.iter() if name_of(one.tag) == "text:p"]
    text = " ".join(" ".join("".join(one.itertext()) for one in paragraphs).split())
    is_closed = value(element, "loext:resolved") == "true" or bool(value(element, "loext:parent-name"))
    return Note((author.text or "") if author is not None else "", text, is_closed)
