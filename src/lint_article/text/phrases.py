"""Phrases that messages are put together from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category, name

_SCRIPTS = re.compile("latin|greek|cyrillic")


def count_of(number: int, one: str, many: str = "") -> str:
    """Return `1 file` or `2 files`; `many` is the plural of what does not simply take an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def series(items: Sequence[str], conjunction: str = "and") -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    *first, last = items
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def character_name(character: str) -> str:
    """Return a character's Unicode name as it is written in a sentence: `Latin small letter o`."""
    unnamed = "private-use character" if category(character) == "Co" else "control character"
    return _SCRIPTS.sub(lambda script: script[0].title(), name(character, unnamed).lower())
