"""Changes of a text: made in one pass, and offsets followed to their new places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from lint_article.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Code points `start` to `end` of a text are replaced by `text`."""

    start: int
    end: int
    text: str


class Rewriting:
    """Changes of one text, sorted and apart; they are numbered from 0."""

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self.changes = sorted(changes)
        self.starts = [change.start for change in self.changes]
        self._ends = [change.end for change in self.changes]
        self._grown = [0]
        for change in self.changes:
            self._grown.append(self._grown[-1] + len(change.text) - (change.end - change.start))

    def apply_changes(self, text: str) -> str:
        """Return the text with all changes made."""
        pieces: list[str] = []
        at = 0
        for change in self.changes:
            pieces += text[at : change.start], change.text
            at = change.end
        return "".join((*pieces, text[at:]))

    def move_offset(self, offset: int, *, behind: bool = False) -> int:
        """Return where an offset is afterwards: before the text that is put in its place, or `behind` it."""
        before = bisect_left(self.starts, offset)
        if behind and before < len(self.starts) and self._ends[before] == offset:
            before += 1
        if before and offset < self._ends[before - 1]:
            return self.starts[before - 1] + self._grown[before - 1]
        return offset + self._grown[before]

    def changed_range(self, start: int, end: int) -> range:
        """Return the numbers of the changes that a stretch of the text overlaps or touches."""
        return range(bisect_left(self._ends, start), bisect_right(self.starts, end))

    def undone(self) -> Rewriting:
        """Return the changes, with the same numbers, that would take the new text away again."""
        starts = [start + grown for start, grown in zip(self.starts, self._grown, strict=False)]
        return Rewriting(Change(at, at + len(c.text), "") for at, c in zip(starts, self.changes, strict=True))
