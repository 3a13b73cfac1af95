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
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row2 = row, [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row2[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row2.append(cost)
        if min(row2) > most:
            return most + 1
        before, row = last, row2
    return row[-1]


def _is_match(a: str, b: str) -> bool:
    """Tell whether the spellings agree when each U+FFFD stands for one to three letters."""
    holed, whole = (a, b) if "\ufffd" in a else (b, a)
    pieces = holed.split("\ufffd")
    if not whole.startswith(pieces[0]) or not whole.endswith(pieces[-1]):
        return False
    lost = len(whole) - sum(map(len, pieces))
    return len(pieces) - 1 <= lost <= 3 * (len(pieces) - 1) and all(piece in whole for piece in pieces)
