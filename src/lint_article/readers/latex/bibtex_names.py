"""Names in an author field, by the rules of BibTeX: `First von Last`, `von Last, First`, `von Last, Jr, First`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"\\.|[{}]|\s+and(?=\s)\s*|,|\s+|[^\\{},\s]+", re.DOTALL)
_Range = tuple[int, int]


class BibName(NamedTuple):
    """Where a name's parts stand; `literal`: the name of a group, whole in braces; `others`: it stands for more names.

    `given_first`: the given names come before the family name.
    """

    family: _Range
    given: _Range | None = None
    literal: bool = False
    others: bool = False
    given_first: bool = False


def names_in(text: str, start: int, end: int) -> Iterator[BibName]:
    """Give the names of the field that stands at `start` to `end`."""
    words: list[_Range] = []
    commas: list[int] = []
    for sign, word in _tokens(text, start, end):
        if sign == "and":
            yield from _name(text, words, commas)
            words, commas = [], []
        elif sign == ",":
            commas.append(len(words))
        else:
            words.append(word)
    yield from _name(text, words, commas)


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[str, _Range]]:
    """Give the words, commas and `and`s that stand outside of braces."""
    depth = 0
    word = -1
    for match in _TOKEN.finditer(text, start, end):
        sign = match.group()
        apart = depth == 0 and (sign.isspace() or sign == "," or (sign[0].isspace() and sign.strip() == "and"))
        if apart:
            if word >= 0:
                yield "", (word, match.start())
            word = -1
            if not sign.isspace():
                yield sign.strip(), match.span()
            continue
        word = match.start() if word < 0 else word
        depth = max(depth + (sign == "{") - (sign == "}"), 0)
    if word >= 0:
        yield "", (word, end)


def _name(text: str, words: list[_Range], commas: list[int]) -> Iterator[BibName]:
    if not words:
        return
    start, end = words[0][0], words[-1][1]
    whole = text[start:end]
    if whole == "others":
        yield BibName((start, end), others=True)
    elif commas and 0 < commas[0] < len(words):
        last = commas[-1] if commas[-1] < len(words) else commas[0]
        yield BibName((start, words[commas[0] - 1][1]), (words[last][0], end))
    elif len(words) == 1 or commas:
        yield BibName((start, end), literal=text[start] == "{")
    else:
        family = _family_from(text, words)
        yield BibName((words[family][0], end), (start, words[family - 1][1]), given_first=True)


def _family_from(text: str, words: list[_Range]) -> int:
    """Return the index of the first word of the family name: a particle in lower case, else the last word."""
    lower = (i for i, (start, _) in enumerate(words[1:-1], 1) if text[start].islower())
    return next(lower, len(words) - 1)
