"""A stretch of prose as an engine sees it, with the way back to the document."""

from __future__ import annotations

import re
from bisect import bisect_right

from lint_article.dataclass import dataclass
from lint_article.text import Span, TextMap

PLACEHOLDER = "X"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Match:
    """What an engine says of a passage; `start` and `end` are code points of the passage's text."""

    start: int
    end: int
    id: str
    category: str
    message: str
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, unwrapped and mended; `map` leads back to `Document.text` (part 0).

    `blind` holds the stretches of `text` that no match may touch: placeholders, and words that are only guessed.
    """

    text: str
    map: TextMap
    blind: tuple[Span, ...] = ()

    def is_trusted(self, start: int, end: int) -> bool:
        """Tell whether a match can be trusted: it touches nothing blind, nor a word beside it."""
        last = bisect_right(self.blind, end + 1, key=lambda span: span.start) - 1
        return last < 0 or self.blind[last].end < start - 1

    def span(self, start: int, end: int) -> Span:
        """Return the place in the document of a non-empty stretch of the passage."""
        origin = self.map.origin(Span(start, end))
        return Span(origin.start, origin.end)

    def is_literal(self, start: int, end: int, document_text: str) -> bool:
        """Tell whether the stretch reads in the document as it does here, but for the width of its spaces."""
        return _SPACES.sub(" ", self.span(start, end).of(document_text)) == self.text[start:end]
