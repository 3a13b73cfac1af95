"""Sets of words as sorted check sums, looked up where they lie: a text is compared with them in a millisecond."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from zlib import crc32

_MOST = 16384  # words whose answers are kept


def select_listed(name: str, words: Iterable[str]) -> set[str]:
    """Return those of the words that are in the set; of 20,000 words that are not, one may be taken for one that is."""
    listed = _listed(name)
    if len(listed) > _MOST:
        listed.clear()
    return {word for word in words if listed[word]}


class _Listed(dict[str, bool]):
    """Tells of each word whether a set has it, and keeps the answers: most words of a text are those of another."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, word: str) -> bool:
        sums, number = self._sums, crc32(word.encode("utf-8", "replace"))
        self[word] = sums[min(bisect_left(sums, number), len(sums) - 1)] == number
        return self[word]

    @cached_property
    def _sums(self) -> array[int]:
        sums = array("I")
        sums.frombytes(Path(__file__).with_name(f"{self._name}.crc32").read_bytes())
        if sys.byteorder == "big":
            sums.byteswap()
        return sums


_listed = cache(_Listed)
