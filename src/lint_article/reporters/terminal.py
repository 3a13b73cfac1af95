"""Text on a terminal: what may be printed of a manuscript, and how wide it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Controls, half characters, ends of lines and paragraphs, and what turns the direction of the text.
_STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str, keep: str = "") -> str:
    """Return the text with a sign for each character that would steer a terminal or end the line.

    `keep` holds characters that may pass all the same.
    """
    return _STEERS.sub(lambda match: match[0] if match[0] in keep else _sign(match[0]), text)


def cells(text: str) -> int:
    """Return how many columns of a terminal the text takes up."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _sign(char: str) -> str:
    if char in "\t\n\r":
        return " "
    code = ord(char)
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
