"""The only maker of a document's text, so that no character lacks an origin."""

from __future__ import annotations

from lint_article.text.map import How, Origin, Segment, TextMap
from lint_article.text.span import Span


class TextBuilder:
    """Builds a text from the parts of a source: copy, derive (with a why) or insert; nothing else.

    Offsets are code points of the part named by its index (0 is the manuscript itself).
    """

    def __init__(self, parts: list[str]) -> None:
        self._parts = parts
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def copy(self, start: int, end: int, part: int = 0) -> Span:
        """Append the origin's own characters; return where they now stand."""
        return self._append(self._parts[part][start:end], Origin(part, start, end), "copied")

    def derive(self, text: str, start: int, end: int, why: str, part: int = 0) -> Span:
        """Append `text`, which stands for the origin's characters; `why` names the reason."""
        return self._append(text, Origin(part, start, end), "derived", why)

    def insert(self, text: str, at: int, part: int = 0, why: str = "") -> Span:
        """Append `text`, which stands for nothing, at an empty place of the origin."""
        return self._append(text, Origin(part, at, at), "inserted", why)

    def end(self) -> Origin:
        """Return the empty place of the origin up to which the text has come."""
        last = self._segments[-1].origin if self._segments else Origin(0, 0, 0)
        return Origin(last.part, last.end, last.end)

    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._pieces)

    def map(self) -> TextMap:
        """Return the map of the text so far."""
        return TextMap(tuple(self._segments))

    def _append(self, text: str, origin: Origin, how: How, why: str = "") -> Span:
        span = Span(self._length, self._length + len(text))
        if not text:
            return span
        self._pieces.append(text)
        self._length = span.end
        last = self._segments[-1] if self._segments else None
        if last and how == last.how == "copied" and last.origin.part == origin.part and last.origin.end == origin.start:
            joined = Origin(origin.part, last.origin.start, origin.end)
            self._segments[-1] = Segment(last.span.union(span), joined, "copied")
        else:
            self._segments.append(Segment(span, origin, how, why))
        return span
