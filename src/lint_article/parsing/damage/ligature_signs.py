"""What a sign in a broken word may stand for: ligatures of fonts, with how often each stands in running text."""

from __future__ import annotations

from collections.abc import Mapping

LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
"""The ligatures that nearly every text font has."""

USUAL: Mapping[str, float] = {"fi": 0.46, "fl": 0.13, "ff": 0.14, "ffi": 0.08, "ffl": 0.01, "f": 0.15}
"""How often each stands in English running text, among all of them; f alone: a sign for one letter of the ligature."""

SETS = ("ti", "tt", "ft", "Th", "tti", "fft")
"""Ligatures that a font has together: Calibri, Carlito and Minion, among others."""

RARE: Mapping[str, float] = {
    "ti": 0.01,
    "tt": 0.005,
    **dict.fromkeys(("ft", "Th"), 0.003),
    **dict.fromkeys(("tti", "fft", "tf", "fj", "ffj", "fb", "fh", "fk", "ffb", "ffh", "ffk", "st", "ct"), 0.0005),
}
"""Ligatures of some fonts only, with how often a sign stands for each."""

PAIRS = frozenset(first + second for first in (*LIGATURES, "ti", "tt") for second in (*LIGATURES, "ti", "tt"))
"""Two ligatures in a row, as in `identified` where `ti` is one."""

ACCENTED = tuple("áàâãäåæçéèêëíìîïñóòôõöøœúùûüýßšžčřěůąęłńśźżđğışț")
"""Letters that programs lose to U+FFFD when they take one encoding for another."""

PRIOR: Mapping[str, float] = {**dict.fromkeys(ACCENTED, 0.02), **USUAL, **RARE}

# Where TeX's T1 and OT1 encodings (Ferguson et al., Cork 1990; Knuth, Computer Modern) have their ligatures.
_PLACES = {27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 11: "ff", 12: "fi", 14: "ffi", 15: "ffl"}
ENCODED: Mapping[str, str] = {
    sign: filling for place, filling in _PLACES.items() for sign in (chr(place), f"(cid:{place})")
}
"""Signs that are a ligature's place in an encoding of TeX."""

LIGATURES_OF_T1: Mapping[str, str] = {
    sign: filling for sign, filling in ENCODED.items() if sign in "\x1b\x1c\x1d\x1e\x1f"
}
"""The control characters that only T1 has ligatures at."""

MARKS_OF_T1 = frozenset(map(chr, range(0x0D, 0x17))) - {"\r"}
"""Where T1 has quotation marks and dashes."""

CATCH_ALL = frozenset("\ufffd?")
"""Signs that programs put for whatever they could not read."""
