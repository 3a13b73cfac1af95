"""Places between two lines of a list, at each of which an entry may begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lint_article.dataclass import dataclass
from lint_article.parsing.references.entry_features import author_at, author_form
from lint_article.parsing.references.reference import LABEL
from lint_article.parsing.structure.line_breaks import is_line_unfinished
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

_TAIL = 300  # code points of a line's end that are looked at; addresses may be long
_LOWER = Pattern(r"\s*(?P<word>\p{Ll}++)(?!['’]\p{Lu})")
_CLOSING_FIRST = Pattern(r"\s*[.,;:>)\]»”](?![.\d])")
_LABEL_LAST = Pattern(r"(?<!\p{L})\p{Lu}{2,}:$")
_IN_VOLUME = Pattern(r"In:?\s+(?:\p{Lu}\.[\s-]?){1,3}\p{Lu}\p{L}")


@dataclass(frozen=True, slots=True)
class Seam:
    """Two lines and the break between them.

    `goes_on`: the second surely belongs to the first; `start`: where it begins behind a label (code points);
    `author`: in which form an author is printed there (empty: none is).
    """

    before: Span
    after: Span
    goes_on: bool
    start: int
    author: str


def read_places(prose: str, lines: Sequence[Span]) -> list[Seam]:
    """Return the places between the lines."""
    return [_read_place(prose, a, b) for a, b in pairwise(lines)]


def _read_place(prose: str, before: Span, after: Span) -> Seam:
    start, end = bare(prose, after)
    return Seam(before, after, is_continuation(prose, before, after), start, author_form(prose, start, end))


def is_continuation(prose: str, before: Span, line: Span) -> bool:
    """Tell whether a line surely belongs to the one before.

    Small letters begin it, or the editors of a volume (`In P. Tolliver (Ed.)`), or a mark that ends something, or a
    comma or `and` ends that.
    """
    small = _LOWER.match(prose, line.start, line.end)
    goes_on = small is not None and small["word"] not in words("particle")
    goes_on = goes_on or is_in_volume(prose, line) or _CLOSING_FIRST.match(prose, line.start, line.end) is not None
    return goes_on or (is_line_unfinished(prose, *tail(before)) and not _is_announcing(prose, before, line))


def is_in_volume(prose: str, line: Span) -> bool:
    """Tell whether a line begins with the editors of a volume: `In P. Tolliver (Ed.)`."""
    return _IN_VOLUME.match(prose, line.start, line.end) is not None


def _is_announcing(prose: str, before: Span, line: Span) -> bool:
    """Tell whether a line ends with a colon and what that announces may be lost: `doi: 10.1000/1, PMID:`."""
    if not prose.endswith(":", before.start, before.end):
        return False
    return _LABEL_LAST.search(prose, *tail(before)) is not None or author_at(prose, *bare(prose, line)) is not None


def tail(line: Span) -> tuple[int, int]:
    """Return the end of a line, as far as it is looked at."""
    return max(line.start, line.end - _TAIL), line.end


def bare(prose: str, line: Span) -> tuple[int, int]:
    """Return where a line begins behind its label, and where it ends."""
    label = LABEL.match(prose, line.start, line.end)
    return label.end() if label else line.start, line.end
