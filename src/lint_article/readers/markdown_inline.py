"""One paragraph of Markdown: its pieces as they come, and the text that is made of them when it is complete."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document import MarkKind
from lint_article.readers.writer import Frame, Writer
from lint_article.text import Span

PieceKind = Literal["text", "derived", "break", "code", "math", "open", "close"]
HOLE = "\ufffc"
"""What stands in `Inline.text` for a piece that is no text."""

_LAST = 10**9


@dataclass(frozen=True, slots=True)
class Piece:
    """Source code points `start` to `end`, which stand at `at` in `Inline.text`, `length` characters long.

    `value` is the text that is derived, or a mark's kind ("" for none); `target` a link's address.
    """

    kind: PieceKind
    start: int
    end: int
    at: int
    length: int
    value: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class _Cut:
    at: int
    order: int
    do: Callable[[], object]


class Inline:
    """A paragraph: pieces in order, and what is due at places of their text."""

    def __init__(self, writer: Writer, part: int) -> None:
        self.part = part
        self.pieces: list[Piece] = []
        self._writer = writer
        self._texts: list[str] = []
        self._length = 0
        self._cuts: list[_Cut] = []
        self._silent = 0
        self._marks: list[Frame] = []

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return self._length

    @property
    def text(self) -> str:
        """The text of the pieces, with a hole for each that is no text."""
        return "".join(self._texts)

    def add(self, kind: PieceKind, start: int, end: int, text: str, value: str = "", target: str = "") -> None:
        """Add a piece that stands for `text`."""
        self.pieces.append(Piece(kind, start, end, self._length, len(text), value, target))
        self._texts.append(text)
        self._length += len(text)

    def due(self, do: Callable[[], object]) -> None:
        """Do this when the text so far has been written."""
        self._cuts.append(_Cut(self._length, -_LAST, do))

    def leave_out(self, start: int, end: int) -> None:
        """Do not write this stretch of the text."""
        self._cuts.append(_Cut(start, 0, lambda: self._hush(1)))
        self._cuts.append(_Cut(end, -_LAST, lambda: self._hush(-1)))

    def around(self, start: int, end: int, done: Callable[[Span], object]) -> None:
        """Call `done` with the span that this stretch of the text comes to stand at, if any of it is written."""
        frames: list[Frame] = []

        def finish() -> None:
            span = self._writer.end(frames.pop()) if frames else None
            if span:
                done(span)

        self._cuts.append(_Cut(start, -end, lambda: frames.append(self._writer.begin())))
        self._cuts.append(_Cut(end, -_LAST - start, finish))

    def mark(self, start: int, end: int, kind: MarkKind) -> None:
        """Give this stretch of the text a property."""
        self.around(start, end, lambda span: self._writer.mark(kind, span))

    def source(self, at: int) -> int:
        """Return the source's code point for a place in the text."""
        piece = self.pieces[max(bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1, 0)]
        return min(piece.start + at - piece.at, piece.end) if piece.kind == "text" else piece.start

    def write(self, start: int, end: int) -> None:
        """Write the text from `start` to `end`."""
        cuts = [cut for cut in self._cuts if start <= cut.at <= end]
        cuts.sort(key=lambda cut: (cut.at, cut.order))
        done = 0
        for piece in self.pieces:
            low, high = max(piece.at, start), min(piece.at + piece.length, end)
            if low > high or (low == high and piece.length):
                continue
            while done < len(cuts) and cuts[done].at < max(high, low + 1):
                if cuts[done].at > low:
                    self._write_piece(piece, low, cuts[done].at)
                    low = cuts[done].at
                cuts[done].do()
                done += 1
            self._write_piece(piece, low, high)
        for cut in cuts[done:]:
            cut.do()
        self._marks.clear()

    def _hush(self, change: int) -> None:
        self._silent += change

    def _write_piece(self, piece: Piece, low: int, high: int) -> None:
        writer = self._writer
        if piece.kind in ("open", "close"):
            self._open_or_close(piece)
        elif self._silent:
            return
        elif piece.kind == "text":
            writer.flow(piece.start + low - piece.at, piece.start + high - piece.at, self.part)
        elif piece.kind == "derived":
            writer.derive(piece.value, piece.start, piece.end, "entity", self.part)
        elif piece.kind == "break":
            writer.line_break(piece.start, piece.end, self.part)
        else:
            frame = writer.begin()
            writer.flow(piece.start, piece.end, self.part)
            writer.end_mark(frame, "math" if piece.kind == "math" else "code")

    def _open_or_close(self, piece: Piece) -> None:
        if piece.kind == "open":
            self._marks.append(self._writer.begin())
        elif self._marks:
            frame = self._marks.pop()
            kind = _MARKS.get(piece.value)
            if kind and not self._silent:
                self._writer.end_mark(frame, kind, piece.target)
            else:
                self._writer.end(frame)


_MARKS: dict[str, MarkKind] = {"emphasis": "emphasis", "superscript": "superscript", "link": "link"}
