"""Signs of the Symbol and Wingdings faces that a file gives private codes: what they are by the public tables."""

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
_PRIVATE = re.compile("[\uf020-\uf0fe]")
_BASE = 0xF000


def read_private(chars: str, face: str) -> str:
    """Return the characters, with the signs of such a face in place of its private codes."""
    if not _PRIVATE.search(chars):
        return chars
    table = next((table for name, table in _FACES if face.lower().startswith(name)), ())
    return chars.translate(
        {_BASE + first + at: sign for first, signs in table for at, sign in enumerate(signs) if sign != "\ufffd"}
    )
