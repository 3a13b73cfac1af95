"""Which entry a number out of range was probably to cite, where the order of the citations tells."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from lint_article.document import Resolution

_IN_ORDER = 0.9  # share of the first citations that must ascend


def with_meant(resolutions: Sequence[Resolution], numbered: Collection[int]) -> tuple[Resolution, ...]:
    """Return the resolutions; a number out of range gets, as its nearest entry, the one whose turn it was.

    A list that is numbered as it is cited says whose turn it is: the entry is cited nowhere else, and stands between
    those that are first cited before and after. `numbered` are the entries that have a number.
    """
    first = list(dict.fromkeys(index for r in resolutions for index in r.references))
    ascending = sum(a < b for a, b in pairwise(first))
    if len(first) < 2 or ascending < _IN_ORDER * (len(first) - 1):
        return tuple(resolutions)
    cited = set(first)
    uncited = [index for index in sorted(numbered) if index not in cited]
    made: list[Resolution] = []
    reached = -1
    for resolution, following in zip(resolutions, _following(resolutions, max(numbered) + 1), strict=True):
        reached = max([reached, *resolution.references])
        if resolution.outcome == "number-out-of-range":
            meant = next((index for index in uncited if reached < index < following), None)
            if meant is not None:
                uncited.remove(meant)
                resolution = replace(resolution, nearest=meant)
        made.append(resolution)
    return tuple(made)


def _following(resolutions: Sequence[Resolution], entries: int) -> list[int]:
    """Return for each resolution the entry that is the next to be cited for the first time after it."""
    reached, news = -1, []
    for resolution in resolutions:
        own = max([reached, *resolution.references])
        news.append(own if own > reached else None)
        reached = own
    following: list[int] = []
    ahead = entries
    for new in reversed(news):
        following.append(ahead)
        ahead = ahead if new is None else new
    return following[::-1]
