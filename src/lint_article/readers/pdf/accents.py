"""Accents that are set as glyphs of their own, over their letters: the two are one printed character."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lint_article.readers.pdf.model import Run

_COMBINING = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "~": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
ACCENTS = frozenset(_COMBINING)
"""Accents by themselves, as no letter bears them."""

_DOTTED = {"ı": "i", "ȷ": "j"}
_RAISED = 0.6  # ems that an accent may be raised, over a capital
_STEP = 4.0  # points of height that runs are looked up by
Edges = tuple[float, float]


def compose(accent: str, over: Edges, letter: str, under: Edges) -> str:
    """Return the letter with its accent, or "" if they are no such pair or do not stand above each other.

    The edges are the left and right ones of the two glyphs. A letter that Unicode has not with this accent gets a
    combining one.
    """
    if accent not in ACCENTS or letter in ACCENTS or not letter.isalpha():
        return ""
    middle = sum(over) / 2
    if not under[0] < middle < under[1]:
        return ""
    return unicodedata.normalize("NFC", _DOTTED.get(letter, letter) + _COMBINING[accent])


def settle_accents(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with every accent that ends one put on the letter below it, wherever that one stands.

    Over a capital an accent is raised, and so is read as a line above the letter's; a sign may be of another face.
    """
    accents = [run for run in runs if run.text[-1] in ACCENTS]
    if not accents:
        return list(runs)
    levels: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        levels[run.turn, int(run.baseline // _STEP)].append(run)
    for accent in accents:
        if any(_put_on(accent, run) for run in _below(accent, levels)):
            take_off(accent)
    return [run for run in runs if run.text]


def take_off(run: Run) -> bool:
    """Take the last character off a run, and the space before it; tell whether a space was there."""
    kept = run.text[:-1].rstrip()
    spaced = len(kept) < len(run.text) - 1 if kept else run.spaced
    run.text = kept
    del run.lefts[len(kept) :], run.rights[len(kept) :]
    return spaced


def _below(accent: Run, levels: dict[tuple[int, int], list[Run]]) -> Iterator[Run]:
    """Give the runs that the accent may belong to, the nearest ones first."""
    top = int(accent.baseline // _STEP)
    for level in range(top, int((accent.baseline - _RAISED * accent.size) // _STEP) - 1, -1):
        for run in levels.get((accent.turn, level), ()):
            near = -0.1 < (accent.baseline - run.baseline) / accent.size < _RAISED
            if near and run.text and run.left < accent.right:
                yield run


def _put_on(accent: Run, run: Run) -> bool:
    over = (accent.lefts[-1], accent.right)
    for index, letter in enumerate(run.text):
        edges = (run.lefts[index], run.rights[index])
        if one := compose(accent.text[-1], over, letter, edges):
            run.replace(index, one)
            return True
    return False
