"""Columns that stop at one height for columns in smaller type below them, as where a reference list is set apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lint_article.readers.pdf.lines import main_run
from lint_article.readers.pdf.strips import Strip, count_chars

_WHITE = 2.0  # sizes of type: the least distance of lines that part columns above from columns below
_SMALLER = 0.93  # share of the size of the type above
_MOST = 0.95  # share of the characters below that are set so small, headings aside


def parted_by_type(band: Sequence[Strip]) -> list[list[Strip]]:
    """Return the lines of a band of columns whole, or in the parts that stand above and below such a change."""
    heights = sorted({main_run(strip).baseline for strip in band}, reverse=True)
    sizes = [main_run(strip).size for strip in band]
    if not sizes or min(sizes) > _SMALLER * max(sizes):
        return [list(band)]
    for upper, lower in pairwise(heights):
        if upper - lower > _WHITE * max(sizes):
            above = [strip for strip in band if main_run(strip).baseline >= upper]
            below = [strip for strip in band if main_run(strip).baseline <= lower]
            if _is_smaller(below, _usual_size(above)):
                return [above, below]
    return [list(band)]


def _usual_size(strips: Sequence[Strip]) -> float:
    sizes: Counter[float] = Counter()
    for strip in strips:
        sizes[main_run(strip).size] += count_chars([strip])
    return sizes.most_common(1)[0][0]


def _is_smaller(strips: Sequence[Strip], size: float) -> bool:
    small = [strip for strip in strips if main_run(strip).size < _SMALLER * size]
    return count_chars(small) >= _MOST * count_chars(strips)
