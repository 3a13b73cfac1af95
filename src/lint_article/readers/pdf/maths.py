"""Mathematics in a printed line, as its faces show it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lint_article.dataclass import dataclass

_SIGNS = frozenset({"Lu", "Ll", "Lm", "Lo", "Sm", "Mn"})
_BRIDGE = re.compile(r"[^\W\d_]")
_FARTHEST = 12  # characters between two signs of one formula, as of `x = 0.125 y`
_WORD = re.compile(r"[^\W\d_]{2}")
_OPENING, _CLOSING = "([{⌊⌈⟨", ")]}⌋⌉⟩"
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A run in its line: where it stands, whether its face is made for mathematics, whether it is a small script."""

    start: int
    end: int
    maths: bool
    script: bool


def formulas(text: str, pieces: Sequence[LinePiece]) -> list[Stretch]:
    """Return the stretches of a line that are formulas, with the scripts that hang on them.

    Figures and marks alone make none: some set years and dashes in such a face. Between two signs of one formula stand
    only figures, brackets and signs of other faces.
    """
    found: list[Stretch] = []
    for piece in pieces:
        if piece.script and found and found[-1][1] == piece.start:
            found[-1] = (found[-1][0], piece.end)
        elif piece.maths and (signs := _signs(text, piece)):
            start, end = signs
            if found and start - found[-1][1] <= _FARTHEST and not _BRIDGE.search(text, found[-1][1], start):
                start = found.pop()[0]
            found.append((start, end))
    return [_close_brackets(text, *stretch) for stretch in found]


def _close_brackets(text: str, start: int, end: int) -> Stretch:
    """Return the stretch with the brackets that answer its own ones, if no letter parts them from it."""
    lowest = depth = 0
    for char in text[start:end]:
        depth += (char in _OPENING) - (char in _CLOSING)
        lowest = min(lowest, depth)
    end = _reach_brackets(text, range(end, min(end + _FARTHEST, len(text))), _CLOSING, depth - lowest, end - 1) + 1
    return _reach_brackets(text, range(start - 1, max(start - _FARTHEST, 0) - 1, -1), _OPENING, -lowest, start), end


def _reach_brackets(text: str, places: range, brackets: str, count: int, here: int) -> int:
    """Return the place of the last of so many brackets, or `here` if a letter stands before them."""
    for at in places if count else ():
        if text[at].isalpha():
            break
        count -= text[at] in brackets
        if not count:
            return at
    return here


def _signs(text: str, piece: LinePiece) -> Stretch | None:
    places = [at for at in range(piece.start, piece.end) if unicodedata.category(text[at]) in _SIGNS]
    return (places[0], places[-1] + 1) if places else None


def is_displayed(texts: Sequence[tuple[str, Sequence[Stretch]]]) -> bool:
    """Tell whether lines, each with its formulas, are a displayed formula: some signs, and not a word beside them."""
    return any(stretches for _, stretches in texts) and not any(_WORD.search(_rest(*line)) for line in texts)


def _rest(text: str, stretches: Sequence[Stretch]) -> str:
    kept, at = [], 0
    for start, end in stretches:
        kept.append(text[at:start])
        at = end
    return " ".join([*kept, text[at:]])
