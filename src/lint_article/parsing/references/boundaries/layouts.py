"""How a list shows by its layout where entries begin: labels, blank lines, indents, how lines are filled.

Each layout gives a sign for every place between two lines, if the list shows it regularly: what is there once in many
lines is the end of a page or a slip. A list may show several, or none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

from lint_article.dataclass import dataclass
from lint_article.parsing.references.boundaries.places import Seam
from lint_article.parsing.references.entry_features import DATED, ENDED, author_at, entry_score, is_whole
from lint_article.parsing.references.reference import LONG_LABEL
from lint_article.text import Span
from lint_article.text.pattern import Match, Pattern

_NEARLY_THOUSAND = 996
_FORMS = ("bracket", "paren", "dot", "bare")
_LOST = 4  # how much further the next label may count
_LINES_OF_ENTRY = 12  # on average, at most
# Shares of the lines behind blank ones: what begins like an entry there, and at all.
_BEGUN, _OTHERS = 0.4, 1.4
_NAMED, _NAMED_INSIDE = 0.6, 0.4  # shares of the lines that begin with a name, of entries' first and of others
_WHOLE = 0.6  # share of the lines that are whole entries in a list of one entry a line
# Share of the lines that end as entries do and give a year, whatever they begin with, in such a list; less is enough
# if none of so many lines goes on in the next one.
_CLOSED, _CLOSED_APART, _MANY = 0.8, 0.5, 12
_FEWEST = 0.08  # share of the lines that must surely go on for the list to be a wrapped one
_WIDEST = 150  # code points that nine of ten lines keep within
_EARLY = 0.1  # share of those lines that may be broken early: before an address, a figure, a page's end
_JOINED = 1.1  # times as long as nine of ten
_MARGIN = 0.94  # of their length; type that is not monospaced fills lines unevenly
_STRICT = 0.05  # share of those lines that may be broken early where each word that fits is on the line
_WORD = Pattern(r"\s*(\S{1,200})")


@dataclass(frozen=True, slots=True)
class ListLines:
    """The lines of a list and the places between them; `alone`: it is known that each line is an entry."""

    prose: str
    spans: Sequence[Span]
    places: Sequence[Seam]
    alone: bool = False


def layout_signs(lines: ListLines) -> list[list[str]]:
    """Return the signs of the layouts at each place: of those that print it, else of the first that lets it be seen."""
    shown = list(_read_layouts(_PRINTED, lines)) or list(islice(_read_layouts(_SEEN, lines), 1))
    return [[signs[at] for signs in shown] for at in range(len(lines.places))]


def _read_layouts(layouts: Iterable[_Layout], lines: ListLines) -> Iterator[list[str]]:
    return (signs for layout in layouts if (signs := layout(lines)) is not None)


def _mark_starts(lines: ListLines, starts: Collection[int], sign: str, other: str) -> list[str]:
    starts = frozenset(starts)
    return [sign if at in starts else other for at in range(1, len(lines.spans))]


def _read_labels(lines: ListLines) -> list[str] | None:
    """Labels count the entries."""
    starts: list[int] = []
    number = 0
    for index, line in enumerate(lines.spans):
        match = LONG_LABEL.match(lines.prose, line.start, line.end)
        printed = match and next((match.group(n) for n in _FORMS if match.group(n)), None)
        if not printed or not printed.isdigit() or (match and _is_year_like(match, number)):
            continue
        if int(printed) in range(number, number + _LOST) or (not starts and index == 0):
            starts.append(index)
            number = int(printed)
    enough = len(starts) >= 2 and starts[0] == 0 and len(starts) >= len(lines.spans) / _LINES_OF_ENTRY
    return _mark_starts(lines, starts, "counted", "uncounted") if enough else None


def _is_year_like(label: Match, before: int) -> bool:
    """Tell whether a label is a year rather than a number: it has four digits, and the one before counts not so far."""
    return any(len(label[form] or "") > 3 for form in ("dot", "bare")) and before < _NEARLY_THOUSAND


def _read_blank_lines(lines: ListLines) -> list[str] | None:
    """Blank lines part entries, and not pages or columns.

    These have many lines between blank ones, or as many entries that begin elsewhere.
    """
    prose, spans = lines.prose, lines.spans
    is_apart = [prose.count("\n", place.before.end, place.after.start) >= 2 for place in lines.places]
    if not any(is_apart):
        return None
    starts = [0, *(at for at, apart in enumerate(is_apart, 1) if apart)]
    within = (place for place, apart in zip(lines.places, is_apart, strict=True) if not apart)
    begun = sum(entry_score(prose, spans[at]) >= 2 for at in starts)
    every = sum(entry_score(prose, line) >= 3 and bool(author_at(prose, line.start)) for line in spans)
    inner = sum(_is_start_by_words(prose, place) for place in within)
    regular = (
        begun >= len(starts) * _BEGUN
        and every <= len(starts) * _OTHERS
        and inner <= len(starts)
        and len(spans) <= len(starts) * _LINES_OF_ENTRY
    )
    return _mark_starts(lines, starts, "blank line", "no blank line") if regular else None


def _is_start_by_words(prose: str, place: Seam) -> bool:
    """Tell whether a line begins with an author behind one that ends as an entry does."""
    return bool(place.author) and ENDED.search(prose, place.before.start, place.before.end) is not None


def _read_indents(lines: ListLines) -> list[str] | None:
    """Every entry begins further left, or further right, than its other lines."""
    indents = [len(line) - len(line.of(lines.prose).lstrip()) for line in lines.spans]
    least = min(indents)
    if least == max(indents):
        return None
    named = [
        author_at(lines.prose, line.start + indent, line.end) is not None
        for line, indent in zip(lines.spans, indents, strict=True)
    ]
    is_outer = [indent == least for indent in indents]
    for starting in (is_outer, [not outer for outer in is_outer]):
        starts = [at for at, begins in enumerate(starting) if begins]
        like = sum(named[at] for at in starts)
        inside = sum(named) - like
        regular = like >= _NAMED * len(starts) and inside <= _NAMED_INSIDE * (len(indents) - len(starts))
        if starting[0] and len(starts) >= 2 and regular:
            return _mark_starts(lines, starts, "hangs", "does not hang")
    return None


def _read_fill(lines: ListLines) -> list[str] | None:
    """Lines are filled: where the next line's first word had fitted, an entry ends.

    A line that ends in a comma, or is followed by small letters, was broken because the next word did not fit. Such
    lines tell how far lines are filled.
    """
    widest = _widest(lines.spans)
    lengths = [_joined_length(lines.prose, place, widest) for place in lines.places]
    filled = sorted(length for length, place in zip(lengths, lines.places, strict=True) if place.goes_on)
    if len(lines.spans) < 3 or widest > _WIDEST or len(filled) < max(1, _FEWEST * len(lines.spans)):
        return None
    return _fill_signs(
        lengths, filled, max((len(line) for line in lines.spans if _has_space(lines.prose, line)), default=0)
    )


def _fill_signs(lengths: Sequence[int], filled: Sequence[int], limit: int) -> list[str]:
    """Return the signs; `limit` is the length of the longest line."""
    strict = sum(length <= limit for length in filled) <= _STRICT * len(filled)
    least = limit + 1 if strict else _MARGIN * filled[int(_EARLY * len(filled))]
    how = "strictly" if strict else "loosely"
    return [f"short, filled {how}" if length < least else f"full, filled {how}" for length in lengths]


def _has_space(prose: str, line: Span) -> bool:
    return " " in line.of(prose).strip()


def _widest(lines: Sequence[Span]) -> int:
    """Return the length that nine of ten lines keep within."""
    return sorted(len(line) for line in lines)[int(0.9 * len(lines))]


def _joined_length(prose: str, place: Seam, widest: int) -> int:
    """Return how long the first line would be with the second's first word (code points)."""
    word = _WORD.match(prose, place.after.start, place.after.end)
    printed = len(place.before.of(prose).strip())
    if printed > _JOINED * widest:  # two printed lines, which a reader joined as an address goes on in the second
        printed -= widest
    return printed + 1 + (len(word[1]) if word else 0)


def _read_line_ends(lines: ListLines) -> list[str] | None:
    """Each line is an entry, or most may be."""
    whole = sum(is_whole(lines.prose, line) for line in lines.spans)
    if lines.alone or whole > _WHOLE * len(lines.spans) or _are_closed(lines):
        return ["line by line"] * len(lines.places)
    return None


def _are_closed(lines: ListLines) -> bool:
    """Tell whether nearly every line ends as an entry does and gives a year, as in a list with entries by title."""
    prose = lines.prose
    closed = sum(
        bool(ENDED.search(prose, one.start, one.end) and DATED.search(prose, one.start, one.end)) for one in lines.spans
    )
    if closed <= _CLOSED_APART * len(lines.spans):
        return False
    are_apart = len(lines.spans) >= _MANY and not any(place.goes_on for place in lines.places)
    return are_apart or closed > _CLOSED * len(lines.spans)


_Layout = Callable[[ListLines], list[str] | None]
_PRINTED: tuple[_Layout, ...] = (_read_labels, _read_blank_lines, _read_indents)
_SEEN: tuple[_Layout, ...] = (_read_fill, _read_line_ends)
