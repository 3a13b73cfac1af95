"""The reading order of a page: full-width lines and columns, found by the white gutter between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from lint_article.readers.pdf.change_of_type import parted_by_type
from lint_article.readers.pdf.lines import main_run
from lint_article.readers.pdf.strips import Strip, are_level, count_chars, ems, is_text, table_rows

_STEP = 3.0  # points between two places that may be the gutter
_WIDEST_PAGE = 14_400.0  # points; that of a damaged file may seem to be wider
_CLEAR = 0.3  # ems that a line may stick out into the gutter
_MIN_LINES = 3  # fewer lines are no column
_LONG_COLUMN = 10  # lines, beside which a column of one or two is believed
_MIN_EMS = 9.0  # three of four lines of a narrower column are shorter
_MAX_COLUMNS = 4
_STRAY = 0.02  # share of the characters that may cross the white stretch of the gutter
_WIDE = 0.2  # share of the characters that may cross a gutter between text and a table or a figure


def in_columns(strips: Sequence[Strip], depth: int = _MAX_COLUMNS) -> list[list[Strip]]:
    """Return the strips in columns, in reading order; a strip is what stands together on one line.

    The gutter is the x that the fewest characters cross while real columns stand left and right of it. What crosses
    it (a title, a wide table, a foot line) ends the columns above it, as a recursive XY-cut would have it; so does
    white from edge to edge above smaller type.
    """
    gutter = _gutter(strips) if depth > 1 else None
    if gutter is None:
        return [list(strips)] if strips else []
    columns: list[list[Strip]] = []
    for wide, band in _bands(strips, gutter):
        if wide:
            columns += in_columns(band, depth - 1)
            continue
        for part in parted_by_type(band):
            left = [strip for strip in part if _is_left(strip, gutter)]
            right = [strip for strip in part if not _is_left(strip, gutter)]
            columns += in_columns(left, depth - 1) + in_columns(right, depth - 1)
    return columns


def _bands(strips: Sequence[Strip], gutter: float) -> list[tuple[bool, list[Strip]]]:
    """Return stretches of the page from top to bottom, and of each whether it runs over the gutter."""
    bands: list[tuple[bool, list[Strip]]] = []
    cells = table_rows(strips, gutter)
    for strip in strips:
        wide = id(strip) in cells or _is_crossing(strip, gutter)
        if not bands or bands[-1][0] != wide:
            bands.append((wide, []))
        bands[-1][1].append(strip)
    merged: list[tuple[bool, list[Strip]]] = []
    for wide, band in bands:
        wide = wide or _is_rest(band, gutter)
        if merged and merged[-1][0] and wide:
            merged[-1][1].extend(band)
        else:
            merged.append((wide, band))
    return merged


def _is_rest(band: list[Strip], gutter: float) -> bool:
    """Tell whether a band is no pair of columns: the short last line of a paragraph, a heading, a stretched line.

    Where an article ends, the second column may hold a line or two, beside the top of a long first one.
    """
    left = {strip[0].baseline for strip in band if _is_left(strip, gutter)}
    right = {strip[0].baseline for strip in band if not _is_left(strip, gutter)}
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) >= _MIN_LINES:
        return False
    beside = bool(shorter) and abs(max(shorter) - max(longer)) < band[0][0].size
    return not (beside and len(longer) >= _LONG_COLUMN)


def _is_left(strip: Strip, x: float) -> bool:
    """Tell whether a strip stands left of the gutter at x, into which it may stick out as a long line of code does."""
    return strip[-1].right <= x + _CLEAR * main_run(strip).size and strip[0].left < x


def _is_crossing(strip: Strip, x: float) -> bool:
    clear = _CLEAR * main_run(strip).size
    return strip[0].left < x - clear and strip[-1].right > x + clear


def _gutter(strips: Sequence[Strip]) -> float | None:
    if len(strips) < 2 * _MIN_LINES:
        return None
    low = min(strip[0].left for strip in strips)
    high = max(strip[-1].right for strip in strips)
    places = [low + step * _STEP for step in range(1, int(min(high - low, _WIDEST_PAGE) / _STEP))]
    crossed = _count_crossings(strips, low, len(places))
    total = count_chars(strips)
    between = _between_columns(strips, places, crossed)
    clear = [index for index in between if crossed[index] <= _WIDE * total]
    for indexes, are_apart in ((between, _are_columns), (clear, _is_text_beside)):
        found = next((index for index in indexes if _is_separator(strips, places[index], are_apart)), None)
        if found is not None:
            return _middle(places, crossed, found, crossed[found] + _STRAY * total)
    return None


def _between_columns(strips: Sequence[Strip], places: Sequence[float], crossed: Sequence[int]) -> list[int]:
    """Return the indexes of places with enough strips on either side, those that the fewest characters cross first.

    Of places with the same strips left and right of them, the first.
    """
    rights = sorted(strip[-1].right - _CLEAR * strip[0].size for strip in strips)
    lefts = sorted(strip[0].left + _CLEAR * strip[0].size for strip in strips)
    first, last = rights[_MIN_LINES - 1], lefts[-_MIN_LINES]
    parted: dict[tuple[int, int], int] = {}
    for at in sorted((at for at, x in enumerate(places) if first <= x <= last), key=crossed.__getitem__):
        parted.setdefault((bisect_right(rights, places[at]), bisect_left(lefts, places[at])), at)
    return [*parted.values()]


def _middle(places: list[float], crossed: list[int], index: int, most: float) -> float:
    """Return the middle of the white stretch around a place, which at most so many characters cross."""
    first = last = index
    while first > 0 and crossed[first - 1] <= most:
        first -= 1
    while last + 1 < len(places) and crossed[last + 1] <= most:
        last += 1
    return (places[first] + places[last]) / 2


def _count_crossings(strips: Sequence[Strip], low: float, count: int) -> list[int]:
    """Return how many characters stand in strips that cross each place."""
    steps = [0] * (count + 2)
    for strip in strips:
        weight = count_chars([strip])
        clear = _CLEAR * main_run(strip).size
        start = int((strip[0].left + clear - low) / _STEP)
        end = int((strip[-1].right - clear - low) / _STEP)
        steps[min(max(start, 0), count)] += weight
        steps[min(max(end, start, 0), count)] -= weight
    totals, total = [], 0
    for step in steps[:count]:
        total += step
        totals.append(total)
    return totals


def _is_separator(strips: Sequence[Strip], x: float, are_apart: Callable[[list[Strip], list[Strip]], bool]) -> bool:
    """Tell whether what stands on either side of x is apart, and stands at the same heights."""
    left = [strip for strip in strips if strip[-1].right <= x + _CLEAR * strip[0].size]
    right = [strip for strip in strips if strip[0].left >= x - _CLEAR * strip[0].size]
    if not are_apart(left, right):
        return False
    top = min(max(strip[0].baseline for strip in side) for side in (left, right))
    foot = max(min(strip[0].baseline for strip in side) for side in (left, right))
    return top > foot


def _are_columns(left: Sequence[Strip], right: Sequence[Strip]) -> bool:
    """Tell whether lines as long as a column's stand on either side."""
    return _is_column(left) and _is_column(right)


def _is_column(strips: Sequence[Strip]) -> bool:
    widths = sorted(map(ems, strips))
    return len(widths) >= _MIN_LINES and widths[int(len(widths) * 0.75)] >= _MIN_EMS


def _is_text_beside(left: Sequence[Strip], right: Sequence[Strip]) -> bool:
    """Tell whether text stands beside text, or beside what does not keep to its lines, as the rows of a table."""
    sides = ((left, right), (right, left))
    return any(is_text(one) and (is_text(other) or not are_level(other, one)) for one, other in sides)
