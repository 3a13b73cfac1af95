"""The words of a reference and the marks between them."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

import regex

from lint_article.dataclass import dataclass
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import is_month

_WORD = Pattern(
    r"""
    ( (?:https?://|ftp://|www\.)[^\s<>]+ | (?:doi:)?10\.\d{4,9}/[^\s<>]+
    | </?\p{L}+>(*SKIP)(*FAIL)
    | [\w\ufffd]+(?:[-'’‐\u00ad&][\w\ufffd]+)* | & )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_SPACES = Pattern(r" {2,}")
_TAG = Pattern(r"</?\p{L}+>")
_YEAR = Pattern(r"(?:1[4-9]|20)\d\d[a-z]?")
_ADDRESS = Pattern(
    r"(?P<resolver>https?://(?:dx\.)?doi\.org/)|(?P<url>https?://|ftp://|www\.)|(?P<doi>(?:doi:)?10\.\d{4,9}/)",
    regex.IGNORECASE,
)
_ALIKE = {'"': "“”„«»‟", "-": "–—‐‑―−", "'": "‘’`´‚", " ": "\u00a0\n\t\r", ",": "，", ".": "。", ":": "：", ";": "；"}
_ALIKE |= {"(": "（", ")": "）"}
_SAME = str.maketrans({other: mark for mark, others in _ALIKE.items() for other in others})
_LONGEST_GAP = 6
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class EntryWords:
    """The words of one reference with their places, and `gaps`: what stands before each word and after the last one.

    `cases` has a letter for each word: I for an initial, else that which its shape begins with.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    shapes: list[str]
    cases: str


def read_line(text: str) -> EntryWords:
    """Return the words of a reference; their places are code points of its text."""
    pieces = _WORD.split(text)  # in turn what stands before a word, and the word
    borders = list(accumulate(map(len, pieces), initial=0))
    words, gaps = list(map(_cut_word, pieces[1::2])), list(map(_unify_gap, pieces[::2]))
    shapes = list(map(shape_of, words))
    cases = "".join(["I" if shape == "X" else shape[0] for shape in shapes])
    return EntryWords(words, borders[1:-1:2], borders[2::2], gaps, shapes, cases)


@lru_cache(8192)
def _unify_gap(gap: str) -> str:
    """Return what stands between two words in one form: one kind of quotation mark, of dash, of space."""
    if "<" in gap:
        gap = _TAG.sub("", gap)
    return _SPACES.sub(" ", gap.translate(_SAME))[:_LONGEST_GAP]


def _cut_word(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else word[:_LONGEST_WORD]


@lru_cache(16384)
def shape_of(word: str) -> str:
    """Return the kind of a word: year, month, url, doi, resolver, or what its letters look like (`Xx`, `XX`, `d3`)."""
    if word.isdigit():
        return "year" if len(word) == 4 and _YEAR.match(word) else f"d{min(len(word), 6)}"
    address = len(word) > 6 and _ADDRESS.match(word)
    if address:
        return address.lastgroup or ""
    if _YEAR.fullmatch(word):
        return "year"
    if (len(word) > 3 or word[0].isupper()) and is_month(word):
        return "month"
    return _letters(word)


def _letters(word: str) -> str:
    if word.isupper():
        return ("X", "XX", "XX")[len(word) - 1] if len(word) < 4 else "XXX"
    if word.islower():
        return ("x", "xx", "xx")[len(word) - 1] if len(word) < 4 else "xxx"
    if word[0].isupper():
        return "Xx" if word[1:].islower() else "XxX"
    if word[0].isdigit():
        return "dx"
    return "xd" if any(char.isdigit() for char in word) else "o"
