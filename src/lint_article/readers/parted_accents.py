"""Accents that a converter made out of two glyphs: it puts a space behind each, as in `Lo´ pez`."""

from __future__ import annotations

import re

from lint_article.text import Span

_PARTED = re.compile(r"[^\W\d_][\u0300-\u030c\u0327\u0328](?P<gap> )(?=(?P<rest>[^\W\d_]+))")
_COMPOSED = re.compile(r"[À-ÖØ-öø-ž]")
_WORD = re.compile(r"(?<![\u0300-\u036f] )(?<![^\W\d_])[^\W\d_]+")
_FEWEST = 3  # different rests that show it
_LETTERS_AS_WORDS = frozenset("aeiouy")  # `José y María`


def find_parted_accents(raw: str) -> list[Span]:
    """Return the spaces behind accents that part words, if the text shows that a converter made them.

    It has other letters with their accents as one character, and most of what stands behind the spaces is no word that
    it has elsewhere. A text whose accents all are characters of their own is written so; its spaces part words.
    """
    found = [match for match in _PARTED.finditer(raw) if match["rest"][0].islower()]
    rests = {match["rest"] for match in found}
    if len(rests) < _FEWEST or not _COMPOSED.search(raw):
        return []
    words = _LETTERS_AS_WORDS | {word for word in _WORD.findall(raw) if len(word) > 1}
    if 2 * len(rests & words) > len(rests):
        return []
    return [Span(*match.span("gap")) for match in found if match["rest"] not in words]
