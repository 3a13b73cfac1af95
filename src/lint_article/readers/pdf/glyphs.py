"""The glyphs of a page through PDFium, stretch by stretch; only this file and `pdfium` know the library.

PDFium spells ligature glyphs out (fi, ffl), tells where a gap is a space, and skips glyphs printed twice. Signs of
mathematics that it cannot name are read by the encoding of their face. What is asked for each glyph is asked in tight
loops, a page at a time; what its text object (the glyphs that one operator of the file shows) has in common, once.
"""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Sequence
from ctypes import CFUNCTYPE, byref, c_double, c_int, c_uint, c_ushort, c_void_p, cast, create_string_buffer
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from lint_article.readers.pdf.fonts import Face, face_of, piece, symbol
from lint_article.readers.pdf.model import Area, Edges
from lint_article.readers.symbol_faces import read_private

_HYPHEN_AT_LINE_END, _HYPHEN_IN_TEXT = "\x02", "\ufffe"  # glyph by glyph, and in the text of a page
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_QUARTER = math.pi / 2
_ASLANT = 0.1  # quarter turns off the upright: what is stamped over a page is not read
_STRIDE = 8  # glyphs of one text object stand side by side, so that not each is asked for its object
_BACK, _AHEAD = 0.3, 1.0  # ems to the left and to the right within which the next glyph of a run begins
# White space as PDFium sets it; control characters are glyphs without a name, though Python splits words at some.
_BLANKS = "\t \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD = rf"[^\n\r{_BLANKS}{_HYPHEN_AT_LINE_END}]+"
_WORDS = re.compile(rf"{_WORD}(?:[{_BLANKS}]+{_WORD})*{_HYPHEN_AT_LINE_END}?|{_HYPHEN_AT_LINE_END}")
_GAP = re.compile(rf"[{_BLANKS}]+")
_UNNAMED = re.compile("[\0\ud800-\udfff\uf8eb-\uf8fe]")
_POINTS = 300  # signs on a page that are the points of a plot, set as glyphs
_PALE = 150  # of 255: the least that each colour of pale type has

# Functions of PDFium that take bare addresses: they are called for each glyph, and to make a pointer takes time.
_raw = {
    name: CFUNCTYPE(result, c_void_p, c_int, *more)(cast(getattr(pdfium, f"FPDFText_{name}"), c_void_p).value or 0)
    for name, result, more in (
        ("GetUnicode", c_uint, ()),
        ("GetTextObject", c_void_p, ()),
        ("GetLooseCharBox", c_int, (c_void_p,)),
    )
}
Move = Callable[[float, float], tuple[float, float]]


class GlyphSetting(NamedTuple):
    """What all glyphs of a text object have in common.

    `size` is the one that is seen, `turn` the quarter turns to the right that set them upright. `pale`: in light
    colour.
    """

    baseline: float
    size: float
    turn: int
    face: Face
    pale: bool


class GlyphPiece(NamedTuple):
    """Glyphs of one text object side by side, with single spaces between words.

    `before` is the white space that stands before them: a space, a line end, or nothing. The edges are those of advance
    widths, in points, so that letters of one word touch; a space reaches from one word to the next.
    """

    chars: str
    before: str
    lefts: Edges
    rights: Edges
    setting: GlyphSetting


def pieces_of(text: Any, moves: Sequence[Move], visible: Area) -> Iterator[GlyphPiece]:
    """Give the visible pieces of a page's text in the order of the file.

    `moves` set a place upright, by quarter turns.
    """
    chars, places, boxes = _glyphs(text)
    points = _points(chars)
    before = ""
    for start, end in pairwise(_objects(text, places)):
        if points and points.issuperset(chars[start:end].strip()):
            before = _white_space(" ", before)
            continue
        stretches = [words.span() for words in _WORDS.finditer(chars, start, end)]
        at = start
        setting = _setting(text, places[stretches[0][0]], moves, visible) if stretches else None
        for first, last in stretches:
            before = _white_space(chars[at:first], before)
            at = last
            if setting:
                yield from _pieces(text, chars[first:last], before, places[first:last], boxes, setting, moves)
                before = "\n" if chars[last - 1] == _HYPHEN_AT_LINE_END else ""
        before = _white_space(chars[at:end], before)


