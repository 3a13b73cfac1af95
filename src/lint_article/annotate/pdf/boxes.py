"""Where words are on the pages of a PDF."""

from __future__ import annotations

from lint_article.text import Part
from lint_article.text.place import Box

Boxes = list[tuple[int, Box]]
"""Page numbers from 1, each with a box on that page."""


def boxes_of(part: Part, start: int, end: int) -> Boxes:
    """Return the boxes of a stretch of the part's text, one for each printed line that it touches."""
    end = max(end, start + 1)
    found: Boxes = []
    for line in part.lines[part.line_index(start) :]:
        if line.start >= end:
            break
        box = line.box_of(start - line.start, end - line.start)
        if line.page is not None and box and box[0] < box[2]:
            found.append((line.page, box))
    return found
