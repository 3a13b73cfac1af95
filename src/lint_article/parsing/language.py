"""A text's words, and which language it is written in by the commonest of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from lint_article.vocabulary import by_language

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_SHARE = 0.04  # of a text's words; lists of names and tables have fewer function words
_LEAST = 3  # function words; fewer show nothing
_SECOND_SHARE = 0.15  # of the first language's function words: an abstract, quotations
FUNCTION_WORDS: Mapping[str, frozenset[str]] = {tag: frozenset(of) for tag, of in by_language("function-word").items()}


@lru_cache(maxsize=2)
def vocabulary(text: str) -> Counter[str]:
    """Return how often each word of two letters or more stands in a text, in lower case."""
    return Counter(_WORD.findall(text.lower()))


@lru_cache(maxsize=2)
def guess_languages(text: str) -> tuple[str, ...]:
    """Return the BCP 47 tags of the languages of a text, the first one its main language; empty if none is clear."""
    words = vocabulary(text)
    seen = {language: sum(words[word] for word in known) for language, known in FUNCTION_WORDS.items()}
    ranked = sorted(seen, key=lambda language: -seen[language])
    first = seen[ranked[0]]
    if first < max(_LEAST_SHARE * words.total(), _LEAST):
        return ()
    return tuple(
        language
        for language in ranked
        if seen[language] >= _SECOND_SHARE * first and _apart(language, ranked[0], words)
    )


def _apart(language: str, first: str, words: Counter[str]) -> bool:
    """Tell whether a language shows more than the words that it shares with the first one."""
    own = FUNCTION_WORDS[language] - FUNCTION_WORDS[first]
    shown = sum(1 for word in own if words[word] > 1)
    return language == first or 3 * shown >= len(own)
