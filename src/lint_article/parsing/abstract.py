"""Where the abstract is: what the format marks as one, or what is printed under its heading."""

from __future__ import annotations

import re

from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.text import Span
from lint_article.vocabulary import words

_LINE = re.compile(
    r"^[^\S\n]*(?:#+\s*|\*\*)?(\d{0,2}\.?[^\S\n]?[^\W\d_][^\n]{2,60}?)(?:\*\*)?[:.]?[^\S\n]*$", re.MULTILINE
)
_FIRST = 30_000  # code points in which an abstract begins
_LONGEST = 6_000


@kept
def find_abstract(document: Document) -> Span:
    """Return the stretch of the abstract, empty if there is none."""
    marked = [block.span for block in document.blocks if block.kind == "abstract"]
    if marked:
        return marked[0]
    text, start = document.prose, -1
    for line in _LINE.finditer(text, 0, min(len(text), _FIRST)):
        heading = line[1].casefold().strip(" .:0123456789")
        if start < 0 and heading in words("heading-abstract"):
            start = line.end()
        elif start >= 0 and heading in words("heading-introduction") and text[start : line.start()].strip():
            return _strip(text, start, line.start() if line.start() - start < _LONGEST else start)
    return _strip(text, start, _paragraph_end(text, start)) if start >= 0 else Span(0, 0)


def _strip(text: str, start: int, end: int) -> Span:
    """Return the stretch without the white space at its ends."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))


def _paragraph_end(text: str, start: int) -> int:
    """Return where the first paragraph behind a heading ends."""
    gap = re.compile(r"\S\s*\n[^\S\n]*\n").search(text, start, min(start + _LONGEST, len(text)))
    return gap.start() + 1 if gap else start
