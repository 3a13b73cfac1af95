"""What the name of a face tells: bold, typewriter, mathematics, and which sign a glyph is that has no Unicode."""

from __future__ import annotations

import re
from functools import lru_cache

from lint_article.dataclass import dataclass

_FIXED_PITCH, _FORCE_BOLD = 1, 1 << 18
_SUBSET = re.compile(r"[A-Z]{6}\+")
# Words for weights, TeX's own names (`cmbx10`, `sfb1000`), and the short forms of foundries: `-BdCn`, `Hv`, `.B`.
_BOLD = re.compile(
    r"(?i:bold|black|heavy|medi|demi|bx|^(?:cm|ec|sf)b[0-9])|[a-z-](?:Bd|Blk|Hv|Sb|SmBd|XBd)(?![a-z])|[.-]BI?$"
)
# TeX's own faces have typewriter as `tt` behind the name of the family: cmtt10, ectt1000, cmvtt10, txtt.
_TEX_TYPEWRITER = r"^(?:cm|cs|ec|la|lm|pl|px|sf|tc|t1x|tx|rtx|vn)(?:sl|v|i)?tt(?:[0-9]|$)|^(?:ec|sf)[siv]t[0-9]"
_TYPEWRITER = re.compile(rf"(?i)mono|monl|courier|typewriter|consolas|^cmtcsc[0-9]|{_TEX_TYPEWRITER}")
_MATHS = re.compile(r"(?i)math|^(?:cm|lm)(?:mi|sy|ex|bsy)|^(?:ms[ab]m|eu[fs][mb]|rsfs|stmary|r?[pt]x(?:mi|sy|ex))")

# TeX's encodings of mathematics, 16 codes in a row (`fontmath.ltx`; D. Knuth, Computer Modern Typefaces); spaces only
# part the rows, "\0" is a code without a sign here.
_EXTENSION = r"""
()[]⌊⌋⌈⌉{}⟨⟩|‖/\ ()()[]⌊⌋⌈⌉{}⟨⟩/\ ()[]⌊⌋⌈⌉{}⟨⟩/\/\ ⎛⎞⎡⎤⎣⎦⎢⎥⎧⎫⎩⎭⎨⎬⎪⏐
⎝⎠⎜⎟⟨⟩⊔⊔∮∮⨀⨀⨁⨁⨂⨂ ∑∏∫⋃⋂⨄⋀⋁∑∏∫⋃⋂⨄⋀⋁ ∐∐ˆˆˆ˜˜˜[]⌊⌋⌈⌉{} √√√√√
"""
_LETTERS = "ΓΔΘΛΞΠΣΥΦΨΩαβγδϵ ζηθικλμνξπρστυϕχ"
_SIGNS = """
−·×∗÷⋄±∓⊕⊖⊗⊘⊙◯∘• ≍≡⊆⊇≤≥⪯⪰∼≈⊂⊃≪≫≺≻ ←→↑↓↔↗↘≃⇐⇒⇑⇓⇔↖↙∝ ′∞∈∋△▽\0\0∀∃¬∅ℜℑ⊤⊥
"""
_ENCODINGS = tuple(
    (re.compile(pattern), "".join(rows.split()))
    for pattern, rows in (
        ("CMEX|MathExtension|Extension-10|[pt]xex", _EXTENSION),
        ("CMMI|MathItalic|[pt]xmi", _LETTERS),
        ("CMSY|MathSymbols|[pt]xsy", _SIGNS),
    )
)
# Adobe's private codes for the pieces of tall brackets (Unicode Consortium, mapping of Adobe's Symbol encoding).
_PIECES = dict(zip(range(0xF8EB, 0xF8FF), map(ord, "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭"), strict=True))


@dataclass(frozen=True, slots=True)
class Face:
    """A face of type: its name without the mark of a subset; bold, a typewriter face (fixed), made for mathematics."""

    name: str
    bold: bool
    fixed: bool
    maths: bool


@lru_cache(maxsize=256)
def face_of(name: str, flags: int) -> Face:
    """Return the face of a name as it stands in the file and of the flags of its descriptor.

    Its weight says nothing: it is worked out from the width of stems, which makers of subsets fill in at random.
    """
    name = _SUBSET.sub("", name, count=1)
    bold, fixed = flags & _FORCE_BOLD, flags & _FIXED_PITCH
    maths = bool(_MATHS.search(name))
    return Face(name, bool(bold or _BOLD.search(name)), bool(fixed or _TYPEWRITER.search(name)), maths)


def symbol(name: str, code: int) -> str:
    """Return the sign that a glyph of mathematics is by its code in TeX's own encoding of that face, or ""."""
    encoding = next((signs for pattern, signs in _ENCODINGS if pattern.search(name)), "")
    return encoding[code].strip("\0") if code < len(encoding) else ""


def piece(code: int) -> int:
    """Return the code of a character, in Unicode's own place if it is a piece of a tall bracket."""
    return _PIECES.get(code, code)