def _glyphs(text: Any) -> tuple[str, Sequence[int], array[float]]:
    """Return the characters of a page, the number that each has in PDFium, and all edges: left, top, right, bottom."""
    count, handle = pdfium.FPDFText_CountChars(text), cast(text, c_void_p).value
    boxes = array("f", bytes(16 * count))
    box_at, address = _raw["GetLooseCharBox"], boxes.buffer_info()[0]
    for index in range(count):
        box_at(handle, index, address + 16 * index)
    chars = _units(text, count)
    if not _UNNAMED.search(chars):
        return chars, range(count), boxes
    codes = [ord(unit) for unit in chars]
    places = [at for at in range(count) if not (codes[at] in _HIGH and at + 1 < count and codes[at + 1] in _LOW)]
    return "".join(_char(codes, at) for at in places), places, boxes


def _units(text: Any, count: int) -> str:
    """Return the UTF-16 units of a page's glyphs; the text as a whole, if it has one for each, is the faster way."""
    buffer = (c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        return "".join(map(chr, buffer[:count])).replace(_HYPHEN_IN_TEXT, _HYPHEN_AT_LINE_END)
    code_at, handle = _raw["GetUnicode"], cast(text, c_void_p).value
    return "".join(chr(code_at(handle, index)) for index in range(count))


def _points(chars: str) -> set[str]:
    """Return the signs that a page has so many of that they are the points of a plot: no table has as many."""
    signs = {char for char in set(chars) if unicodedata.category(char) == "So"}
    return {sign for sign in signs if chars.count(sign) >= _POINTS}


def _char(codes: Sequence[int], at: int) -> str:
    """Return the character of a code as PDFium gives it: perhaps the second half of a pair, perhaps unknown (0)."""
    code = codes[at]
    if code in _LOW and at and codes[at - 1] in _HIGH:
        return chr(0x10000 + (codes[at - 1] - _HIGH.start) * 0x400 + code - _LOW.start)
    return chr(piece(code)) if code and code not in _HIGH and code not in _LOW else "\ufffd"


def _objects(text: Any, places: Sequence[int]) -> list[int]:
    """Return where the glyphs of each text object begin, in order, and where the last ones end.

    What PDFium adds, as line ends, has no object, and so tells nothing about what stands up to the next one.
    """
    handle, object_at = cast(text, c_void_p).value, _raw["GetTextObject"]
    starts, count, at = [0], len(places), 0
    here = object_at(handle, places[0]) if count else None
    while at + 1 < count:
        step = min(at + _STRIDE, count - 1) if here else at
        if step > at and object_at(handle, places[step]) == here:
            at = step
            continue
        at += 1
        found = object_at(handle, places[at])
        if found != here:
            starts.append(at)
            here = found
    return [*starts, count]


def _white_space(chars: str, before: str) -> str:
    """Return what stands before the next glyph, behind more white space."""
    if not chars:
        return before
    return "\n" if before == "\n" or "\n" in chars or "\r" in chars else " "


def _setting(text: Any, place: int, moves: Sequence[Move], visible: Area) -> GlyphSetting | None:
    """Return what a glyph's text object sets for all of its glyphs; None for what is set aslant or cannot be seen."""
    turns = pdfium.FPDFText_GetCharAngle(text, place) / _QUARTER
    if abs(turns - round(turns)) > _ASLANT:
        return None
    turn, x, y = -round(turns) % 4, c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, place, byref(x), byref(y))
    if not visible.is_around(x.value, y.value):
        return None
    matrix = pdfium.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(text, place, matrix) else 1.0
    size = pdfium.FPDFText_GetFontSize(text, place) * (scale or 1.0)
    baseline = moves[turn](x.value, y.value)[1]
    return GlyphSetting(baseline, size, turn, _face(text, place), _is_pale(text, place))


