"""Names that are spelt almost alike; most pairs are told apart by their letters, without counting edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from lint_article.dataclass import dataclass
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold

_LONG = 7  # letters of a name that may be two edits away
_FEWEST = 3
_BITS = 61
_HOLE = "\ufffd"
_BEGINNING = 9  # letters


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
    return NameShape(folded, small, _letters(folded), _letters(small), most, _HOLE in name)


def may_resemble(cited: NameShape, listed: NameShape) -> bool:
    """Tell whether it is worth counting edits, one of which changes the length by one, and the letters by two."""
    a, b, most = cited.folded, listed.folded, cited.most
    if len(a) < _FEWEST or not b or a[0] not in b[:2] or b[0] not in a[:2]:
        return False
    if cited.has_hole:
        return True
    return (cited.folded_letters ^ listed.folded_letters).bit_count() <= 2 * most >= 2 * abs(len(a) - len(b)) or (
        (cited.small_letters ^ listed.small_letters).bit_count() <= 2 * most
        and abs(len(cited.small) - len(listed.small)) <= most
    )


def count_edits(cited: NameShape, listed: NameShape) -> int:
    """Return how many edits part two spellings, folded or as printed; 9 if they are two names."""
    most = cited.most
    distance = edits(cited.folded, listed.folded, most)
    if (cited.folded, listed.folded) != (cited.small, listed.small):
        distance = min(distance, edits(cited.small, listed.small, most))
    return distance if 0 < distance <= most or (cited.has_hole and not distance) else 9


def rests_of(shape: NameShape) -> set[str]:
    """Return what is left of a name's beginning once two letters at most are left out of it, folded and as printed.

    Names that are two edits apart or less have one of these in common, for letters that one has more of push its last
    ones out of the beginning (Garbe 2012).
    """
    return _leave_out(shape.folded[:_BEGINNING]) | _leave_out(shape.small[:_BEGINNING])


def pair_nearly_alike(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of different names that may be two edits apart or less, in the order of the names.

    Such names are the same once two letters at most are left out of each (Garbe 2012); in one with a hole any letters
    may be missing.
    """
    by_rest: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for rest in _leave_out(name):
            by_rest[rest].append(number)
    pairs = {pair for numbers in by_rest.values() for pair in combinations(numbers, 2)}
    holed = [number for number, name in enumerate(names) if _HOLE in name]
    pairs |= {(min(one, other), max(one, other)) for one in holed for other in range(len(names)) if one != other}
    return [(names[one], names[other]) for one, other in sorted(pairs)]


def _leave_out(name: str) -> set[str]:
    once = {name[:at] + name[at + 1 :] for at in range(len(name))}
    return {name, *once, *(rest[:at] + rest[at + 1 :] for rest in once for at in range(len(rest)))}


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % _BITS
    return bits
