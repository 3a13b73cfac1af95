"""What of a PDF no rule sees: pages that are pictures, and text that was taken for code or for the words of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_article.readers.pdf.classify import is_figure_label
from lint_article.readers.pdf.layout import Layout
from lint_article.readers.pdf.paragraphs import Paragraph
from lint_article.text import Line

_MUCH = 0.3  # share of the characters
_CONTROLS = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f]")
_LABEL = 40  # characters: less is the label of a button or of a picture
_GARBLED, _FEWEST = 0.08, 3  # share of control characters and number of them: ligatures are fewer
_ALL_GARBLED, _DIFFERENT = 0.02, 24  # that share in a document of whose text nothing can be read; no encoding has more


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
    garbled = find_garbled(paragraphs)
    if _length(garbled) >= _LABEL:
        numbers = sorted({row.page for one in garbled for row in one.rows})
        what = f"Some text on page{'s' if len(numbers) > 1 else ''} {_ranges(numbers)}"
        yield Unchecked(what, "its face does not say which characters its glyphs are", garbled[0].rows[0].start)
    aside = [one for one in paragraphs if one.kind == "code" or is_figure_label(one)]
    share = _length(aside) / (_length(paragraphs) or 1)
    if share > _MUCH:
        reason = "its type looks like that of code or of the words in figures"
        yield Unchecked(f"About {share:.0%} of the text", reason, aside[0].rows[0].start)


def find_garbled(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs whose faces do not say which characters their glyphs are.

    A converter that numbers glyphs as they come uses any number, those of control characters among them.
    """
    found = [char for one in paragraphs for row in one.rows for char in _CONTROLS.findall(row.text)]
    if len(set(found)) >= _DIFFERENT and len(found) >= _ALL_GARBLED * _length(paragraphs):
        return list(paragraphs)
    return [one for one in paragraphs if _is_garbled(one)]


def _is_garbled(paragraph: Paragraph) -> bool:
    """Tell whether so many control characters stand in a paragraph that its face has no characters for its glyphs."""
    found = sum(len(_CONTROLS.findall(row.text)) for row in paragraph.rows)
    return found >= _FEWEST and found >= _GARBLED * _length([paragraph])


def _length(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(row.text) for one in paragraphs for row in one.rows)


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers that are in order as people write them: 2, 4–7."""
    firsts = [b for a, b in pairwise([-1, *numbers]) if b != a + 1]
    lasts = [a for a, b in pairwise([*numbers, -1]) if b != a + 1]
    return ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in zip(firsts, lasts, strict=True))
