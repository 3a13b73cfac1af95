"""Reference lists by their numbers: 1, 2, 3 … are the skeleton of a list, whatever interrupts it.

Boxes, columns, page ends and headings interrupt a list in print; the label n + 1 behind an interruption proves that it
goes on. What counts is an entry, of whatever kind its block is; what does not, and is no rest of an entry, is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import ceil

from lint_article.dataclass import dataclass
from lint_article.parsing.references.entry_features import ENDED, entry_score
from lint_article.parsing.references.reference import LABEL, LONG_LABEL
from lint_article.parsing.references.stacked_labels import entries_below, is_label
from lint_article.parsing.structure.imprint import is_imprint
from lint_article.parsing.structure.sections import strip_span
from lint_article.text import Span
from lint_article.text.pattern import Match, Pattern

_FORMS = ("bracket", "paren", "dot", "bare")
_FEWEST = 3
_YEARS = 1000  # from here on, what begins a list is a year
_LOST = 3  # how many numbers further the next label may be
_HOLE = 20  # the same where the labels behind it count on
_BEHIND = 8  # code points behind a line that tell whether it is a label: one may stand on a line of its own
_SHOWN = 2  # lines behind a label that show whether an entry begins there
_SURE, _RATHER, _LEAST = 3, 2, 0.5  # scores of an entry; share of those that look like one
_LONGEST, _TAIL = 2_000, 300  # code points of an entry, and of its end
_REST = Pattern(r"\s*(?:https?://|URL\b|doi:?\s|10\.\d{4,9}/|[\p{Ll}\d(])")
_DIGIT = Pattern(r"\d")  # of a year or a page: a block without one is part of an entry
_LONE_NUMBER = Pattern(r"\s*(\d{1,3})\s*")
_Label = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ListPiece:
    """A line or a block; `can_be_rest`: it may belong to the entry before it."""

    span: Span
    can_be_rest: bool = True


def counted_entries(prose: str, pieces: Sequence[ListPiece], end: int, *, by_line: bool) -> list[Span]:
    """Return the entries that labels count from the first piece on; none if the pieces are not counted.

    The section of the list ends at `end`; what counts on behind it must look like an entry.
    """
    text = _Text(prose, pieces, by_line)
    chain = list(_until_doubtful(text, _chains(text), end))
    enough = ceil(_LEAST * len(chain))
    like = islice((at for at in chain if text.score(at) >= _RATHER), enough)
    if len(chain) < _FEWEST or len(list(like)) < enough:
        return []
    inside = next((at for at, piece in enumerate(pieces) if piece.span.start >= end), len(pieces))
    bounds = [*chain[1:], inside if chain[-1] < inside else len(pieces)]
    return [entry for stack in _stacks(text, chain, bounds) for entry in _entries(text, stack)]


@dataclass(frozen=True, slots=True)
class _Text:
    prose: str
    pieces: Sequence[ListPiece]
    by_line: bool

    def label(self, at: int) -> _Label | None:
        """Return the form and the number of the label that begins a piece."""
        match = self.read_label(self.pieces[at].span, LONG_LABEL)
        form = next((form for form in _FORMS if match and match[form]), "")
        if not form and self.is_stacked(at):
            return "bare", self._lone_number(at) or 0
        return (form, int(match[form])) if match and form and match[form].isdecimal() else None

    def is_stacked(self, at: int) -> bool:
        """Tell whether a number is all of a line, and the line above or below it counts on."""
        above, number, below = (self._lone_number(place) for place in (at - 1, at, at + 1))
        return number is not None and (above == number - 1 or below == number + 1)

    def _lone_number(self, at: int) -> int | None:
        if not (self.by_line and 0 <= at < len(self.pieces)):
            return None
        span = self.pieces[at].span
        number = _LONE_NUMBER.fullmatch(self.prose, span.start, span.end)
        return int(number[1]) if number else None

    def read_label(self, span: Span, pattern: Pattern = LABEL) -> Match | None:
        """Return the label that begins a stretch; it may be all of it."""
        return pattern.match(self.prose, span.start, min(len(self.prose), span.end + _BEHIND))

    def score(self, at: int) -> int:
        """Return how much an entry that begins with the piece looks like one."""
        last = min(at + _SHOWN, len(self.pieces) - 1) if self.by_line else at
        return entry_score(self.prose, Span(self.pieces[at].span.start, self.pieces[last].span.end))


@dataclass(frozen=True, slots=True)
class _Stack:
    """Labels (pieces), where the lines below them end (a piece), and how many entries they count: one may be lost."""

    labels: list[int]
    stop: int
    count: int


def _chains(text: _Text) -> list[int]:
    """Return the pieces that count up from the first one on, in its form of label.

    Where a right column is read before a left one, the numbers that lead up to the first one stand behind.
    """
    first = text.label(0) if text.pieces else None
    if first is None or (first[0] in ("dot", "bare") and first[1] >= _YEARS):
        return []
    places = _places(text)
    chain = list(_chain(text, places, first, 0))
    form, number = first
    begin = next((at for at in places.get((form, 1), ()) if at > chain[-1]), None)
    before = list(_chain(text, places, (form, 1), begin)) if number > 1 and begin else []
    leads_up = bool(before) and text.label(before[-1]) == (form, number - 1)
    return [*chain, *before] if leads_up else chain


def _chain(text: _Text, places: Mapping[_Label, list[int]], label: _Label, at: int | None) -> Iterator[int]:
    """Give the pieces that count up from one with a label."""
    form, number = label
    while at is not None:
        yield at
        at, number = _next(text, places, (form, number), at)


def _places(text: _Text) -> Mapping[_Label, list[int]]:
    places: dict[_Label, list[int]] = defaultdict(list)
    for at in range(len(text.pieces)):
        if label := text.label(at):
            places[label].append(at)
    return places


def _next(text: _Text, places: Mapping[_Label, list[int]], label: _Label, after: int) -> tuple[int | None, int]:
    """Return the piece with the next number, and that number; of several, the one that looks most like an entry."""
    form, number = label
    for wanted in range(number + 1, number + 1 + _LOST):
        found = [at for at in places.get((form, wanted), ()) if at > after] or _without_mark(
            text, places, (form, wanted), after
        )
        if found:
            limit = next((at for at in places.get((form, wanted + 1), ()) if at > found[0]), len(text.pieces))
            near = [at for at in found if at < limit]
            best = max(near, key=text.score) if len(near) > 1 else near[0]
            if wanted == number + 1 or text.score(best) >= _RATHER or text.is_stacked(best):
                return best, wanted
    return _behind_hole(text, places, label, after)


def _behind_hole(text: _Text, places: Mapping[_Label, list[int]], label: _Label, after: int) -> tuple[int | None, int]:
    """Return the piece whose label counts on behind a hole in the list, and its number: it and the next are entries."""
    form, number = label
    at, wanted = _nearest(places, (form, number + _LOST), after)
    behind = _nearest(places, (form, wanted), at)[0] if at is not None else None
    is_sure = at is not None and behind is not None and min(text.score(at), text.score(behind)) >= _SURE
    return (at, wanted) if is_sure else (None, number)


def _nearest(places: Mapping[_Label, list[int]], label: _Label, after: int) -> tuple[int | None, int]:
    """Return the first piece behind another whose number is the next higher one, and that number."""
    form, number = label
    for wanted in range(number + 1, number + 1 + _HOLE):
        at = next((at for at in places.get((form, wanted), ()) if at > after), None)
        if at is not None:
            return at, wanted
    return None, number


def _without_mark(text: _Text, places: Mapping[_Label, list[int]], label: _Label, after: int) -> list[int]:
    """Return the pieces before the next label whose number has lost its mark, as `40 Abel` between `39.` and `41.`."""
    form, number = label
    limit = next((at for at in places.get((form, number + 1), ()) if at > after), after)
    return [at for at in places.get(("bare", number), ()) if after < at < limit and text.score(at) >= _RATHER]


def label_of(prose: str, span: Span) -> tuple[str, int] | None:
    """Return the form and the number of the label that begins an entry."""
    return _Text(prose, [ListPiece(span)], by_line=False).label(0)


def _stacks(text: _Text, chain: Sequence[int], bounds: Sequence[int]) -> Iterator[_Stack]:
    """Give the labels that stand below each other, each with the lines below it; mostly these are single ones."""
    labels: list[int] = []
    last = 0
    for at, stop in zip(chain, bounds, strict=True):
        labels.append(at)
        if not (stop == at + 1 and _is_label(text, at)):
            number = _number(text, at)
            yield _Stack(labels, stop, number - last)
            labels, last = [], number
    if labels:
        yield _Stack(labels, labels[-1] + 1, len(labels))


def _number(text: _Text, at: int) -> int:
    label = text.label(at)
    return label[1] if label else 0


def _is_label(text: _Text, at: int) -> bool:
    return text.by_line and is_label(text.prose, text.pieces[at].span)


def _entries(text: _Text, stack: _Stack) -> list[Span]:
    """Return the entries of one label, or of several that stand in a stack before them."""
    last = stack.labels[-1]
    if len(stack.labels) > 1 and _is_label(text, last):
        lines = [piece.span for piece in text.pieces[last + 1 : stack.stop]]
        if below := entries_below(text.prose, lines, stack.count):
            return below
    return [_whole_entry(text, at, end) for at, end in pairwise([*stack.labels, stack.stop])]


def _until_doubtful(text: _Text, chain: Sequence[int], end: int) -> Iterator[int]:
    for at in chain:
        if text.pieces[at].span.start >= end and text.score(at) < _SURE:
            return
        yield at


def _whole_entry(text: _Text, at: int, stop: int) -> Span:
    """Return the entry that begins with a piece: with those behind it that go on with it."""
    entry = text.pieces[at].span
    for piece in text.pieces[at + 1 : stop]:
        if not _is_continuation(text, entry, piece):
            break
        entry = entry.union(piece.span)
    return strip_span(text.prose, entry)


def _is_continuation(text: _Text, entry: Span, piece: ListPiece) -> bool:
    """Tell whether a piece belongs to the entry before it: the next line does, unless blank ones part them."""
    if not piece.can_be_rest or len(entry) > _LONGEST or is_imprint(text.prose, piece.span):
        return False
    if text.by_line and text.prose.count("\n", entry.end, piece.span.start) < _SHOWN:
        return True
    if _is_only_begun(text, entry):
        return True
    ended = ENDED.search(text.prose, max(entry.start, entry.end - _TAIL), entry.end)
    return not ended or _REST.match(text.prose, piece.span.start, piece.span.end) is not None


def _is_only_begun(text: _Text, entry: Span) -> bool:
    """Tell whether an entry is no more than its label so far or, in a block, than names."""
    label = text.read_label(entry)
    if label is None:
        return False
    return label.end() >= entry.end or not (text.by_line or _DIGIT.search(text.prose, label.end(), entry.end))
