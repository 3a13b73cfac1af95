"""The map from a document's text back to the characters that it came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field
from itertools import pairwise
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.text.span import Span

How = Literal["copied", "derived", "inserted"]
LINE_BREAK = "line break"
"""Why a "\n" is derived: the author ends a line of a block here, whatever the lines of the source are."""
UNDECODABLE = "undecodable"
"""Why U+FFFD is derived: it stands for bytes that are not characters in the file's encoding."""


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A half-open range of code points in the text of one part of the source (an index into `Reading.parts`)."""

    part: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text and where it came from.

    copied: equal to its origin, character by character.
    derived: stands for its origin, which reads otherwise; `why` says how (entity, macro, hyphenation …).
    inserted: stands for nothing; its origin is empty.
    """

    span: Span
    origin: Origin
    how: How
    why: str = ""


@dataclass(frozen=True, slots=True)
class TextMap:
    """Segments that tile the text in order, without gaps; empty only for an empty text."""

    segments: tuple[Segment, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [s.span.start for s in self.segments])

    def origin(self, span: Span) -> Origin:
        """Return where the span came from: exact for copied text, widened to the whole segment otherwise.

        A span over several parts is cut at the end of the part that it starts in.
        """
        if not self.segments:
            return Origin(0, 0, 0)
        covered = self.covered_segments(span)
        first = covered[0]
        start, end = _within(first, span)
        for segment in covered[1:]:
            if segment.origin.part == first.origin.part:
                low, high = _within(segment, span)
                start, end = min(start, low), max(end, high)
        return Origin(first.origin.part, start, end)

    def is_editable(self, span: Span) -> bool:
        """Tell whether the span is copied, in one run, so that an edit of it is an edit of its origin."""
        covered = self.covered_segments(span) if self.segments else []
        joined = all(a.origin.end == b.origin.start for a, b in pairwise(covered))
        return joined and all(s.how == "copied" for s in covered) and len({s.origin.part for s in covered}) <= 1

    def line_breaks(self) -> list[int]:
        """Return where in the text the author ends a line inside a block, in order."""
        return [segment.span.start for segment in self.segments if segment.why == LINE_BREAK]

    def undecoded_offsets(self) -> frozenset[int]:
        """Return the offsets of characters that stand for bytes which the reader could not decode."""
        spans = (segment.span for segment in self.segments if segment.why == UNDECODABLE)
        return frozenset(offset for span in spans for offset in range(span.start, span.end))

    def covered_segments(self, span: Span) -> list[Segment]:
        """Return the segments that the span touches; for an empty span, the one that goes on there."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        return [self.segments[i] for i in range(index, max(bisect_left(self._starts, span.end), index + 1))]


def _within(segment: Segment, span: Span) -> tuple[int, int]:
    origin = segment.origin
    if segment.how != "copied":
        return origin.start, origin.end
    shift = origin.start - segment.span.start
    low = min(max(span.start, segment.span.start), segment.span.end)
    high = min(max(span.end, low), segment.span.end)
    return low + shift, high + shift
