"""A text that stands in another one in an encoded form, such as a string of JSON, and its places there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint_article.dataclass import dataclass
from lint_article.text import Origin, Span, TextBuilder
from lint_article.text.map import How


@dataclass(frozen=True, slots=True)
class InnerPiece:
    """A piece: where it begins in the inner text and in the part, and how long it is there.

    Copied pieces are as long in both; others are one character of the inner text.
    """

    at: int
    start: int
    end: int
    is_copied: bool


@dataclass(frozen=True, slots=True)
class InnerText:
    """A text and the pieces of a part that it is made of."""

    text: str
    part: int
    pieces: Sequence[InnerPiece]

    def place(self, start: int, end: int) -> Origin:
        """Return where a stretch of the text stands in the part."""
        return Origin(self.part, self._offset(start), max(self._offset(start), self._offset(end, is_end=True)))

    def split(self, start: int, end: int) -> Iterator[tuple[str, Origin, bool]]:
        """Yield the pieces of a stretch: their characters, where these come from, and whether they are copied."""
        for piece in self.pieces[self._index(start) : self._index(max(end - 1, start)) + 1]:
            if not piece.is_copied:
                yield self.text[piece.at], Origin(self.part, piece.start, piece.end), False
                continue
            low, high = max(piece.at, start), min(piece.at + piece.end - piece.start, end)
            if low < high:
                shift = piece.start - piece.at
                yield self.text[low:high], Origin(self.part, low + shift, high + shift), True

    def _index(self, at: int) -> int:
        return max(bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1, 0)

    def _offset(self, at: int, *, is_end: bool = False) -> int:
        """Return the place in the part of a place in the text; the end of a stretch is behind its last character."""
        if not self.pieces:
            return 0
        piece = self.pieces[self._index(at - 1 if is_end and at else at)]
        if piece.is_copied:
            return min(piece.start + at - piece.at, piece.end)
        return piece.end if at > piece.at else piece.start


class InnerBuilder(TextBuilder):
    """A builder whose parts may be inner texts: what comes from one is placed where it stands in its part.

    `inner` has them by their indexes, which the parts of the reading do not count.
    """

    def __init__(self, parts: list[str]) -> None:
        super().__init__(parts)
        self.inner: dict[int, InnerText] = {}

    def place(self, origin: Origin) -> Origin:
        """Return an origin as the reading numbers its parts."""
        if not self.inner:
            return origin
        inner = self.inner.get(origin.part)
        if inner:
            return inner.place(origin.start, origin.end)
        return Origin(origin.part - sum(index < origin.part for index in self.inner), origin.start, origin.end)

    def _append(self, text: str, origin: Origin, how: How, why: str = "") -> Span:
        inner = self.inner.get(origin.part) if self.inner else None
        if inner is None or how != "copied":
            return super()._append(text, self.place(origin), how, why)
        start = len(self)
        for piece, place, is_copied in inner.split(origin.start, origin.end):
            super()._append(piece, place, "copied" if is_copied else "derived", "" if is_copied else "escape")
        return Span(start, len(self))
