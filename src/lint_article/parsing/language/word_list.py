"""A list of words with counts, looked up where it lies: reading it as JSON takes longer than checking an article."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, ValuesView
from functools import cached_property
from pathlib import Path
from typing import Any

_GZIP = 31  # zlib's word for a window of any size in a gzip file
_BLOCK = 2048  # bytes; one word of each block is indexed, and the block is searched


class _Counts(ValuesView[int]):
    """The counts in the order of the list."""

    _mapping: WordList

    def __iter__(self) -> Iterator[int]:
        return (int(line.rpartition(b":")[2].rstrip(b",\r")) for line in self._mapping.lines())


class WordList(Mapping[str, int]):
    """The counts of a JSON object in bytes, `"word": count` on each line, sorted by word; ValueError if it is not."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._starts = sorted({raw.find(b'\n"', at) for at in range(0, len(raw), _BLOCK)} - {-1})
        self._heads = [raw[start + 2 : raw.index(b'"', start + 2)] for start in self._starts]
        if self._heads != sorted(self._heads):
            raise ValueError("the words are not sorted")

    def __getitem__(self, word: str) -> int:
        count: int | None = self.get(word)
        if count is None:
            raise KeyError(word)
        return count

    def get(self, word: str, default: Any = None) -> Any:
        """Return the word's count, and `default` if it is not listed."""
        key = word.encode("utf-8", "replace")
        block = bisect_right(self._heads, key)
        if not block:
            return default
        end = self._starts[block] if block < len(self._starts) else len(self._raw)
        at = self._raw.find(b'\n"%b":' % key, self._starts[block - 1], end)
        if at < 0:
            return default
        return int(self._raw[at + len(key) + 4 : self._raw.index(b"\n", at + 1)].rstrip(b",\r"))

    def is_beginning(self, letters: str) -> bool:
        """Tell whether any word begins with these letters."""
        key = letters.encode("utf-8", "replace")
        block = max(bisect_right(self._heads, key) - 1, 0)
        if not self._heads:
            return False
        end = self._starts[block + 1] + len(key) + 2 if block + 1 < len(self._starts) else len(self._raw)
        return self._raw.find(b'\n"' + key, self._starts[block], end) >= 0

    @cached_property
    def total(self) -> int:
        """The sum of the counts."""
        return sum(self.values())

    def __iter__(self) -> Iterator[str]:
        return (line[1 : line.index(b'"', 1)].decode() for line in self.lines())

    def values(self) -> ValuesView[int]:
        """Return the counts, without looking each word up."""
        return _Counts(self)

    def __len__(self) -> int:
        return len(self.lines())

    def quoted_with(self, letter: bytes) -> list[bytes]:
        """Return the words that hold a letter of one byte, in their quotation marks."""
        return re.findall(rb"^[^:\n%b]*%b[^:\n]*" % (letter, letter), self._raw.strip(b"{}\r\n"), re.MULTILINE)

    def lines(self) -> list[bytes]:
        """Return the lines of the words, in order."""
        return self._raw.strip(b"{}\r\n").split(b"\n") if self._raw else []


def read_word_list(path: Path) -> WordList:
    """Return the counts of a gzipped JSON file; one that is laid out otherwise, or escapes characters, is parsed."""
    raw = zlib.decompress(path.read_bytes(), _GZIP)
    if raw.startswith((b"{\n", b"{\r\n")) and raw.endswith(b"\n}") and b"\\" not in raw:
        try:
            return WordList(raw)
        except ValueError:
            pass
    return _laid_out(raw)


def _laid_out(raw: bytes) -> WordList:
    """Parse a list, and write it as the usual ones are: one word on each line, sorted by its bytes."""
    import json  # late: the usual lists need no parser

    counts: dict[str, int] = json.loads(raw)
    words = sorted((word.encode("utf-8", "replace"), count) for word, count in counts.items())
    lines = (b'"%b": %d' % word for word in words)
    return WordList(b"{\n" + b",\n".join(lines) + b"\n}")
