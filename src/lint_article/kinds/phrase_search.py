"""Finding thousands of phrases in one look at a text: only those all of whose words the text has are searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lint_article.text import Span
from lint_article.text.pattern import small_letters
from lint_article.vocabulary import letters_of, words_of

_ALIKE = str.maketrans({**dict.fromkeys("\t\n\r\v\f\xa0\u2009\u202f", " "), "’": "'"})


class _Phrase(NamedTuple):
    text: str
    words: frozenset[str]


class _View(NamedTuple):
    """A text as phrases are searched for in it: with single spaces in place of white space, and its words."""

    flat: str
    joined: str
    words: frozenset[str]


def find_phrases(text: str, phrases: tuple[str, ...], ignore_case: bool = True) -> list[tuple[Span, int]]:
    """Return where phrases are, as whole words, with the index of each; not in order, and some may overlap.

    White space is as wide as it may be, and an apostrophe may be straight or curly.
    """
    flat, joined, known = _view(text, ignore_case)
    return [
        (span, index)
        for index, phrase in enumerate(_prepare(phrases, ignore_case))
        if phrase.words <= known and phrase.text in joined
        for span in _find(phrase.text, flat, joined)
    ]


def longest(found: Iterable[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Return finds in order, without those that begin in another one; of two at one place, the longer remains."""
    kept: list[tuple[Span, int]] = []
    for span, index in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if not kept or kept[-1][0].end <= span.start:
            kept.append((span, index))
    return kept


@lru_cache(maxsize=4)
def _view(text: str, ignore_case: bool) -> _View:
    flat = (small_letters(text) if ignore_case else text).translate(_ALIKE)
    return _View(flat, " ".join(flat.split()), words_of(text))


@lru_cache(maxsize=10_000)
def _prepare(phrases: tuple[str, ...], ignore_case: bool) -> list[_Phrase]:
    spelt = (" ".join(phrase.translate(_ALIKE).split()) for phrase in phrases)
    return [_Phrase(one.lower() if ignore_case else one, letters_of(one)) for one in spelt]


def _find(phrase: str, flat: str, joined: str) -> Iterator[Span]:
    starts = list(_starts(phrase, flat))
    if " " not in phrase or len(starts) >= joined.count(phrase):
        ends = ((start, start + len(phrase)) for start in starts)
    else:
        wide = re.compile(" +".join(map(re.escape, phrase.split(" "))))
        ends = (match.span() for match in wide.finditer(flat))
    for start, end in ends:
        if not (_is_word(flat, start - 1) and _is_word(flat, start)) and not (
            _is_word(flat, end - 1) and _is_word(flat, end)
        ):
            yield Span(start, end)


def _starts(phrase: str, text: str) -> Iterator[int]:
    start = text.find(phrase)
    while start >= 0:
        yield start
        start = text.find(phrase, start + 1)


def _is_word(text: str, at: int) -> bool:
    """Tell whether a word's character is at an offset, which may lie outside the text."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")
