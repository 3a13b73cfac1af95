"""Words that no list has and that are one slip away from a single frequent English word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from lint_article.spelling.neighbours import is_key_beside
from lint_article.spelling.sums import select_listed

_SHORTEST, _LONGEST = 7, 20  # letters
_END = 3  # letters at an end; one slip leaves those of one end alone
_VOWELS = frozenset("aeiouy")
_CUSTOM = re.compile("(?<=o)u(?=r)|[ao](?=e)")  # what British spellings have and American ones have not
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips(words: Iterable[str]) -> Mapping[str, str]:
    """Return the words that are one slip away from a frequent word, and that no list of words has.

    A slip is a letter added, lost or replaced, or two neighbours swapped; the first and the last letter stay. Proteins
    end like `expansin`, which is no `expansion`.
    """
    fitting = [word for word in words if _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()]
    unknown = set(fitting) - select_listed("known", fitting)
    unknown -= select_listed("rare", unknown)
    found = {word: _frequent_beside(word) for word in sorted(unknown)}
    return {word: near[0] for word, near in found.items() if len(near) == 1}


def beside(word: str) -> set[str]:
    """Return the listed words that are one letter, or two neighbours swapped, away from a word."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    strings = {a + b[1:] for a, b in cuts} | {a + b[1::-1] + b[2:] for a, b in cuts}
    strings |= {a + one + rest for a, b in cuts for one in _LETTERS for rest in (b, b[1:])}
    return select_listed("known", strings) - {word}


def has_frequent_beside(word: str) -> bool:
    """Tell whether a frequent word is one slip away."""
    return bool(_frequent_beside(word))


@lru_cache(maxsize=4096)
def _frequent_beside(word: str) -> tuple[str, ...]:
    heads, tails = _frequent()
    near = {*heads.get(word[:_END], ()), *tails.get(word[-_END:], ())}
    return tuple(right for right in sorted(near) if is_slip(word, right))


def is_slip(word: str, right: str) -> bool:
    """Tell whether one slip leads from one word to the other; a letter is replaced by one that it is like or beside."""
    if (
        word[0] != right[0]
        or word[-1] != right[-1]
        or abs(len(word) - len(right)) > 1
        or _CUSTOM.sub("", word) == _CUSTOM.sub("", right)
    ):
        return False
    if right == word[:-1] + "on" and word.endswith("in"):
        return False
    if len(word) != len(right):
        shorter, longer = sorted((word, right), key=len)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(shorter)))
    differing = [at for at, (a, b) in enumerate(zip(word, right, strict=True)) if a != b]
    if len(differing) == 1:
        return _is_like(word[differing[0]], right[differing[0]])
    first, last = differing[0], differing[-1]
    return last == first + 1 and word[first : last + 1] == right[last] + right[first]


def _is_like(a: str, b: str) -> bool:
    return {a, b} <= _VOWELS or is_key_beside(a, b)


@cache
def _frequent() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """Return the frequent words by their first letters, and by their last."""
    heads, tails = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for word in Path(__file__).with_name("frequent.txt").read_text("ascii").split():
        heads[word[:_END]].append(word)
        tails[word[-_END:]].append(word)
    return heads, tails
