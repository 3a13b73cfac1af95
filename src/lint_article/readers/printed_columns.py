"""Columns of a text that a converter laid out as the page was printed (`pdftotext -layout`): read one by one.

A gutter shows in most lines of a page: two spaces or more, behind which words begin at one place. What runs over it, as
a title or a wide table, ends the columns above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint_article.dataclass import dataclass
from lint_article.text import Span

_PAGE = re.compile(r"[^\f]+")
_GAP = re.compile(r"[ \u200b]{2,}(?=[^ \u200b\n])")
_FEWEST = 8  # lines that have words on both sides of the gutter
_FEWEST_BESIDE = 3  # such lines of a last page, whose gutter is that of the page before
_SHARE = 0.3  # of the lines of a page; fewer where next to none is wide, as columns may not be set line by line
_SHARE_BESIDE, _MOST_WIDE = 0.15, 0.2
_SHORTEST = 18  # code points that half of those lines have on either side at least
_INDENT = 8  # code points that words may begin behind the gutter, or
_EARLY = 4  # before it
_WHITE_LINES = 2  # blank lines that part columns from those below a heading
_HEADING = re.compile(r"\s*[^\W\d_a-z][^.,;:]{3,30}")
_TRIED = 5  # places that may be the gutter
_LABELS = 0.1  # share of the lines that labels begin
_FEWEST_WHITE, _MOST_WHITE = 3, 0.5  # white lines that part paragraphs, and their share of the others
_MOST_SPACES = 0.5  # share of a side that is no prose: the cells of a table


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space at its end, and where it is cut; nothing but white space may stand before that."""

    span: Span
    cut: int
    is_wide: bool = False

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands on the line."""
        return len(self.span) == 0

    @property
    def left(self) -> Span:
        """The side before the cut."""
        return Span(self.span.start, self.cut)

    @property
    def right(self) -> Span:
        """The side behind the cut."""
        return Span(self.cut, self.span.end)


def columns_of(text: str) -> list[Span] | None:
    """Return the lines of a text, each side by itself, in the order in which they are read; None if it has no columns.

    A blank line is an empty stretch, a form feed a stretch by itself.
    """
    read: list[Span] = []
    at, found = 0, False
    known: int | None = None
    for page in _PAGE.finditer(text):
        if page.start() > at:
            read.append(Span(at, page.start()))
        lines = list(_lines(text, page.start(), page.end()))
        gutter = _gutter(text, lines)
        if gutter is None and _is_going_on(text, lines, known):
            gutter = known
        sides = list(_in_order(text, lines, gutter))
        known = gutter or known
        found = found or len(sides) > len(lines)
        read += sides
        at = page.end()
    if at < len(text):
        read.append(Span(at, len(text)))
    return read if found else None


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, start + len(text[start:stop].rstrip()))
        start = stop + 1


def _is_going_on(text: str, lines: Sequence[Span], gutter: int | None) -> bool:
    """Tell whether a page goes on in the columns of the one before, and ends after too few lines to show them."""
    if gutter is None:
        return False
    cut = [_cut(text, line, gutter) for line in lines if len(line)]
    both = [one for one in cut if one.left.of(text).strip() and len(one.right)]
    wide = sum(one.is_wide for one in cut)
    return _FEWEST > len(both) >= _FEWEST_BESIDE and wide <= len(both) and _are_prose(text, both)


def _in_order(text: str, lines: Sequence[Span], gutter: int | None) -> Iterator[Span]:
    """Give the sides of the lines: of each stretch between wide lines, the left ones and then the right ones."""
    if gutter is None:
        yield from lines
        return
    for band in _bands(text, list(_cut_all(text, lines, gutter))):
        if band[0].is_wide:
            wide = [line.span for line in band]
            yield from _in_order(text, wide, _gutter(text, wide))
            continue
        yield from _side(text, band, [one.left for one in band])
        yield from _side(text, band, [one.right for one in band])


def _side(text: str, band: Sequence[_Line], sides: Sequence[Span]) -> Iterator[Span]:
    """Give the lines on one side of a gutter, with what is white between them where the two sides stand level."""
    full = [at for at, side in enumerate(sides) if side.of(text).strip()]
    words, parting = set(full), _find_parting(text, sides, full)
    yield from (
        side
        for at, (one, side) in enumerate(zip(band, sides, strict=True))
        if at in words or at in parting or one.is_blank
    )


def _find_parting(text: str, sides: Sequence[Span], full: Sequence[int]) -> set[int]:
    """Return the white lines that part paragraphs: few, and none before small letters.

    Elsewhere the two columns are not level, and white lines stand anywhere.
    """
    white = {at for a, b in pairwise(full) for at in range(a + 1, b)}
    below = [sides[b].of(text).strip() for a, b in pairwise(full) if b - a > 1]
    are_parting = len(below) >= _FEWEST_WHITE and not any(words[0].islower() for words in below)
    return white if are_parting and len(white) <= _MOST_WHITE * len(full) else set()


def _bands(text: str, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Give the stretches of lines that are wide or not, parted also by white from edge to edge above a heading."""
    band: list[_Line] = []
    blank = 0
    for line in lines:
        is_apart = blank >= _WHITE_LINES and _HEADING.fullmatch(line.left.of(text).strip()) is not None
        if band and (line.is_wide != band[0].is_wide or is_apart):
            yield band
            band = []
        blank = blank + 1 if line.is_blank else 0
        band.append(line)
    if band:
        yield band


