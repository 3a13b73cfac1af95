"""Highlights set into a PDF through PDFium, in an update at the end of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ctypes import POINTER, c_ushort, cast, create_string_buffer, string_at
from typing import Any

import pypdfium2.raw as pdfium

from lint_article.annotate.pdf.boxes import Boxes
from lint_article.dataclass import dataclass
from lint_article.errors import UserError
from lint_article.readers.pdf.pdfium import open_pdf
from lint_article.rulebook import Severity
from lint_article.text.place import Box

_AUTHOR = "lint-article"
_COLOURS: Mapping[Severity, tuple[int, int, int]] = {
    "error": (255, 150, 140),
    "warning": (255, 214, 102),
    "suggestion": (158, 195, 255),
}
_ROOM = 0.22  # of the height of a line, below its baseline


@dataclass(frozen=True, slots=True)
class PdfNote:
    """What is to be highlighted, and what is said of it."""

    boxes: Boxes
    severity: Severity
    words: str


def with_highlights(data: bytes, notes: Sequence[PdfNote]) -> bytes:
    """Return the PDF with the notes; raise UserError if it cannot be written."""
    by_page: dict[int, list[PdfNote]] = {}
    for note in notes:
        by_page.setdefault(note.boxes[0][0], []).append(note)
    with open_pdf(data) as handle:
        changes = bool(notes)
        for index in range(pdfium.FPDF_GetPageCount(handle)):
            page = pdfium.FPDF_LoadPage(handle, index)
            if page:
                changes |= _has_removed_own(page)
                for note in by_page.get(index + 1, ()):
                    _highlight(page, note, index + 1)
                pdfium.FPDF_ClosePage(page)
        return _save(handle) if changes else data


def _has_removed_own(page: Any) -> bool:
    """Remove the highlights of an earlier run; tell whether there were any."""
    removed = False
    for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        is_ours = _string(annotation, b"T") == _AUTHOR
        pdfium.FPDFPage_CloseAnnot(annotation)
        if is_ours:
            pdfium.FPDFPage_RemoveAnnot(page, index)
            removed = True
    return removed


def _highlight(page: Any, note: PdfNote, number: int) -> None:
    boxes = [_on_page(page, box) for at, box in note.boxes if at == number]
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *_COLOURS[note.severity], 255)
    for left, bottom, right, top in boxes:
        quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, quad)
    around = (min(b[0] for b in boxes), max(b[3] for b in boxes), max(b[2] for b in boxes), min(b[1] for b in boxes))
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(*around))
    pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
    for key, words in ((b"T", _AUTHOR), (b"Contents", note.words)):
        pdfium.FPDFAnnot_SetStringValue(annotation, key, _wide(words))
    pdfium.FPDFPage_CloseAnnot(annotation)


def _on_page(page: Any, box: Box) -> Box:
    """Return a box of the page as it is shown in the coordinates of the page as it is stored, with room for tails."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    left, bottom, right, top = box
    bottom -= (top - bottom) * _ROOM
    turn = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    corners = [_turned_back(x, y, turn, width, height) for x, y in ((left, bottom), (right, top))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _turned_back(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[turn]


def _wide(words: str) -> Any:
    data = words.encode("utf-16-le", "replace") + b"\0\0"
    return cast(create_string_buffer(data, len(data)), POINTER(c_ushort))


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (c_ushort * max(length // 2, 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _save(handle: Any) -> bytes:
    pieces: list[bytes] = []

    def write(_: Any, data: int, size: int) -> int:
        pieces.append(string_at(data, size))
        return 1

    signature = pdfium.FPDF_FILEWRITE._fields_[1][1]
    sink = pdfium.FPDF_FILEWRITE(version=1, WriteBlock=signature(write))
    if not pdfium.FPDF_SaveAsCopy(handle, sink, pdfium.FPDF_INCREMENTAL):
        raise UserError("The PDF cannot be written.")
    return b"".join(pieces)
