"""A list of words with counts, looked up where it lies: reading it as JSON takes longer than checking an article."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, ValuesView
from pathlib import Path

_GZIP = 31  # zlib's word for a window of any size in a gzip file


class _Counts(ValuesView[int]):
    """The counts in the order of the list."""

    _mapping: WordList

    def __iter__(self) -> Iterator[int]:
        return (int(line.rpartition(b":")[2].rstrip(b",\r")) for line in self._mapping.lines)


class WordList(Mapping[str, int]):
    """The counts of a JSON object that has one `"word": count` on each line, whatever their order."""

    def __init__(self, lines: list[bytes]) -> None:
        self.lines = sorted(lines)

    def __getitem__(self, word: str) -> int:
        key = b'"%b":' % word.encode("utf-8", "replace")
        at = bisect_left(self.lines, key)
        if at < len(self.lines) and self.lines[at].startswith(key):
            return int(self.lines[at][len(key) :].rstrip(b",\r"))
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        return (line[1 : line.index(b'"', 1)].decode() for line in self.lines)

    def values(self) -> ValuesView[int]:
        """Return the counts, without looking each word up."""
        return _Counts(self)

    def __len__(self) -> int:
        return len(self.lines)


def read_word_list(path: Path) -> Mapping[str, int]:
    """Return the counts of a gzipped JSON file; one that is laid out otherwise, or escapes characters, is parsed."""
    raw = zlib.decompress(path.read_bytes(), _GZIP)
    lines = raw.strip(b"{}\r\n").split(b"\n")
    if b"\\" in raw or any(line.count(b'"') != 2 for line in lines[::1000]):
        counts: dict[str, int] = json.loads(raw)
        return counts
    return WordList(lines)
