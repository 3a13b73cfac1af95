"""Where a word stands by itself: a plain search finds it many times faster than a pattern with the ends of words."""

from __future__ import annotations

from collections.abc import Iterator


def find_whole(text: str, words: str) -> Iterator[int]:
    """Yield where a word, or several with what is between them, begins and is no part of a longer word (code points).

    Letters, digits and `_` belong to words, as for `\\w` in a pattern.
    """
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (_is_part(text[at - 1 : at]) or _is_part(text[end : end + 1])):
            yield at
        at = text.find(words, at + 1)


def has_whole(text: str, words: str) -> bool:
    """Tell whether a word, or several, stand in the text as no part of a longer word."""
    return next(find_whole(text, words), -1) >= 0


def _is_part(char: str) -> bool:
    return char.isalnum() or char == "_"
