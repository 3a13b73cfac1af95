"""What of a PDF no rule sees: pages that are pictures, and text that was taken for code or for the words of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_article.readers.pdf.classify import is_figure_label
from lint_article.readers.pdf.layout import Layout
from lint_article.readers.pdf.paragraphs import Paragraph
from lint_article.text import Line

_MUCH = 0.3  # share of the characters


class Unchecked(NamedTuple):
    """What was not checked, why, and where it begins in the text of the part."""

    what: str
    reason: str
    at: int


def find_unchecked(
    pages: Sequence[Layout], paragraphs: Sequence[Paragraph], lines: Sequence[Line]
) -> Iterator[Unchecked]:
    """Give what was not checked of pages that are the lines of a part."""
    scanned = [page.page.number for page in pages if page.page.pictured and not any(page.columns)]
    if scanned:
        at = next(line.start for line in lines if line.page == scanned[0])
        what = f"The text on page{'s' if len(scanned) > 1 else ''} {_ranges(scanned)}"
        yield Unchecked(what, "it is in pictures, and needs text recognition (OCR)", at)
    aside = [one for one in paragraphs if one.kind == "code" or is_figure_label(one)]
    share = _length(aside) / (_length(paragraphs) or 1)
    if share > _MUCH:
        reason = "its type looks like that of code or of the words in figures"
        yield Unchecked(f"About {share:.0%} of the text", reason, aside[0].rows[0].start)


def _length(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(row.text) for one in paragraphs for row in one.rows)


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers that are in order as people write them: 2, 4–7."""
    firsts = [b for a, b in pairwise([-1, *numbers]) if b != a + 1]
    lasts = [a for a, b in pairwise([*numbers, -1]) if b != a + 1]
    return ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in zip(firsts, lasts, strict=True))
