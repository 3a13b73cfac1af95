"""A PDF opened through PDFium: its pages, its language, its links to addresses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_float, c_int, c_ushort, create_string_buffer
from math import inf
from typing import Any

import pypdfium2.raw as pdfium

from lint_article.readers.pdf.glyphs import Move, pieces_of
from lint_article.readers.pdf.model import Area, Page
from lint_article.readers.pdf.runs import runs_of
from lint_article.readers.unreadable import Unreadable

_FEW_CHARS = 500  # as many as a service stamps on each page of a scan
_WHOLE = 0.9
_MOST_OBJECTS = 1000  # of a page that are looked at
_ROOM_FOR_MARKS = 5.0  # points
_EVERYWHERE = Area(-inf, -inf, inf, inf, "")
_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "it is encrypted and needs a password",
    pdfium.FPDF_ERR_SECURITY: "it is encrypted in a way that is not supported",
}


@contextmanager
def open_pdf(data: bytes) -> Iterator[Any]:
    """Give the PDF's handle. Raises Unreadable for an encrypted or a broken file."""
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise Unreadable(_REASONS.get(pdfium.FPDF_GetLastError(), "it is damaged or is not a PDF"))
    try:
        yield handle
    finally:
        pdfium.FPDF_CloseDocument(handle)


def language_of(handle: Any) -> str:
    """Return the language that the PDF states, or ""."""
    length = pdfium.FPDFCatalog_GetLanguage(handle, None, 0) // 2
    buffer = (c_ushort * max(length, 1))()
    pdfium.FPDFCatalog_GetLanguage(handle, buffer, length * 2)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def pages_of(handle: Any) -> Iterator[Page]:
    """Give the pages in order, one in memory at a time."""
    for index in range(pdfium.FPDF_GetPageCount(handle)):
        page = pdfium.FPDF_LoadPage(handle, index)
        if not page:
            yield Page(index + 1, 0, [], [], broken=True)
            continue
        text = pdfium.FPDFText_LoadPage(page)
        moves = _turns(page)
        shown = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
        pictured = pdfium.FPDFText_CountChars(text) < _FEW_CHARS and _covered_share(page) > _WHOLE
        yield Page(
            index + 1,
            shown,
            runs_of(pieces_of(text, moves, _visible(page))),
            list(_areas(handle, page, moves[shown])),
            pictured=pictured,
        )
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _visible(page: Any) -> Area:
    """Return the part of a page that readers see: without what is cropped, and without the marks of a printer.

    Where a printer's marks stand, the page that is left when it is trimmed is smaller on all four sides.
    """
    box, edges = pdfium.FS_RECTF(), [c_float() for _ in range(4)]
    if not pdfium.FPDF_GetPageBoundingBox(page, byref(box)):
        return _EVERYWHERE
    shown = Area(box.left, box.bottom, box.right, box.top, "")
    if not pdfium.FPDFPage_GetTrimBox(page, *map(byref, edges)):
        return shown
    left, bottom, right, top = (edge.value for edge in edges)
    room = min(left - shown.left, bottom - shown.bottom, shown.right - right, shown.top - top)
    is_smaller = room > _ROOM_FOR_MARKS and right - left > (shown.right - shown.left) / 2 and top > bottom
    return Area(left, bottom, right, top, "") if is_smaller else shown


def _covered_share(page: Any) -> float:
    """Return the share of a page that pictures cover; of pictures that overlap, each counts."""
    left, bottom, right, top = (c_float() for _ in range(4))
    area = 0.0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(page, index)
        is_picture = pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE
        if is_picture and pdfium.FPDFPageObj_GetBounds(one, byref(left), byref(bottom), byref(right), byref(top)):
            area += (right.value - left.value) * (top.value - bottom.value)
    return area / (pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page) or 1)


def _turns(page: Any) -> tuple[Move, ...]:
    """Return, for 0 to 3 quarter turns to the right, the function that gives a point's place after them."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return (
        lambda x, y: (x, y),
        lambda x, y: (y, height - x),
        lambda x, y: (width - x, height - y),
        lambda x, y: (width - y, x),
    )


def _areas(handle: Any, page: Any, move: Move) -> Iterator[Area]:
    """Give the rectangles of the links to addresses; a link over several lines has one for each."""
    position, link = c_int(), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, byref(position), byref(link)):
        target = _address(handle, link)
        if not target:
            continue
        for left, bottom, right, top in _rectangles(link):
            (x1, y1), (x2, y2) = move(left, bottom), move(right, top)
            yield Area(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), target)


def _address(handle: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(handle, action, None, 0)
    buffer = create_string_buffer(max(length, 1))
    pdfium.FPDFAction_GetURIPath(handle, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _rectangles(link: Any) -> Iterator[tuple[float, float, float, float]]:
    quad = pdfium.FS_QUADPOINTSF()
    count = pdfium.FPDFLink_CountQuadPoints(link)
    for index in range(max(count, 0)):
        if pdfium.FPDFLink_GetQuadPoints(link, index, byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(xs), min(ys), max(xs), max(ys)
    rectangle = pdfium.FS_RECTF()
    if count <= 0 and pdfium.FPDFLink_GetAnnotRect(link, byref(rectangle)):
        yield rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
