"""A text's words, and which language it is written in by the commonest of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from unicodedata import normalize

from lint_article.vocabulary import by_language

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_SHARE = 0.04  # of a text's words; lists of names and tables have fewer function words
_LEAST = 3  # function words; fewer show nothing
_SECOND_SHARE = 0.15  # of the first language's function words: an abstract, quotations
_SHOWN = 7  # function words that the first language has not, each more than once
_NEAR_SHARE = 0.5  # in a passage: kindred languages, of which neither is ruled out
FUNCTION_WORDS: Mapping[str, frozenset[str]] = {tag: frozenset(of) for tag, of in by_language("function-word").items()}
_LANGUAGES_OF = {
    word: [tag for tag, of in FUNCTION_WORDS.items() if word in of]
    for word in frozenset().union(*FUNCTION_WORDS.values())
}


@lru_cache(maxsize=2)
def vocabulary(text: str) -> Counter[str]:
    """Return how often each word of two letters or more stands in a text, in lower case."""
    return Counter(_WORD.findall(normalize("NFC", text).lower()))


@lru_cache(maxsize=2)
def guess_languages(text: str) -> tuple[str, ...]:
    """Return the BCP 47 tags of the languages of a text, the first one its main language; empty if none is clear."""
    words = vocabulary(text)
    seen = _count_function_words(words)
    first = next(iter(seen), "")
    return tuple(
        language
        for language in seen
        if seen[language] >= _SECOND_SHARE * seen[first] and _is_distinct(language, first, words)
    )


@lru_cache(maxsize=1024)
def languages_shown(passage: str) -> tuple[str, ...]:
    """Return the languages that a short stretch may be in by its function words; empty if it has too few of them."""
    seen = _count_function_words(Counter(_WORD.findall(normalize("NFC", passage).lower())))
    first = max(seen.values(), default=0)
    return tuple(language for language, count in seen.items() if count >= _NEAR_SHARE * first)


def _count_function_words(words: Counter[str]) -> dict[str, int]:
    """Return how many function words of each language there are, most first; nothing if they are too few."""
    seen = dict.fromkeys(FUNCTION_WORDS, 0)
    for word in words.keys() & _LANGUAGES_OF.keys():
        for language in _LANGUAGES_OF[word]:
            seen[language] += words[word]
    ranked = sorted(seen, key=lambda language: -seen[language])
    enough = seen[ranked[0]] >= max(_LEAST_SHARE * words.total(), _LEAST)
    return {language: seen[language] for language in ranked if seen[language]} if enough else {}


def _is_distinct(language: str, first: str, words: Counter[str]) -> bool:
    """Tell whether a language shows more than the words that it shares with the first one."""
    own = FUNCTION_WORDS[language] - FUNCTION_WORDS[first]
    shown = sum(1 for word in own if words[word] > 1)
    return language == first or shown >= min(_SHOWN, len(own) / 3)
