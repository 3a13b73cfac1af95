"""Signs that a file gives private codes, as those of Symbol and Wingdings: what they are by the public tables."""

from __future__ import annotations

import re

# Adobe's Symbol encoding (psyr.afm and the Adobe Glyph List): the codes from 0x21 and those from 0xA1 on. U+FFFD stands
# for a code without a sign of its own.
_SYMBOL = (
    (0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_⎯αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
    (0xE6, "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
# The marks of lists and of boxes in Wingdings (Unicode Consortium, Wingdings to Unicode).
_WINGDINGS = (
    (0x6C, "●❍■□"),
    (0x71, "❑❒⬧⧫◆❖"),
    (0x9E, "·•"),
    (0xA7, "▪◻"),
    (0xD8, "➢"),
    (0xDF, "←→↑↓"),
    (0xFB, "✗✓☒☑"),
)
_LATIN = ((0x20, "".join(map(chr, range(0x20, 0x7F)))),)
_FACES = (
    ("symbol", _SYMBOL),
    ("wingdings", _WINGDINGS),
    *(
        (name, _LATIN)
        for name in ("arial", "calibri", "cambria", "courier", "helvetica", "sansserif", "serif", "times")
    ),
)
_PRIVATE = re.compile("[\uf020-\uf0fe\uf642-\uf64c\uf721-\uf7ff]")
_BASE = 0xF000
# Adobe's private codes for old-style figures and for small capitals, in faces of any name (Adobe Glyph List,
# `Asmall` and `zerooldstyle`); those from 0xF642 on are the figures of Minion and its like.
_ADOBE = (
    (0x642, "%0123456789"),
    (0x721, "!"),
    (0x724, "$"),
    (0x726, "&"),
    (0x730, "0123456789"),
    (0x73F, "?"),
    (0x761, "abcdefghijklmnopqrstuvwxyz"),
    (0x7A1, "¡¢"),
    (0x7BF, "¿"),
    (0x7E0, "".join(map(chr, range(0xE0, 0x100))).replace("÷", "\ufffd")),
)


def read_private(chars: str, face: str) -> str:
    """Return the characters, with the signs of such a face in place of its private codes."""
    if not _PRIVATE.search(chars):
        return chars
    table = next((table for name, table in _FACES if face.lower().startswith(name)), ())
    return chars.translate(
        {
            _BASE + first + at: sign
            for first, signs in (*table, *_ADOBE)
            for at, sign in enumerate(signs)
            if sign != "\ufffd"
        }
    )
