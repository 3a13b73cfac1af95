"""OpenDocument texts: the document as it is printed, with its notes, text boxes, comments and stated citations."""

from __future__ import annotations

from lint_article.document import Reading, Source
from lint_article.readers.odt.body import OdtBody
from lint_article.readers.odt.package import OpenDocument, open_document
from lint_article.readers.odt.styles import Styles
from lint_article.readers.office.elements import Element, child, name_of, value
from lint_article.readers.office.reading import reading_of
from lint_article.readers.office.review import Note
from lint_article.readers.unreadable import Unreadable


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
    notes = {name: _note(element) for name, element in body.comments.items()}
    return reading_of(source, contents, notes, {})


def _note(element: Element) -> Note:
    author = child(element, "dc:creator")
    paragraphs = [one for one in element.iter() if name_of(one.tag) == "text:p"]
    text = " ".join(" ".join("".join(one.itertext()) for one in paragraphs).split())
    is_closed = value(element, "loext:resolved") == "true" or bool(value(element, "loext:parent-name"))
    return Note((author.text or "") if author is not None else "", text, is_closed)
