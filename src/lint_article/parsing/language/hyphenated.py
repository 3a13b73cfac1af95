"""Words in small letters that a text joins with a hyphen."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase

_SECOND = re.compile(r"-([a-z]{4,})(?![\w-])")
_SHORTEST, _LONGEST = 2, 20  # letters of the first word


@lru_cache(maxsize=2)
def hyphenated_words(text: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of words with one hyphen between them; the first has 2 to 20 letters, the second 4 or more."""
    found = ((_word_before(text, match.start()), match[1]) for match in _SECOND.finditer(text))
    return frozenset(pair for pair in found if pair[0])


def _word_before(text: str, end: int) -> str:
    """Return the whole word that ends at an offset, or ""."""
    near = text[max(end - _LONGEST - 1, 0) : end]
    before = near.rstrip(ascii_lowercase)
    word = near[len(before) :]
    is_whole = not (before[-1:].isalnum() or before.endswith(("_", "-")))
    return word if is_whole and _SHORTEST <= len(word) <= _LONGEST else ""
