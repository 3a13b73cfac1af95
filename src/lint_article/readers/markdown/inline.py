"""One paragraph of Markdown: its pieces as they come, and the text that is made of them when it is complete."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document import MarkKind
from lint_article.readers.markdown.roles import read_role
from lint_article.readers.writer import Frame, Writer
from lint_article.text import Span

PieceKind = Literal["text", "derived", "break", "code", "math", "open", "close", "placeholder"]
HOLE = "\ufffc"
"""What stands in `Inline.text` for a piece that is no text."""

_LAST = 10**9


@dataclass(frozen=True, slots=True)
class InlinePiece:
    """Source code points `start` to `end`, which stand at `at` in `Inline.text`, `length` characters long.

    `value` is the text that is derived, a mark's kind ("" for none), or what a placeholder is for; `target` is a link's
    address.
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
    """A paragraph: pieces in order, and what is due at places of their text.

    `shows_images` is false where an image is all that there is, so that its text is a caption.
    """

    def __init__(self, writer: Writer, part: int) -> None:
        self.part = part
        self.pieces: list[InlinePiece] = []
        self._writer = writer
        self._texts: list[str] = []
        self._length = 0
        self._cuts: list[_Cut] = []
        self._sorted = 0
        self._silent = 0
        self.shows_images = True
        self._marks: list[tuple[Frame, int]] = []

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
        self.pieces.append(InlinePiece(kind, start, end, self._length, len(text), value, target))
        self._texts.append(text)
        self._length += len(text)

    def due(self, do: Callable[[], object], at: int | None = None) -> None:
        """Do this when the text up to a place, or all of it so far, has been written."""
        self._cuts.append(_Cut(self._length if at is None else at, -_LAST, do))

    def leave_out(self, start: int, end: int) -> None:
        """Do not write this stretch of the text."""
        self._cuts.append(_Cut(start, 0, lambda: self._hush(1)))
        self._cuts.append(_Cut(end, -_LAST, lambda: self._hush(-1)))

    def stand_in(self, start: int, end: int, kind: MarkKind = "placeholder") -> None:
        """Leave this stretch of the text out, and write a placeholder for what is printed there."""
        source = self.source(start), self.source(end - 1) + 1

        def write() -> None:
            if not self._silent:
                self._writer.placeholder(*source, self.part, kind)

        self._cuts.append(_Cut(start, 0, write))
        self.leave_out(start, end)

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
        if self._sorted < len(self._cuts):
            self._cuts.sort(key=lambda cut: (cut.at, cut.order))
            self._sorted = len(self._cuts)
        first = bisect_left(self._cuts, start, key=lambda cut: cut.at)
        cuts = self._cuts[first : bisect_right(self._cuts, end, key=lambda cut: cut.at)]
        done = 0
        for piece in self._pieces(start, end):
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

    def _pieces(self, start: int, end: int) -> Sequence[InlinePiece]:
        """Return the pieces that the text from `start` to `end` touches."""
        first = bisect_left(self.pieces, start, key=lambda piece: piece.at + piece.length)
        return self.pieces[first : bisect_right(self.pieces, end, key=lambda piece: piece.at)]

    def _hush(self, change: int) -> None:
        self._silent += change

    def _write_piece(self, piece: InlinePiece, low: int, high: int) -> None:
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
        elif piece.kind == "placeholder":
            if piece.value != "image" or self.shows_images:
                kind: MarkKind = "note" if piece.value == "note" else "placeholder"
                writer.placeholder(piece.start, piece.end, self.part, kind)
        else:
            frame = writer.begin()
            writer.flow(piece.start, piece.end, self.part)
            span = writer.end_mark(frame, "math" if piece.kind == "math" else "code")
            source = writer.text_of(self.part)
            cited = read_role(source, piece.start, source[piece.start : piece.end], span) if span else None
            writer.citations += [cited] if cited else []

    def _open_or_close(self, piece: InlinePiece) -> None:
        if piece.kind == "open":
            self._marks.append((self._writer.begin(), piece.start))
        elif self._marks:
            frame, start = self._marks.pop()
            kind = _MARKS.get(piece.value)
            if kind == "link" and piece.target and frame.start is None and not self._silent:
                self._writer.placeholder(start, piece.end, self.part)
            if kind and not self._silent:
                self._writer.end_mark(frame, kind, piece.target)
            else:
                self._writer.end(frame)


_MARKS: dict[str, MarkKind] = {"emphasis": "emphasis", "superscript": "superscript", "link": "link"}
