"""Glyphs, sizes and links of a PDF through PDFium; nothing else in the reader knows the library.

PDFium spells ligature glyphs out (fi, ffl), tells where a gap is a space, and skips glyphs printed twice.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import byref, c_double, c_int, c_ushort, create_string_buffer
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from lint_article.readers.pdf_page import Area, Page, Run
from lint_article.readers.unreadable import Unreadable

_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "it is encrypted and asks for a password",
    pdfium.FPDF_ERR_SECURITY: "it is encrypted in a way that is not supported",
}
_HYPHEN_AT_LINE_END = 2
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_FIXED_PITCH, _FORCE_BOLD = 1, 1 << 18
_QUARTER = math.pi / 2
_SUBSET = re.compile(r"[A-Z]{6}\+")
_BOLD = re.compile(r"(?i)bold|black|heavy|medi|demi|bx|^(?:cm|ec|sf)b[0-9]")
_TYPEWRITER = re.compile(r"(?i)mono|monl|courier|typewriter|consolas|tt[0-9]|tt$|^(?:ec|sf)[si]t[0-9]")
Move = Callable[[float, float], tuple[float, float]]


class _Glyph(NamedTuple):
    """A character, its place in the order of a page, what stands before it (a space, a line end), its edges in points.

    The edges are those of its advance width, so that letters of one word touch.

    `turn`: the quarter turns to the right that set it upright.
    """

    place: int
    char: str
    before: str
    left: float
    right: float
    baseline: float
    nominal: float
    turn: int


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Give the PDF's handle. Raises Unreadable for an encrypted or a broken file."""
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise Unreadable(_REASONS.get(pdfium.FPDF_GetLastError(), "it is broken or no PDF"))
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
        yield Page(index + 1, shown, _runs(text, moves), list(_areas(handle, page, moves[shown])))
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _turns(page: Any) -> tuple[Move, ...]:
    """Return, for 0 to 3 quarter turns to the right, the function that gives a point's place after them."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return (
        lambda x, y: (x, y),
        lambda x, y: (y, height - x),
        lambda x, y: (width - x, height - y),
        lambda x, y: (width - y, x),
    )


def _glyphs(text: Any, moves: Sequence[Move]) -> Iterator[_Glyph]:
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    before, high = "", 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _HIGH:
            high = code
            continue
        char, high = _char(code, high), 0
        if char.isspace():
            before = "\n" if char in "\r\n" or before == "\n" else " "
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, byref(box))
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        turn = -round(pdfium.FPDFText_GetCharAngle(text, index) / _QUARTER) % 4
        left, right, baseline = box.left, box.right, y.value
        if turn:
            move = moves[turn]
            left, right = sorted((move(left, box.bottom)[0], move(right, box.top)[0]))
            baseline = move(x.value, baseline)[1]
        yield _Glyph(index, char, before, left, right, baseline, pdfium.FPDFText_GetFontSize(text, index), turn)
        before = "\n" if code == _HYPHEN_AT_LINE_END else ""


def _char(code: int, high: int) -> str:
    """Return the character of a code as PDFium gives it: perhaps the second half of a pair, perhaps unknown (0)."""
    if code in _LOW and high:
        return chr(0x10000 + (high - _HIGH.start) * 0x400 + code - _LOW.start)
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    return chr(code) if code and code not in _LOW and code <= 0x10FFFF else "\ufffd"


def _runs(text: Any, moves: Sequence[Move]) -> list[Run]:
    runs: list[Run] = []
    nominal = 0.0
    for glyph in _glyphs(text, moves):
        run = runs[-1] if runs else None
        if run is None or glyph.nominal != nominal or not _continues(run, glyph):
            runs.append(_begun(text, glyph))
            nominal = glyph.nominal
            continue
        if glyph.before:
            _add(run, " ", run.right, glyph.left)
        _add(run, glyph.char, glyph.left, glyph.right)
    return runs


def _continues(run: Run, glyph: _Glyph) -> bool:
    """Tell whether the glyph is set on the run's baseline, to its right, and within an em of it."""
    return (
        glyph.before != "\n"
        and glyph.turn == run.turn
        and abs(glyph.baseline - run.baseline) < 0.12 * run.size
        and run.lefts[-1] - 0.3 * run.size < glyph.left < run.right + run.size
    )


def _add(run: Run, char: str, left: float, right: float) -> None:
    run.text += char
    run.lefts.append(left)
    run.rights.append(right)


def _begun(text: Any, glyph: _Glyph) -> Run:
    """Return a run that begins with the glyph; size and face are asked once for all of it."""
    matrix = pdfium.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(text, glyph.place, matrix) else 1.0
    size = glyph.nominal * (scale or 1.0)
    bold, fixed = _face(text, glyph.place)
    return Run(glyph.char, [glyph.left], [glyph.right], glyph.baseline, size, bold, fixed, glyph.turn)


def _face(text: Any, index: int) -> tuple[bool, bool]:
    """Tell whether the glyph's face is bold, and whether it is a typewriter face; by its flags, or else its name.

    The weight that PDFium gives is worked out from the width of stems, which makers of subsets fill in at random.
    """
    buffer, flags = create_string_buffer(128), c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 128, byref(flags))
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"), count=1)
    bold, fixed = flags.value & _FORCE_BOLD, flags.value & _FIXED_PITCH
    return bool(bold or _BOLD.search(name)), bool(fixed or _TYPEWRITER.search(name))


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
