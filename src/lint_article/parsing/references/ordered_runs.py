"""What of a sequence is in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence


def longest_ordered(keys: Sequence[str]) -> list[int]:
    """Return the places of a longest subsequence that does not descend (patience sorting, Fredman 1975)."""
    tails: list[str] = []
    places: list[int] = []
    before: list[int] = []
    for place, key in enumerate(keys):
        pile = bisect_right(tails, key)
        before.append(places[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [key]
        places[pile : pile + 1] = [place]
    chain, place = [], places[-1] if places else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def longest_ordered_of(alternatives: Sequence[Collection[str]]) -> list[int]:
    """Return the same where each item may be sorted by any of its keys."""
    # From the last key of an item to the first: what does not descend has one of them at most.
    sorted_by = [(key, place) for place, keys in enumerate(alternatives) for key in sorted(set(keys), reverse=True)]
    return [sorted_by[at][1] for at in longest_ordered([key for key, _ in sorted_by])]
