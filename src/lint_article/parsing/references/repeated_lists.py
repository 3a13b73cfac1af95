"""A list that a format gives twice: as references, and printed as paragraphs before them.

The paragraphs are no prose: what looks like a citation there is the entry's own names and year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint_article.document import Block, Reference
from lint_article.parsing.names.folding import fold
from lint_article.text import Span

_BEGINNING = 40  # code points that begin an entry, without blanks and marks
_LENGTH = 160  # code points that are read for them
_FEWEST, _SHARE = 5, 0.5  # copies in a run of paragraphs; share of it that they are


def find_repeated_list(prose: str, blocks: Iterable[Block], references: Sequence[Reference]) -> Span | None:
    """Return the run of paragraphs, none of them an entry itself, most of which begin as entries of the list do."""
    beginnings = {_begin(prose, one.span) for one in references}
    paragraphs = [block.span for block in blocks if block.kind == "paragraph"]
    apart = {one.span.start for one in references}
    copies = [
        at
        for at, paragraph in enumerate(paragraphs)
        if paragraph.start not in apart and _begin(prose, paragraph) in beginnings
    ]
    if len(copies) < _FEWEST or len(copies) < _SHARE * (copies[-1] - copies[0] + 1):
        return None
    return paragraphs[copies[0]].union(paragraphs[copies[-1]])


def _begin(prose: str, span: Span) -> str:
    """Return how a stretch begins; short ones are none of another stretch."""
    text = prose[span.start : min(span.end, span.start + _LENGTH)].replace("&amp;", "&")
    letters = fold(text).replace(" ", "")[:_BEGINNING]
    return letters if len(letters) == _BEGINNING else str(span.start)
