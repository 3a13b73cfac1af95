"""Names that are spelt almost alike; most pairs are told apart by their letters, without counting edits."""

from __future__ import annotations

from functools import lru_cache

from lint_article.dataclass import dataclass
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold

_LONG = 7  # letters of a name that may be two edits away
_FEWEST = 3
_BITS = 61
_HOLE = "\ufffd"


@dataclass(frozen=True, slots=True)
class NameShape:
    """A name folded and in small letters, each with the set of its letters as bits; `most` edits make another of it."""

    folded: str
    small: str
    folded_letters: int
    small_letters: int
    most: int
    has_hole: bool


@lru_cache(maxsize=20_000)
def find_shape(name: str) -> NameShape:
    """Return the shape of a name as printed."""
    folded, small = fold(name), name.casefold()
    most = 2 if len(folded) >= _LONG else 1
    return NameShape(folded, small, _letters(folded), _letters(small), most, _HOLE in folded or _HOLE in small)


def may_resemble(cited: NameShape, listed: NameShape) -> bool:
    """Tell whether it is worth counting edits: one of them changes the length by one, and the letters by two."""
    a, b, most = cited.folded, listed.folded, cited.most
    if len(a) < _FEWEST or not b or a[0] not in b[:2] or b[0] not in a[:2]:
        return False
    if cited.has_hole or listed.has_hole:
        return True
    return (cited.folded_letters ^ listed.folded_letters).bit_count() <= 2 * most >= 2 * abs(len(a) - len(b)) or (
        (cited.small_letters ^ listed.small_letters).bit_count() <= 2 * most
        and abs(len(cited.small) - len(listed.small)) <= most
    )


def count_edits(cited: NameShape, listed: NameShape) -> int:
    """Return how many edits part two spellings, folded or as printed; 9 if they are two names."""
    most = cited.most
    distance = min(edits(cited.folded, listed.folded, most), edits(cited.small, listed.small, most))
    return distance if 0 < distance <= most or (_HOLE in cited.folded and not distance) else 9


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % _BITS
    return bits