def _cut_all(text: str, lines: Sequence[Span], gutter: int) -> Iterator[_Line]:
    """Give the lines with their cuts; a blank one goes with the line before it."""
    is_wide = False
    for line in lines:
        one = _cut(text, line, gutter) if len(line) else _Line(line, line.start, is_wide)
        is_wide = one.is_wide
        yield one


def _gutter(text: str, lines: Sequence[Span]) -> int | None:
    """Return the place in a line at which the right column of a page begins."""
    starts: Counter[int] = Counter()
    full = [line for line in lines if len(line)]
    for line in full:
        first = line.start + len(line.of(text)) - len(line.of(text).lstrip())
        places = (gap.end() - line.start for gap in _GAP.finditer(text, first, line.end))
        starts.update(place for place in places if place >= _SHORTEST)
    for place in _places(starts):
        cut = [_cut(text, line, place) for line in full]
        both = [one for one in cut if one.left.of(text).strip() and len(one.right)]
        few_wide = sum(one.is_wide for one in cut) <= _MOST_WIDE * len(full)
        if len(both) >= max(_FEWEST, (_SHARE_BESIDE if few_wide else _SHARE) * len(full)) and _are_prose(text, both):
            return place
    return None


def _places(starts: Counter[int]) -> Iterator[int]:
    """Give the places at which most words begin; where labels stand before hanging lines, that of the labels."""
    for place, count in starts.most_common(_TRIED):
        yield min(at for at, other in starts.items() if place - _INDENT < at <= place and other >= _LABELS * count)


def _are_prose(text: str, lines: Sequence[_Line]) -> bool:
    """Tell whether the lines have on either side as many words as running text has."""
    for sides in ([one.left for one in lines], [one.right for one in lines]):
        words = [side.of(text).strip() for side in sides]
        if sorted(map(len, words))[len(words) // 2] < _SHORTEST:
            return False
        if sum("   " in one for one in words) > _MOST_SPACES * len(words):
            return False
    return True


def _cut(text: str, line: Span, gutter: int) -> _Line:
    """Return where a line is cut at the gutter, so that indents behind it stay; a line is wide if words run over it."""
    words = line.of(text)
    first = len(words) - len(words.lstrip())
    edge = gutter - _EARLY
    if first >= edge:
        return _Line(line, line.start + min(first, gutter))
    if len(words) < gutter:
        return _Line(line, line.end)
    near = (gap for gap in _GAP.finditer(words, first) if edge <= gap.end() <= gutter + _INDENT)
    gap = next(near, None)
    if gap:
        return _Line(line, line.start + max(gap.start(), min(gap.end(), gutter)))
    gaps = list(_GAP.finditer(words, first))
    if len(gaps) == 1 and gaps[0].start() < gutter < gaps[0].end():  # a centred heading beside text
        return _Line(line, line.start + gutter)
    if words[gutter - 1] == " " != words[gutter : gutter + 1]:
        return _Line(line, line.start + gutter)
    return _Line(line, line.end, is_wide=True)
