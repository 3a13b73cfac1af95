"""What of a sequence is in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


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
