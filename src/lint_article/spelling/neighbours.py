"""Words that a text uses once and that are one slip away from a word that it uses often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.spelling.sums import select_listed

_SHORTEST, _LONGEST = 6, 30  # letters; what is longer is no word
_LONG = 8  # letters of a word that no other is like by chance
_DOUBLED = re.compile(r"([a-z])\1")
_LIGATURE = re.compile("[ao]e")
_VOWELS = frozenset("aeiouy")
_NOWHERE = (-9, -9)
_KEYS = {
    key: (row, column)
    for row, keys in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for column, key in enumerate(keys)
}
_OFTEN = 3  # times that a word is used which shows how it is spelled


def neighbours(counts: Mapping[str, int]) -> Mapping[str, str]:
    """Return the unknown words that are used once, each with the frequent word that it is one slip away from.

    A slip is a letter added, lost or replaced, or two neighbours swapped. Words that differ only at the end are forms
    of one word, and the first letter is hardly ever wrong.
    """
    single = [word for word, count in counts.items() if count == 1 and _is_long_enough(word) and word.isascii()]
    unknown = set(single) - select_listed("known", single)
    if not unknown:
        return {}
    near: dict[str, str] = {}
    shapes = {(word[0], word[-1], len(word) + change) for word in unknown for change in (-1, 0, 1)}
    for word, count in counts.items():
        if count >= _OFTEN and _is_long_enough(word) and (word[0], word[-1], len(word)) in shapes:
            near |= dict.fromkeys((word, *_leave_out(word)), word)
    found = ((word, near.get(part)) for word in unknown for part in (word, *_leave_out(word)))
    return {word: often for word, often in found if often and _is_slip(word, often)}


def _is_long_enough(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST


def _leave_out(word: str) -> Iterator[str]:
    """Yield the word without each of its letters but the first."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _is_slip(word: str, often: str) -> bool:
    """Tell whether one slip of the keyboard in the middle leads from one word to the other.

    A doubled letter or `oe` may be another custom, and another vowel another substance (`cellulase` and `cellulose`).
    """
    if _LIGATURE.sub("e", word) == _LIGATURE.sub("e", often):
        return False
    if word[-1] != often[-1] or abs(len(word) - len(often)) > 1:
        return False
    if len(word) != len(often):
        return _DOUBLED.sub(r"\1", word) != _DOUBLED.sub(r"\1", often)
    if word[-2] != often[-2]:
        return False
    differing = [at for at, (a, b) in enumerate(zip(word, often, strict=True)) if a != b]
    first, last = differing[0], differing[-1]
    if first == last:
        return len(word) >= _LONG and _is_key_slip(word[first], often[first])
    return last == first + 1 and word[first : last + 1] == often[last] + often[first]


def _is_key_slip(a: str, b: str) -> bool:
    return is_key_beside(a, b) and not {a, b} <= _VOWELS


def is_key_beside(a: str, b: str) -> bool:
    """Tell whether two keys of a typewriter touch."""
    (row, column), (other_row, other_column) = (_KEYS.get(key, _NOWHERE) for key in (a, b))
    return abs(row - other_row) <= 1 and abs(column - other_column) <= 1
