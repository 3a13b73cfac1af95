"""Spaces between words that a file does not set as characters: gaps as no two letters of one word have them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from lint_article.readers.pdf.model import Run

_GAP = 0.15  # ems: tight lines of justified text have spaces of a sixth of an em
_SET = 0.03  # ems between the letters of a word, unless they are set apart


def part_words(runs: Iterable[Run]) -> None:
    """Set a space at each such gap of a run, if its letters are not all set apart; mathematics and code keep theirs."""
    for run in runs:
        if run.maths or run.fixed or len(run.text) < 2:
            continue
        gaps = [left - right for right, left in zip(run.rights, run.lefts[1:], strict=False)]
        if max(gaps) > _GAP * run.size and sorted(gaps)[len(gaps) // 2] < _SET * run.size:
            _part(run, gaps)


def _part(run: Run, gaps: list[float]) -> None:
    wide = [
        at
        for at, ((a, b), gap) in enumerate(zip(pairwise(run.text), gaps, strict=True), 1)
        if gap > _GAP * run.size and " " not in (a, b)
    ]
    for at in reversed(wide):
        run.text = f"{run.text[:at]} {run.text[at:]}"
        run.lefts.insert(at, run.rights[at - 1])
        run.rights.insert(at, run.lefts[at + 1])
