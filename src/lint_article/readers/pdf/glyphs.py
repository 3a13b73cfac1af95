"""The glyphs of a page through PDFium, put together to runs; only this file and `pdfium` know the library.

PDFium spells ligature glyphs out (fi, ffl), tells where a gap is a space, and skips glyphs printed twice. Signs of
mathematics that it cannot name are read by the encoding of their face, accents are put on the letters they stand over.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from ctypes import CFUNCTYPE, byref, c_double, c_int, c_void_p, cast, create_string_buffer
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from lint_article.readers.pdf.accents import ACCENTS, compose, settle_accents, take_off
from lint_article.readers.pdf.fonts import Face, face_of, piece, symbol
from lint_article.readers.pdf.model import Run
from lint_article.readers.pdf.spaces import part_words

_HYPHEN_AT_LINE_END = 2
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_QUARTER = math.pi / 2
_ASLANT = 0.1  # quarter turns off the upright: what is stamped over a page is not read
# The object that a glyph belongs to, as a bare number: it is asked for each glyph, and a pointer's object takes time.
_object_of = CFUNCTYPE(c_void_p, c_void_p, c_int)(cast(pdfium.FPDFText_GetTextObject, c_void_p).value or 0)
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
    face: Face


def runs_of(text: Any, moves: Sequence[Move]) -> list[Run]:
    """Return the runs of a page's text in the order of the file; `moves` set a place upright, by quarter turns."""
    runs: list[Run] = []
    nominal = 0.0
    for one in _glyphs(text, moves):
        run = runs[-1] if runs else None
        glyph = one
        if run and (one.char in ACCENTS or run.text[-1] in ACCENTS):
            glyph = _with_accent(runs, one)
            if not glyph.char:
                continue
            run = runs[-1] if runs else None
        if run is None or glyph.nominal != nominal or not _is_continuation(run, glyph):
            runs.append(_begin_run(text, glyph))
            nominal = glyph.nominal
            continue
        if glyph.before:
            _add(run, " ", run.right, glyph.left)
        _add(run, glyph.char, glyph.left, glyph.right)
    runs = settle_accents(runs)
    part_words(runs)
    return runs


def _with_accent(runs: list[Run], glyph: _Glyph) -> _Glyph:
    """Return the glyph to add: with the accent set before it, or without a character if the last letter takes it."""
    run = runs[-1]
    if not _is_level(run, glyph):
        return glyph
    last, edges, here = run.text[-1], (run.lefts[-1], run.right), (glyph.left, glyph.right)
    if one := compose(glyph.char, here, last, edges):
        run.text = run.text[:-1]
        del run.lefts[-1], run.rights[-1]
        _add(run, one, *edges)
        return glyph._replace(char="")
    if one := compose(last, edges, glyph.char, here):
        spaced = take_off(run)
        if not run.text:
            runs.pop()
        return glyph._replace(char=one, before=" " if spaced else "")
    return glyph


def _glyphs(text: Any, moves: Sequence[Move]) -> Iterator[_Glyph]:
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    before, high, last, face = "", 0, -1, face_of("", 0)
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _HIGH:
            high = code
            continue
        here = _object_of(text, index)
        if here != last:
            last, face = here, _face(text, index)
        sign = _sign(text, index, code, face) if face.maths else ""
        char, high = sign or _char(code, high), 0
        if char.isspace():
            before = "\n" if char in "\r\n" or before == "\n" else " "
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, byref(box))
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        turns = pdfium.FPDFText_GetCharAngle(text, index) / _QUARTER
        if abs(turns - round(turns)) > _ASLANT:
            continue
        turn = -round(turns) % 4
        left, right, baseline = box.left, box.right, y.value
        if turn:
            move = moves[turn]
            left, right = sorted((move(left, box.bottom)[0], move(right, box.top)[0]))
            baseline = move(x.value, baseline)[1]
        size = pdfium.FPDFText_GetFontSize(text, index)
        yield _Glyph(index, char, before, left, right, baseline, size, turn, face)
        before = "\n" if code == _HYPHEN_AT_LINE_END else ""


def _sign(text: Any, index: int, code: int, face: Face) -> str:
    """Return the sign of mathematics that a glyph without Unicode is, or ""."""
    unknown = not code or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
    return symbol(face.name, code) if unknown else ""


def _char(code: int, high: int) -> str:
    """Return the character of a code as PDFium gives it: perhaps the second half of a pair, perhaps unknown (0)."""
    if _HYPHEN_AT_LINE_END < code < _HIGH.start:
        return chr(code)
    if code in _LOW and high:
        return chr(0x10000 + (high - _HIGH.start) * 0x400 + code - _LOW.start)
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    return chr(piece(code)) if code and code not in _LOW and code <= 0x10FFFF else "\ufffd"


def _is_continuation(run: Run, glyph: _Glyph) -> bool:
    """Tell whether the glyph is of the run's face, on its baseline, to its right, and within an em of it."""
    face = glyph.face
    return (
        glyph.before != "\n"
        and face.bold == run.bold
        and face.fixed == run.fixed
        and face.maths == run.maths
        and _is_level(run, glyph)
        and run.lefts[-1] - 0.3 * run.size < glyph.left < run.right + run.size
    )


def _is_level(run: Run, glyph: _Glyph) -> bool:
    return glyph.turn == run.turn and abs(glyph.baseline - run.baseline) < 0.12 * run.size


def _add(run: Run, chars: str, left: float, right: float) -> None:
    """Add what one glyph shows: a character, perhaps with a combining mark."""
    run.text += chars
    run.lefts += [left] * len(chars)
    run.rights += [right] * len(chars)


def _begin_run(text: Any, glyph: _Glyph) -> Run:
    """Return a run that begins with the glyph; the size is asked once for all of it."""
    matrix = pdfium.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(text, glyph.place, matrix) else 1.0
    face = glyph.face
    run = Run("", [], [], glyph.baseline, glyph.nominal * (scale or 1.0), face.bold, face.fixed, glyph.turn)
    run.maths, run.spaced = face.maths, glyph.before == " "
    _add(run, glyph.char, glyph.left, glyph.right)
    return run


def _face(text: Any, index: int) -> Face:
    buffer, flags = create_string_buffer(128), c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 128, byref(flags))
    return face_of(buffer.value.decode("utf-8", "replace"), flags.value)
