"""Printed lines put together to paragraphs, by what the typesetting shows: gaps, indents, lines left unfilled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind
from lint_article.readers.pdf.fractions import set_aside
from lint_article.readers.pdf.model import Column, Row
from lint_article.readers.pdf.urls import set_as_text

_BULLET = re.compile(r"[•◦▪‣●○■□✓➢]\s?")
_LABEL = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s")
_INDENT = 0.7  # ems
_SAME_SIZE = 0.06  # share of the size by which two rows may differ
_LARGE = 1.3  # sizes of the text from which on centred lines are one title
_LONG = 8  # rows that show where a column ends on the right
_SHORT = 0.7  # share of the measure below which a ragged line is short
_JUSTIFIED = 0.3  # share of the rows that end at one edge
_CLOSING = ".?!:;)]\u201d"


@dataclass(slots=True)
class Paragraph:
    """Rows that read on. `first` and `last`: it begins or ends the running text of its size in the column.

    `carried`: its first row is indented as only the later lines of an entry are, so one that begins a column goes on;
    None if the column has no such entries.
    """

    rows: list[Row]
    kind: BlockKind = "paragraph"
    level: int = 0
    first: bool = False
    last: bool = False
    carried: bool | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How the whole document is set.

    `size` is that of its text, `leading` the usual distance of lines for each size, `measures` the left and right edges
    of its long columns. `ragged`: most lines stop short of the right edge.
    """

    size: float
    leading: dict[float, float]
    measures: tuple[tuple[float, float], ...]
    ragged: bool


def setting_of(columns: Sequence[Column]) -> Setting:
    """Return the size that most characters have, the most usual distance of two lines of each size, and the edges."""
    sizes: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = {}
    for column in columns:
        for row in column:
            sizes[round(row.size, 1)] += len(row.text)
        for a, b in pairwise(column):
            size = round(a.size, 1)
            if size == round(b.size, 1) and 0 < a.baseline - b.baseline < 3 * size:
                # Lines of text are long; the pieces of a formula, which stand anyhow, are short.
                steps.setdefault(size, Counter())[round(a.baseline - b.baseline, 1)] += min(len(a.text), len(b.text))
    leading = {size: counts.most_common(1)[0][0] for size, counts in steps.items()}
    measures = tuple((_left(column), _edge(column)) for column in columns if len(column) >= _LONG)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    return Setting(body, leading, measures, _is_ragged(columns, body))


def _is_ragged(columns: Sequence[Column], body: float) -> bool:
    """Tell whether fewer than half of the lines of text in long columns reach the right edge."""
    long = [[row for row in column if round(row.size, 1) == body and not row.fixed] for column in columns]
    edges = [(rows, _edge(rows)) for rows in long if len(rows) >= _LONG]
    gaps = [edge - row.right for rows, edge in edges for row in rows]
    return sum(gap < 1.5 for gap in gaps) * 2 < len(gaps)


def paragraphs_of(column: Column, setting: Setting, alone: bool) -> list[Paragraph]:
    """Return the paragraphs of a column, top to bottom; `alone`: no other column stands on its page."""
    set_as_text(column)
    _give_room(column, setting, alone)
    lines, aside = set_aside(column, partial(_are_apart, setting=setting))
    chunks = list(_chunks(lines, setting))
    deep = {
        round(row.left) for chunk in chunks if _is_hanging(chunk) for row in chunk if _is_indented(row, _left(chunk))
    }
    paragraphs = [paragraph for chunk in chunks for paragraph in _entries(chunk, deep, setting.size)]
    for paragraph in paragraphs:
        paragraph.carried = round(paragraph.rows[0].left) in deep if deep else None
    return list(_with_asides(paragraphs, aside))


def _with_asides(paragraphs: Iterable[Paragraph], aside: Mapping[int, list[Row]]) -> Iterator[Paragraph]:
    """Give the paragraphs, each with what was set aside from between its lines behind it."""
    for paragraph in paragraphs:
        yield paragraph
        yield from (Paragraph(aside[id(row)]) for row in paragraph.rows if id(row) in aside)


def _give_room(column: Column, setting: Setting, alone: bool) -> None:
    """Set each row's room: the right edge of the column; where it is short, the long ones of the document show it."""
    left, room = _left(column), _edge(column)
    if alone and len(column) < _LONG:
        alike = [right for start, right in setting.measures if abs(start - left) < 2 and right > room - 2]
        room = min(alike, default=room)
    for row in column:
        row.room, row.measure, row.ragged = room, room - left, setting.ragged


def _edge(column: Column) -> float:
    """Return the right edge of a column: where most lines end, or else the farthest that two of them reach."""
    edges = sorted((row.right for row in column), reverse=True)
    usual, count = Counter(round(edge) for edge in edges).most_common(1)[0]
    if count > 2 and count >= _JUSTIFIED * len(edges):
        return next(edge for edge in edges if edge < usual + 1)
    return next((a for a, b in pairwise(edges) if a - b < 1.0), edges[0])


