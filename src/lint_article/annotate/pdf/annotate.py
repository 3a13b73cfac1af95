"""A PDF with its findings highlighted; what the file holds already is kept, byte for byte, and added to."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.annotate.annotated import Annotated
from lint_article.annotate.pdf.boxes import boxes_of
from lint_article.annotate.pdf.highlights import PdfNote, with_highlights
from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.reporters.review.query import quote_words
from lint_article.text.phrases import count_of


def annotate_pdf(document: Document, found: Sequence[Diagnostic]) -> Annotated:
    """Return the PDF with a highlight for each finding; those of an earlier run are replaced.

    Raises UserError for a PDF that cannot be written.
    """
    notes = []
    for one in found:
        placed = boxes_of(document.parts[one.origin.part], one.origin.start, one.origin.end)
        if placed:
            notes.append(PdfNote(placed, one.severity, _words(one)))
    unplaced = len(found) - len(notes)
    said = (f"{count_of(unplaced, 'finding')} without a place on a page: in the report only.",) if unplaced else ()
    return Annotated(with_highlights(document.source.data, notes), len(notes), notes=said)


def _words(one: Diagnostic) -> str:
    fix = [f"Suggestion: {quote_words(one.fix.title)}."] if one.fix else []
    return "\n".join([quote_words(one.message), *fix, f"{one.severity} · {one.label}"])