def _pieces(
    text: Any,
    chars: str,
    before: str,
    places: Sequence[int],
    boxes: array[float],
    setting: GlyphSetting,
    moves: Sequence[Move],
) -> Iterator[GlyphPiece]:
    """Give words in pieces, parted where the next glyph does not stand beside the one before it."""
    if setting.face.maths:
        chars = "".join(
            char if char == " " else _sign(text, at, setting.face) or char
            for at, char in zip(places, chars, strict=True)
        )
    chars = read_private(chars.replace(_HYPHEN_AT_LINE_END, "-"), setting.face.name)
    lefts, rights = _edges(places, boxes, moves[setting.turn] if setting.turn else None)
    chars, spaces = _with_single_spaces(chars, lefts, rights)
    back, ahead = _BACK * setting.size, _AHEAD * setting.size
    cuts = [
        at
        for at, (low, high, left) in enumerate(zip(lefts, rights, lefts[1:], strict=False), 1)
        if not low - back < left < high + ahead and " " not in chars[at - 1 : at + 1]
    ]
    cuts += [at + 1 for at in spaces if not lefts[at - 1] - back < lefts[at + 1] < rights[at - 1] + ahead]
    for start, end in pairwise([0, *sorted(cuts), len(chars)]):
        gap = " " if chars[max(start - 1, 0)] == " " else ""
        stop = end - (chars[end - 1] == " ")
        yield GlyphPiece(chars[start:stop], gap if start else before, lefts[start:stop], rights[start:stop], setting)


def _with_single_spaces(chars: str, lefts: Edges, rights: Edges) -> tuple[str, list[int]]:
    """Return the words with one space between them, each of which reaches from word to word, and where they are."""
    for gap in reversed([*_GAP.finditer(chars)]):
        start, end = gap.span()
        if gap[0] != " ":
            chars = f"{chars[:start]} {chars[end:]}"
            del lefts[start + 1 : end], rights[start + 1 : end]
    spaces = [at for at, char in enumerate(chars) if char == " "]
    for at in spaces:
        lefts[at], rights[at] = rights[at - 1], lefts[at + 1]
    return chars, spaces


def _edges(places: Sequence[int], boxes: array[float], move: Move | None) -> tuple[Edges, Edges]:
    """Return the left and the right edges of glyphs, after the move that sets them upright."""
    first, last = 4 * places[0], 4 * places[-1] + 4
    if move is None and last - first == 4 * len(places):
        return boxes[first:last:4], boxes[first + 2 : last : 4]
    lefts, rights = array("f"), array("f")
    for place in places:
        left, top, right, bottom = boxes[4 * place : 4 * place + 4]
        edges = sorted((move(left, bottom)[0], move(right, top)[0])) if move else (left, right)
        lefts.append(edges[0])
        rights.append(edges[1])
    return lefts, rights


def _sign(text: Any, place: int, face: Face) -> str:
    """Return the sign of mathematics that a glyph without Unicode is, or ""."""
    code = pdfium.FPDFText_GetUnicode(text, place)
    unknown = not code or pdfium.FPDFText_HasUnicodeMapError(text, place) == 1
    return symbol(face.name, code) if unknown else ""


def _is_pale(text: Any, place: int) -> bool:
    colours = [c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(text, place, *map(byref, colours)):
        return False
    *mixed, alpha = (colour.value for colour in colours)
    return min(255 - (255 - colour) * alpha / 255 for colour in mixed) > _PALE


def _face(text: Any, place: int) -> Face:
    buffer, flags = create_string_buffer(128), c_int()
    pdfium.FPDFText_GetFontInfo(text, place, buffer, 128, byref(flags))
    return face_of(buffer.value.decode("utf-8", "replace"), flags.value)
