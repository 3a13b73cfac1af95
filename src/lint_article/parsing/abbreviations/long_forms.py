"""The words that an abbreviation in brackets is made of, by the method of Schwartz and Hearst (2003)."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\s()\[\]]+")
_MOST_WORDS = 5  # more than the abbreviation has letters
_SENTENCE_END = re.compile(r"[.;:!?]\s+(?=[A-Z])|[()\[\]]|\n\s*\n")


def find_long_form(short: str, text: str, end: int) -> int | None:
    """Return where the words begin that end at `end` and whose letters make the short form; None if they do not.

    Its letters are there in their order, and the first one begins a word.
    """
    start = max(end - 12 * (len(short) + _MOST_WORDS), 0)
    for stop in _SENTENCE_END.finditer(text, start, end):
        start = stop.end()
    words = [match.start() for match in _WORD.finditer(text, start, end)][
        -min(len(short) + _MOST_WORDS, 2 * len(short)) :
    ]
    if not words:
        return None
    at = end
    letters = [sign for sign in short.lower() if sign.isalnum()]
    for position in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= words[0] and not _is_match(text, at, letters[position], is_first=position == 0):
            at -= 1
        if at < words[0]:
            return None
    return at if end - at > len(short) + 1 else None


def _is_match(text: str, at: int, letter: str, *, is_first: bool) -> bool:
    return text[at].lower() == letter and not (is_first and text[at - 1 : at].isalnum())
