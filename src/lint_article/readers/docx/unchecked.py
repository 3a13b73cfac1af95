"""What of a DOCX no rule sees: documents inside it that Word has not yet taken over, and pages that are pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lint_article.document import Problem
from lint_article.readers.docx.package import Package
from lint_article.text import Span

_EMBEDDED = ("aFChunk", "subDocument")


def unchecked_of(package: Package, text: str) -> Iterator[Problem]:
    """Give what was not checked, at the end of the text."""
    kinds = [relation.kind for relation in package.relations(package.main).values()]
    if embedded := sum(kind in _EMBEDDED for kind in kinds):
        what = "The text of a document" if embedded == 1 else f"The text of {embedded} documents"
        yield _problem(text, f"{what} inside this one", "Word takes it over when it opens the file and saves it")
    if "image" in kinds and not any(map(str.isalpha, text)):
        yield _problem(text, "The document", "it has pictures and no text, and needs text recognition (OCR)")


def _problem(text: str, what: str, reason: str) -> Problem:
    return Problem("unchecked-text", Span(len(text), len(text)), (("what", what), ("reason", reason)))