def _chunks(column: Column, setting: Setting) -> Iterator[list[Row]]:
    """Give the stretches of a column between changes of size and larger gaps."""
    chunk: list[Row] = []
    for row in column:
        if chunk and _are_apart(chunk[-1], row, setting):
            yield chunk
            chunk = []
        chunk.append(row)
    if chunk:
        yield chunk


def _are_apart(a: Row, b: Row, setting: Setting) -> bool:
    gap = a.baseline - b.baseline
    usual = setting.leading.get(round(a.size, 1), 1.2 * a.size)
    return not is_same_size(a, b) or not -0.5 * a.size < gap < max(1.25 * usual, usual + 0.2 * a.size)


def is_same_size(a: Row, b: Row) -> bool:
    """Tell whether two rows are set in about the same size of type."""
    return abs(a.size - b.size) <= _SAME_SIZE * max(a.size, b.size)


def _entries(chunk: list[Row], deep: set[int], body: float) -> Iterator[Paragraph]:
    """Give the paragraphs of a chunk; `deep` is where the later lines of the column's hanging entries begin."""
    if chunk[0].size > _LARGE * body and all(_are_centred(a, b) for a, b in pairwise(chunk)):
        yield Paragraph(chunk)
        return
    room, left = _room(chunk), _left(chunk)
    hanging, labelled = _is_hanging(chunk), _is_labelled(chunk)
    paragraph = Paragraph([chunk[0]])
    for a, b in pairwise(chunk):
        if (
            (is_ended(a, b, room) and not (_is_indented(b, left) and round(b.left) in deep))
            or is_note_start(b)
            or _BULLET.match(b.text)
            or (labelled and _LABEL.match(b.text))
            or (_is_broken_by_indent(a, b, left, hanging) and round(b.left) not in deep)
        ):
            yield paragraph
            paragraph = Paragraph([])
        paragraph.rows.append(b)
    yield paragraph


def _are_centred(a: Row, b: Row) -> bool:
    """Tell whether two rows stand in the middle of the same place."""
    return abs(a.left + a.right - b.left - b.right) < 0.4 * a.size


def is_note_start(row: Row) -> bool:
    """Tell whether a raised mark begins the row; the mark of a citation never does, it hangs on its word."""
    return bool(row.raised) and row.raised[0][0] == 0


def _left(chunk: Sequence[Row]) -> float:
    return min(row.left for row in chunk)


def _room(chunk: Sequence[Row]) -> float:
    """Return the right edge that the chunk's lines run to: the column's, unless a quotation is set narrower."""
    reached = max(row.right for row in chunk)
    room = chunk[0].room
    return room if len(chunk) < 3 or reached > room - chunk[0].size else reached


def is_ended(a: Row, b: Row, room: float) -> bool:
    """Tell whether line a was ended on purpose: the first word of line b would have fitted on it.

    Where lines are ragged, a typesetter may have left that word to the next line for the look of the paragraph, so the
    line must be short, or close a sentence, and the next one must not go on in lower case.
    """
    word = b.text.find(" ")
    width = b.rights[(word if word > 0 else len(b.text)) - 1] - b.left
    fits = a.right + 0.25 * a.size + width < room - 0.4 * a.size
    if not (fits and a.ragged):
        return fits
    return not b.text[0].islower() and (a.text[-1] in _CLOSING or a.right - a.left < _SHORT * a.measure)


def _is_indented(row: Row, left: float) -> bool:
    return row.left > left + _INDENT * row.size


def _is_broken_by_indent(a: Row, b: Row, left: float, hanging: bool) -> bool:
    if hanging:
        return not _is_indented(b, left)
    deeper = b.left > a.left + _INDENT * b.size
    return deeper and not (_BULLET.match(a.text) or _LABEL.match(a.text))


def _is_hanging(chunk: Sequence[Row]) -> bool:
    """Tell whether entries hang, as in a reference list: most full lines go on indented, or many lines are short, and
    only full ones go on indented.
    """
    room, left = _room(chunk), _left(chunk)
    goes_on: dict[bool, list[bool]] = {True: [], False: []}
    for a, b in pairwise(chunk):
        goes_on[is_ended(a, b, room)].append(_is_indented(b, left))
    full, ended = goes_on[False], goes_on[True]
    return 2 * sum(full) > len(full) or (sum(full) > 1 and not any(ended) and 2 * len(ended) >= len(full))


def is_next_labelled(a: Row, b: Row) -> bool:
    """Tell whether two rows begin with labels, the second of which counts on from the first."""
    return _is_labelled((a, b))


def _is_labelled(chunk: Sequence[Row]) -> bool:
    """Tell whether lines begin with numbers that count up: a numbered list."""
    labels = [int(m[1] or m[2]) for row in chunk if (m := _LABEL.match(row.text))]
    return len(labels) > 1 and all(b == a + 1 for a, b in pairwise(labels))
