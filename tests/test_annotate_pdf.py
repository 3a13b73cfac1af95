"""Highlights of a PDF: at the words, in an update of the file, replaced by the next run."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from lint_article.annotate.annotated import Annotated
from lint_article.annotate.report import annotate
from lint_article.engine.report import FileReport
from making import reviewed

ROOT = Path(__file__).parents[1]
PDFS = sorted(ROOT.glob("fixtures/manuscripts/*/*.pdf"))


def annotated(data: bytes) -> tuple[FileReport, Annotated]:
    report = reviewed(data, "pdf", "paper.pdf")
    return report, annotate(report)


def highlighted(data: bytes) -> list[str]:
    """Return the words under each highlight of the file, in order."""
    raw = pdfium.raw
    found = []
    for page in pdfium.PdfDocument(data):
        words = page.get_textpage()
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_HIGHLIGHT:
                continue
            quad, said = raw.FS_QUADPOINTSF(), []
            for number in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
                raw.FPDFAnnot_GetAttachmentPoints(annotation, number, quad)
                said.append(words.get_text_bounded(quad.x1 - 0.5, quad.y3, quad.x2 + 0.5, quad.y1).strip())
            found.append(" ".join(said))
    return found


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_each_finding_is_highlighted_and_the_file_is_only_added_to(path: Path) -> None:
    data = path.read_bytes()
    report, done = annotated(data)
    assert done.data.startswith(data)
    assert done.comments == len(report.diagnostics) == len(highlighted(done.data))
    again, twice = annotated(done.data)
    assert [one.message for one in again.diagnostics] == [one.message for one in report.diagnostics]
    assert sorted(highlighted(twice.data)) == sorted(highlighted(done.data))


def test_the_words_are_those_of_the_finding() -> None:
    path = next(path for path in PDFS if path.stem == "milestone-lichens")
    report, done = annotated(path.read_bytes())
    shown = highlighted(done.data)
    assert "Marchettti 1999" in shown[[one.rule for one in report.diagnostics].index("citation-name-mismatch")]
