"""Numeric citations: which of the three systems a text uses, and how much of the list it cites so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from lint_article.dataclass import dataclass
from lint_article.document import Mark, Reference
from lint_article.document.citation import Style
from lint_article.parsing.citations.detached_numbers import find_detached
from lint_article.parsing.citations.expected_numbers import find_bare
from lint_article.parsing.citations.markers import find_markers
from lint_article.parsing.citations.numeric_marker import Marker
from lint_article.parsing.citations.worded_numbers import find_worded_numbers
from lint_article.parsing.references.numbered_lists import is_alphabetical, reference_by_number
from lint_article.text import Span

_ENOUGH, _BRACKETED = 0.5, 0.2
_OWN = 0.9  # share of the numbers in brackets that the list has
_BY_NAME = 0.4
_IN_ORDER = 0.8
_LEAD = 0.1  # of the product of coverage and order
_CONVINCING_RANGE = 10  # numbers: longer ranges are mostly none, `(1–48)`


@dataclass(frozen=True, slots=True)
class Numbering:
    """The system that a text uses, its markers, the numbers that they cite beyond doubt, and the share in order.

    `coverage` is the share of the list that these numbers are (0 to 1).
    """

    style: Style
    markers: tuple[Marker, ...]
    cited: frozenset[int]
    coverage: float
    ordered: float


def find_numbering(
    prose: str, holes: Sequence[Span], marks: Sequence[Mark], references: Sequence[Reference]
) -> Numbering | None:
    """Return the numeric system of a text, or None if no system cites half of the list in a steady order.

    Of a list that is printed with numbers, numbers in brackets need cite less, if they are its own and in order.
    """
    entries = reference_by_number(references)
    if len(entries) < 3:
        return None
    labelled = any(reference.label for reference in references)
    named = list(find_worded_numbers(prose, holes, entries))
    best: Numbering | None = None
    for style in ("bracket", "paren", "superscript"):
        numbering = _numbering(style, tuple(find_markers(prose, style, holes, marks, entries, named)), entries)
        enough = _BRACKETED if labelled and style == "bracket" and _is_own(numbering, entries) else _ENOUGH
        if numbering.coverage >= enough and (best is None or _is_citing_more(numbering, best)):
            best = numbering
        if best and best.coverage * best.ordered >= 1 - _LEAD:
            break  # no other can cite so much more
    if labelled and (best is None or best.coverage * best.ordered < _ENOUGH):
        detached = _numbering("superscript", tuple(find_detached(prose, holes, entries)), entries)
        best = detached if _is_outweighing(detached, best) else best
    return best and _add_bare(prose, holes, best, entries)


def _is_outweighing(detached: Numbering, other: Numbering | None) -> bool:
    """Tell whether numbers that stand apart are the system: they cite more than a weak one, in twice as many places."""
    if other is None:
        return detached.coverage >= _ENOUGH
    return detached.coverage > other.coverage + _LEAD and len(detached.markers) >= 2 * len(other.markers)


def _numbering(style: Style, markers: tuple[Marker, ...], entries: Mapping[int, int]) -> Numbering:
    cited = frozenset(n for marker in markers for n in _find_convincing(marker) if n in entries)
    return Numbering(style, markers, cited, len(cited) / len(entries), _share_in_order(markers, entries))


def _add_bare(prose: str, holes: Sequence[Span], numbering: Numbering, entries: Mapping[int, int]) -> Numbering:
    """Return the system with the markers that have lost their brackets, which are no sign of it."""
    bare = find_bare(prose, holes, numbering.style, numbering.markers, entries)
    return replace(numbering, markers=tuple(sorted((*numbering.markers, *bare), key=lambda m: m.span.start)))


def _is_citing_more(numbering: Numbering, other: Numbering) -> bool:
    """Tell whether a system cites more than another, in more places: one range `(1–48)` outweighs no brackets."""
    more = numbering.coverage * numbering.ordered > other.coverage * other.ordered + _LEAD
    return more and 2 * len(numbering.markers) >= len(other.markers)


def _find_convincing(marker: Marker) -> Iterator[int]:
    """Yield the numbers of a marker without those that only a long range implies."""
    implied = Counter(span for _, span in marker.numbers)
    return (number for number, span in marker.numbers if implied[span] <= _CONVINCING_RANGE)


def _is_own(numbering: Numbering, entries: Mapping[int, int]) -> bool:
    numbers = [number for marker in numbering.markers for number, _ in marker.numbers]
    return numbering.ordered >= _IN_ORDER and sum(n in entries for n in numbers) >= _OWN * len(numbers)


def is_cited_by_name(named: Set[int], references: Sequence[Reference]) -> bool:
    """Tell whether a list without numbers is cited by names and years so much that no numbers can cite it."""
    return len(named) >= _BY_NAME * len(references) and not any(reference.label for reference in references)


def is_more_than_names(numbering: Numbering, named: Set[int], references: Sequence[Reference], has_notes: bool) -> bool:
    """Tell whether the numbers cite more of the list than names and years do; stuck digits need a clear lead.

    `named` are the entries cited by name. Numbers in brackets may be an index or a program's output. Numbers in order
    cannot cite a list without numbers in the order of the alphabet: they are those of notes. Where the list prints
    numbers and the text has them in order, a work that is named and numbered is no sign of names:
    `Abel et al. (2001)1`.
    """
    if not any(reference.label for reference in references):
        if is_cited_by_name(named, references) or (has_notes and numbering.style == "superscript"):
            return False
        if numbering.ordered >= _IN_ORDER and is_alphabetical(references):
            return False
    elif numbering.ordered >= _IN_ORDER and numbering.coverage >= _ENOUGH:
        entries = reference_by_number(references)
        named = named - {entries[number] for number in numbering.cited}
    lead = 1.0 if numbering.style == "bracket" else 1.6
    return numbering.coverage * len(references) >= lead * len(named)


def _share_in_order(markers: Sequence[Marker], entries: Mapping[int, int]) -> float:
    """Return the share of first mentions that do not step back by much; alphabetical lists have no such order."""
    seen: set[int] = set()
    steady = total = 0
    highest = 0
    for marker in markers:
        for number, _ in marker.numbers:
            if number in entries and number not in seen:
                seen.add(number)
                total += 1
                steady += highest - 3 <= number <= highest + 6
                highest = max(highest, number)
    return max(0.3, steady / total) if total else 0.0
