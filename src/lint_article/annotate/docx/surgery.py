"""Marks and changes set into the main part: bytes are added between its own, and none is rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from lint_article.annotate.docx.pieces import Pieces, RunPiece
from lint_article.annotate.docx.placed import PlacedText

_UNIT = re.compile(rb"\r\n|&[^;]*;|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
_SPACE = b' xml:space="preserve"'


class Surgery:
    """Collects what is to be set where, and makes the part of it."""

    def __init__(self, data: bytes, pieces: Pieces) -> None:
        self._data = data
        self._pieces = pieces
        self._ends: dict[tuple[int, int], list[bytes]] = {}
        self._starts: dict[tuple[int, int], list[bytes]] = {}
        self._deleted: dict[int, list[tuple[int, int, bytes]]] = {}
        self._added: dict[tuple[int, int], bytes] = {}
        self._touched: dict[int, RunPiece] = {}
        self._cuts: list[tuple[int, int]] = []

    def mark(self, start: int, end: int, before: bytes, after: bytes) -> None:
        """Set marks before and after a stretch of the text, which begins and ends in pieces."""
        pieces = self._pieces.over(start, end)
        first, last = pieces[0], pieces[-1]
        self._note(self._starts, first, start - first.start, before)
        self._note(self._ends, last, end - last.start, after)

    def _note(self, where: dict[tuple[int, int], list[bytes]], piece: RunPiece, at: int, what: bytes) -> None:
        self._touched[piece.start] = piece
        where.setdefault((piece.start, at), []).append(what)

    def can_change(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the text can be a tracked change that no other overlaps."""
        pieces = self._change(start, end)
        covered = sum(min(piece.end, end) - max(piece.start, start) for piece in pieces)
        free = all(end < low or start > high for low, high in self._cuts)
        return bool(pieces) and free and covered == end - start and all(one.text.run.can_change for one in pieces)

    def _change(self, start: int, end: int) -> list[RunPiece]:
        pieces = self._pieces.over(start, end) if end > start else self._pieces.over(max(start - 1, 0), start + 1)[:1]
        return pieces if len({piece.paragraph for piece in pieces}) == 1 else []

    def change(self, start: int, end: int, text: str, attributes: bytes) -> None:
        """Replace a stretch by a text, as a change that an editor may refuse; `can_change` has said yes."""
        pieces = self._change(start, end)
        self._cuts.append((start, end))
        for piece in pieces:
            self._touched[piece.start] = piece
            low, high = max(start, piece.start) - piece.start, min(end, piece.end) - piece.start
            if low < high:
                self._deleted.setdefault(piece.start, []).append((low, high, attributes))
        if text:
            last = pieces[-1]
            self._added[last.start, min(end, last.end) - last.start] = b"<w:ins%b>%b%b</w:t></w:r></w:ins>" % (
                attributes,
                self._reopen(last.text, b"w:t"),
                escape(text).encode(),
            )

    def result(self) -> bytes:
        """Return the part with everything set in."""
        added = [one for piece in self._touched.values() for one in self._cut(piece)]
        pieces, reached = [], 0
        for at, what in sorted(added, key=lambda entry: entry[0]):
            pieces += [self._data[reached:at], what]
            reached = at
        return b"".join([*pieces, self._data[reached:]])

    def _cut(self, piece: RunPiece) -> Iterable[tuple[int, bytes]]:
        """Yield the bytes to add in a piece, each with its place; a run is taken apart where something is set in it."""
        text, key = piece.text, piece.start
        deleted = self._deleted.get(key, [])
        marked = (at for where in (self._starts, self._ends, self._added) for start, at in where if start == key)
        places = sorted({*marked, *(at for low, high, _ in deleted for at in (low, high))})
        yield from self._keep_space(text)
        for at in places:
            ended = next((one for one in deleted if one[0] < at <= one[1]), None)
            begun = next((one for one in deleted if one[0] <= at < one[1]), None)
            marks = b"".join(
                [*self._ends.get((key, at), ()), self._added.get((key, at), b""), *self._starts.get((key, at), ())]
            )
            at_byte, outside = self._place(text, at, begun is not None or ended is not None)
            if outside:
                yield at_byte, marks
                continue
            close = b"</w:delText></w:r></w:del>" if ended else b"</w:t></w:r>"
            opened = self._reopen(text, b"w:delText" if begun else b"w:t")
            yield at_byte, close + marks + (b"<w:del%b>" % begun[2] if begun else b"") + opened

    def _place(self, text: PlacedText, at: int, changes: bool) -> tuple[int, bool]:
        """Return the byte of a character, and whether it lies outside the run because that begins or ends here."""
        children = [one for one in text.run.children if one != (text.run.properties.start, text.run.properties.stop)]
        if not changes and at == 0 and children[0][0] == text.bounds.start:
            return text.run.start, True
        if not changes and at == len(text) and children[-1][1] == text.bounds.stop:
            return text.run.end, True
        inside = self._data[text.inside]
        units = _UNIT.finditer(inside)
        reached = 0
        for _ in range(at):
            reached = next(units).end()
        return text.inside.start + reached, False

    def _keep_space(self, text: PlacedText) -> Iterable[tuple[int, bytes]]:
        """Yield what keeps the blanks of a text that is cut in two."""
        if b"xml:space" not in self._data[text.bounds.start : text.inside.start]:
            yield text.inside.start - 1, _SPACE

    def _reopen(self, text: PlacedText, tag: bytes) -> bytes:
        return b"<w:r>%b<%b%b>" % (self._data[text.run.properties], tag, _SPACE)
