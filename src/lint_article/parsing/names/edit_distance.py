"""How far two spellings of a name are apart."""

from __future__ import annotations


def edits(a: str, b: str, most: int) -> int:
    """Return the optimal string alignment distance, or `most` + 1 if it is greater.

    One edit is a letter added, lost or replaced, or two neighbours swapped (Damerau 1964). U+FFFD in either stands for
    one to three letters, at no cost.
    """
    if "\ufffd" in a or "\ufffd" in b:
        return 0 if _is_match(a, b) else most + 1
    if abs(len(a) - len(b)) > most:
        return most + 1
    if not a or not b:
        return len(a or b)
    distance = _distance(a, b)
    return min(distance, most + 1)


def are_close(a: str, b: str, most: int) -> bool:
    """Tell whether so many edits at most part two spellings."""
    return edits(a, b, most) <= most


def _distance(a: str, b: str) -> int:
    """Return the distance; the bits of a number are a column of the table of distances (Hyyrö 2003)."""
    places: dict[str, int] = {}
    for place, letter in enumerate(a):
        places[letter] = places.get(letter, 0) | 1 << place
    full = (1 << len(a)) - 1
    last = 1 << len(a) - 1
    distance, rises, falls, same, before = len(a), full, 0, 0, 0
    for letter in b:
        at = places.get(letter, 0)
        swapped = ((~same & at) << 1) & before
        same = ((((at & rises) + rises) ^ rises) | at | falls | swapped) & full
        up, down = falls | full & ~(same | rises), same & rises
        distance += bool(up & last) - bool(down & last)
        up, down = up << 1 | 1, down << 1
        rises, falls = (down | ~(same | up)) & full, up & same
        before = at
    return distance


def _is_match(a: str, b: str) -> bool:
    """Tell whether the spellings agree when each U+FFFD stands for one to three letters."""
    holed, whole = (a, b) if "\ufffd" in a else (b, a)
    pieces = holed.split("\ufffd")
    if not whole.startswith(pieces[0]) or not whole.endswith(pieces[-1]):
        return False
    lost = len(whole) - sum(map(len, pieces))
    return len(pieces) - 1 <= lost <= 3 * (len(pieces) - 1) and all(piece in whole for piece in pieces)
