"""Text on a terminal: what may be printed of a manuscript, and how wide it is."""

from __future__ import annotations

import unicodedata

_BIDIRECTIONAL = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def visible(text: str, keep: str = "") -> str:
    """Return the text with a sign for each character that would steer a terminal or end the line.

    `keep` holds characters that may pass all the same.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if char in keep else _sign(char) for char in text)


def cells(text: str) -> int:
    """Return how many columns of a terminal the text takes up."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _sign(char: str) -> str:
    code = ord(char)
    if char in "\t\n\r":
        return " "
    if code < 0x20 or code == 0x7F:
        return "\u2421" if code == 0x7F else chr(0x2400 + code)
    category = unicodedata.category(char)
    steers = category in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(char) in _BIDIRECTIONAL
    return "\ufffd" if steers else char


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
