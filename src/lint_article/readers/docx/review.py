"""The comments in the margin of a DOCX."""

from __future__ import annotations

from lint_article.readers.docx.package import Package
from lint_article.readers.office.elements import Element, name_of, value
from lint_article.readers.office.review import OURS, Note


def notes_of(package: Package) -> dict[str, Note]:
    """Return the comments by id."""
    part, extended = package.find_part("comments"), package.find_part("commentsExtended")
    closed = {
        value(one, "w15:paraId")
        for one in (package.elements(extended, "w15:commentEx") if extended else ())
        if value(one, "w15:done") in ("1", "true") or value(one, "w15:paraIdParent")
    }
    notes: dict[str, Note] = {}
    for element in package.elements(part, "w:comment") if part else ():
        if value(element, "w:author") == OURS:
            continue
        paragraphs = [one for one in element.iter() if name_of(one.tag) == "w:p"]
        is_closed = not closed.isdisjoint(value(one, "w14:paraId") for one in paragraphs)
        text = " ".join(" ".join(_printed_text(one) for one in paragraphs).split())
        notes[value(element, "w:id")] = Note(value(element, "w:author"), text, is_closed)
    return notes


def _printed_text(paragraph: Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter() if name_of(one.tag) == "w:t")
