"""Text with exact places: spans, the map back to the source, and the builder that makes both."""

from lint_article.text.builder import TextBuilder
from lint_article.text.map import Origin, Segment, TextMap
from lint_article.text.place import Line, Part, Place, place_at, places_of
from lint_article.text.span import Span, merge_spans

__all__ = [
    "Line",
    "Origin",
    "Part",
    "Place",
    "Segment",
    "Span",
    "TextBuilder",
    "TextMap",
    "merge_spans",
    "place_at",
    "places_of",
]
