"""Colours for a terminal, or none."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TextIO

Style = Callable[[str, str], str]

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def style_for(stream: TextIO, choice: str = "auto") -> Style:
    """Return how to style text on a stream; `choice` is auto, always or never (NO_COLOR, FORCE_COLOR are heeded)."""
    return _colour if _is_wanted(stream, choice) else plain


def _is_wanted(stream: TextIO, choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _colour(name: str, text: str) -> str:
    return f"\x1b[{_CODES[name]}m{text}\x1b[0m"


def plain(_name: str, text: str) -> str:
    """Return the text without colours."""
    return text
