"""Where the characters of the manuscript's text are in the bytes of the main part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint_article.annotate.docx.placed import PlacedText
from lint_article.dataclass import dataclass
from lint_article.readers.office.paragraph import Sign, WordParagraph


@dataclass(frozen=True, slots=True)
class RunPiece:
    """A stretch of the text that stands in the body itself; `start` is its place in the manuscript's text."""

    start: int
    text: PlacedText
    paragraph: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Pieces:
    """The stretches of a manuscript that comments can be anchored to, in order."""

    def __init__(self, contents: Sequence[WordParagraph | Sign]) -> None:
        paragraphs = [one for one in contents if isinstance(one, WordParagraph)]
        self._pieces = [piece for one in paragraphs for piece in _of(one)]
        self._starts = [piece.start for piece in self._pieces]
        self._hosts = {one.start: one.number for one in paragraphs}
        self._paragraph_starts = [one.start for one in paragraphs]

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def over(self, start: int, end: int) -> list[RunPiece]:
        """Return the pieces that a stretch of the text touches."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while index < len(self._pieces) and self._pieces[index].start < end:
            if self._pieces[index].end > start:
                found.append(self._pieces[index])
            index += 1
        return found

    def anchor(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return the stretch that a comment is anchored to, and whether it is the words themselves.

        What stands in a note, a text box or a number that Word sets is commented where it hangs on the body.
        """
        found = self.over(start, max(end, start + 1)) or (self.over(start - 1, start) if start else [])
        if found:
            low, high = max(start, found[0].start), min(max(end, start + 1), found[-1].end)
            return (low, high, True) if low < high else (found[-1].end - 1, found[-1].end, True)
        index = max(bisect_right(self._paragraph_starts, start) - 1, 0)
        number = self._hosts[self._paragraph_starts[index]]
        inside = [piece for piece in self._pieces if piece.paragraph == number]
        near = inside or [min(self._pieces, key=lambda piece: abs(piece.start - start))]
        return near[0].start, near[-1].end, False


def _of(paragraph: WordParagraph) -> Iterator[RunPiece]:
    at = paragraph.start
    for text, _ in paragraph.pieces:
        if isinstance(text, PlacedText) and not text.run.is_boxed:
            yield RunPiece(at, text, paragraph.number)
        at += len(text)
