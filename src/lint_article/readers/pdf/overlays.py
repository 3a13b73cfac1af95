"""What is stamped over the text of a page and is no part of it, as DRAFT in large type or a licence in pale type."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from lint_article.readers.pdf.model import Run

_LARGE = 2.0  # sizes of the text
_SMALLER = 0.6  # share of its size that what it covers has at most
_COVERED = 3  # characters
_TEXT = 0.3  # share of the characters of a page that are text, however pale


def overlays_of(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a page that are set over others: in far larger type, or in pale type."""
    body = _usual_size(runs)
    pale = _is_some([run for run in runs if run.pale], runs)
    chosen = [run for run in runs if not run.maths and (run.size > _LARGE * body or (pale and run.pale))]
    if not chosen:
        return []
    order = sorted(runs, key=lambda run: run.baseline)
    heights = [run.baseline for run in order]
    return [run for run in chosen if _find_covered(run, _beside(run, order, heights)) >= _COVERED]


def words_of_overlay(run: Run) -> tuple[str, int]:
    """Return what an overlay has in common with those of other pages: its words and its size."""
    return run.text.strip(), round(run.size)


def _usual_size(runs: Iterable[Run]) -> float:
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_some(pale: Iterable[Run], runs: Iterable[Run]) -> bool:
    return 0 < sum(len(run.text) for run in pale) < _TEXT * sum(len(run.text) for run in runs)


def _beside(run: Run, order: Sequence[Run], heights: Sequence[float]) -> Sequence[Run]:
    """Return the runs whose baselines lie between the foot and the top of a run's letters."""
    low, high = run.baseline - 0.2 * run.size, run.baseline + 0.7 * run.size
    return order[bisect_left(heights, low) : bisect_right(heights, high)]


def _find_covered(run: Run, others: Iterable[Run]) -> int:
    """Count the characters that a run is set over: those in smaller type, or darker ones."""
    count = 0
    for other in others:
        under = other.size < _SMALLER * run.size or (run.pale and not other.pale)
        if other is not run and under and other.left < run.right and run.left < other.right:
            lefts, rights = list(other.lefts), list(other.rights)
            count += bisect_left(lefts, run.right) - bisect_right(rights, run.left)
    return count
