"""Half-open ranges of a document's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lint_article.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Document.text`; the only coordinate that a rule sees.

    Raises ValueError if `end` lies before `start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def union(self, other: Span) -> Span:
        """Return the shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def merge_spans(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans, which come sorted by their starts, with those that touch made one."""
    start = end = -1
    for span in spans:
        if span.start > end:
            if end >= 0:
                yield Span(start, end)
            start = span.start
        end = max(end, span.end)
    if end >= 0:
        yield Span(start, end)


def is_inside(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether a span lies in one of those that are in order and apart."""
    index = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].contains(span)
