"""Chunks of code in a manuscript that Sweave or knitr runs (`.Rnw`): LaTeX never sees them."""

from __future__ import annotations

import re
from bisect import bisect_right

from lint_article.dataclass import dataclass

# A line `<<options>>=` opens a chunk; a line `@`, or the next chunk, ends it (Sweave's manual, knitr's `rnw` patterns).
_LINES = re.compile(r"^[ \t]*(?:<<(?P<options>[^\n]*)>>=[^\n]*|@[ \t]*(?:%[^\n]*)?\r?$)", re.MULTILINE)
_CHILD = re.compile(r"child\s*=\s*(?:c\()?[\"'](?P<name>[^\"']{1,300})[\"']")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Where a chunk stands, where its code stands, and where it names the file that stands in its place, if it does."""

    start: int
    end: int
    code: tuple[int, int]
    child: tuple[int, int] | None = None


class Chunks:
    """The chunks of one text, in order."""

    def __init__(self, text: str) -> None:
        self._chunks = _chunks_in(text) if ">>=" in text else []
        self._ends = [chunk.end for chunk in self._chunks]

    def next(self, at: int) -> Chunk | None:
        """Return the chunk that `at` lies in, else the first one behind it."""
        index = bisect_right(self._ends, at)
        return self._chunks[index] if index < len(self._ends) else None

    def mask(self, text: str) -> str:
        """Return the text with blanks for the chunks, whose signs are none of LaTeX; their lines stay lines."""
        pieces: list[str] = []
        at = 0
        for chunk in self._chunks:
            pieces += text[at : chunk.start], re.sub(r"[^\n]", " ", text[chunk.start : chunk.end])
            at = chunk.end
        return "".join((*pieces, text[at:])) if pieces else text


def _chunks_in(text: str) -> list[Chunk]:
    """Return the chunks; one that nothing ends is none, so that it cannot take the rest of the text with it."""
    chunks = []
    opened: re.Match[str] | None = None
    for line in _LINES.finditer(text):
        opens = line["options"] is not None
        if opened:
            child = _CHILD.search(text, *opened.span("options"))
            end = line.start() if opens else line.end()
            chunks.append(
                Chunk(opened.start(), end, (opened.end(), line.start()), child.span("name") if child else None)
            )
        opened = line if opens else None
    return chunks
