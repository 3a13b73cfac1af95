"""Where linking begins and ends: how much of a list must be cited before its absence elsewhere is a fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from lint_article.document import CitationItem, Outcome, Resolution
from lint_article.parsing.citations.author_year import find_candidates
from lint_article.parsing.linking.coverage import find_understood_lists, is_for_reading
from lint_article.parsing.linking.established import keep_established
from lint_article.parsing.linking.intended_number import with_meant
from lint_article.parsing.linking.resolved import ResolvedCandidate
from lint_article.text import Span
from making import document

NAMES = ("Abel", "Brand", "Corn", "Dorn", "Eder", "Falk", "Gram", "Horn", "Iven", "Jost", "Kemp", "Lowe")


def listed(count: int) -> str:
    entries = (f"{name}, K. (20{10 + n}). On reeds. Gulls, {n}, 1–9.\n" for n, name in enumerate(NAMES[:count]))
    return "\n\nReferences\n\n" + "".join(entries)


def cited(*numbers: int) -> str:
    return " ".join(f"Reeds lean ({NAMES[n]}, 20{10 + n})." for n in numbers)


@pytest.mark.parametrize(
    ("count", "numbers", "extent", "understood"),
    [
        (4, (0, 1), "enough", True),
        (4, (0,), "part", False),
        (5, (0, 1, 2), "enough", True),
        (5, (0, 1), "part", False),
        (5, (), "none", False),
        (4, (), "part", False),
        (10, (0,), "none", False),
        (10, (0, 1), "part", False),
        (1, (), "enough", False),
        (2, (), "part", False),
    ],
)
def test_half_of_a_list_is_enough(count: int, numbers: Sequence[int], extent: str, understood: bool) -> None:
    parsed = document(f"Reeds lean and gulls cry. {cited(*numbers)}{listed(count)}")
    seen = parsed.recognition
    assert (seen.extent, seen.is_understood) == (extent, understood)
    assert find_understood_lists(parsed) == ({0} if understood else set())
    assert (seen.to_cite, seen.found) == ((0, 0) if extent == "enough" else (count, len(numbers)))


def judged(outcome: Outcome, entry: int = 0, printed: str = "(Abel, 2001)") -> ResolvedCandidate:
    candidate = find_candidates("Reeds lean (Abel, 2001).", ())[0]
    candidate = replace(candidate, comma="," in printed, malformed=not printed.endswith("2001)"))
    return ResolvedCandidate(candidate, 0, outcome, (entry,) if outcome == "matched" else ())


ABSENT, PAGE, FAULTY_YEAR = (
    judged("absent"),
    judged("year-malformed", 0, "(Abel 201)"),
    judged("year-malformed", 0, "(Abel, 201)"),
)
ABSENT, FIRST, SECOND = judged("absent"), judged("matched", 1), judged("matched", 2)


@pytest.mark.parametrize(
    ("read", "entries", "length", "expected"),
    [
        ([ABSENT], 10, 1500, ["not-a-citation"]),
        ([ABSENT], 9, 1500, ["absent"]),
        ([ABSENT], 10, 1400, ["absent"]),
        ([ABSENT] * 2, 10, 1500, ["absent"] * 2),
        ([ABSENT] * 2, 20, 1500, ["not-a-citation"] * 2),
        ([ABSENT, FIRST, FIRST], 10, 1500, ["not-a-citation", "matched", "matched"]),
        ([ABSENT, FIRST, SECOND], 10, 1500, ["absent", "matched", "matched"]),
        ([judged("exempt"), judged("unlisted")], 10, 1500, ["exempt", "unlisted"]),
        # `(Abel 201)` is a page, even in a short text, and no fault that shows how the text cites
        ([PAGE] * 3, 10, 1400, ["not-a-citation"] * 3),
        ([FAULTY_YEAR], 10, 1400, ["year-malformed"]),
        ([FAULTY_YEAR], 10, 1500, ["not-a-citation"]),
    ],
)
def test_names_and_years_here_and_there_are_no_citations_of_a_long_list(
    read: Sequence[ResolvedCandidate], entries: int, length: int, expected: Sequence[str]
) -> None:
    assert [one.outcome for one in keep_established(read, entries, length)] == expected


@pytest.mark.parametrize(
    ("printed", "entries", "meant"),
    [
        # each number is an entry; a dash is out of range
        ("0 1 - 3", 4, [2]),
        ("0 - - 3", 4, [1, 2]),
        ("- 1 2", 3, [0]),
        ("0 1 -", 3, [2]),
        ("0 - 0 2", 3, [1]),
        ("0 2 - 3", 4, [None]),
        ("0 - 1 2", 4, [None]),
        ("0 -", 2, [None]),
        ("- -", 3, [None, None]),
        ("1 0 - 3", 4, [None]),
        ("0 1 2 3 4 5 6 7 9 8 10 - 12", 13, [11]),
        ("0 1 3 2 4 5 6 7 9 8 10 - 12", 13, [None]),
        ("0 1 2 3 4 5 6 7 8 10 9 -", 12, [11]),
        ("0 2 1 -", 4, [None]),
    ],
)
def test_a_number_out_of_range_means_the_entry_whose_turn_it_was(
    printed: str, entries: int, meant: list[int | None]
) -> None:
    item = CitationItem(Span(0, 1), number=99)
    made = [
        Resolution(item, "number-out-of-range") if one == "-" else Resolution(item, "matched", (int(one),))
        for one in printed.split()
    ]
    assert [one.nearest for one in with_meant(made, range(entries)) if one.outcome == "number-out-of-range"] == meant


@pytest.mark.parametrize(
    ("count", "text", "system"),
    [
        (3, "Reeds lean (Abel 14; Brand 15). Gulls cry, says Corn (16).", "author-page"),
        (3, "Reeds lean (Abel 14). Gulls cry, says Corn (16), and Brand (15) too.", ""),
        (3, "Reeds lean (Abel 14; Brand 15).", ""),
        (2, "Reeds lean (Abel 14; Brand 15).", ""),
        (8, "Reeds lean (Abel 14; Brand 15; Corn 16; Dorn 17).", "author-page"),
        (9, "Reeds lean (Abel 14; Brand 15; Corn 16; Dorn 17).", ""),
    ],
)
def test_a_list_is_cited_by_pages_if_half_of_it_is(count: int, text: str, system: str) -> None:
    entries = "".join(f"\n{name}, Karl. On Reeds {name}. Quayside Press, 2001.\n" for name in NAMES[:count])
    assert document(f"{text}\n\nWorks Cited\n{entries}").numbering == system


def _chapter(text: str, *numbers: int) -> str:
    entries = (f"[{n}] {NAMES[n]} K. On reeds of lake {n}. Gulls. 2001;{n}:1-9.\n\n" for n in numbers)
    return f"{text}\n\nReferences\n\n" + "".join(entries)


def test_lists_that_are_numbered_on_are_one() -> None:
    text = _chapter("Reeds lean [1–3].", 1, 2, 3) + _chapter("Gulls cry [4]. They fly [5,6], as reeds do [2].", 4, 5, 6)
    assert [one.references for one in document(text).resolutions] == [(0,), (1,), (2,), (3,), (4,), (5,), (1,)]


def _further(*numbers: int) -> str:
    return "\nFurther reading\n\n" + "".join(f"{NAMES[n]}, Q. (19{10 + n}). On ice. Quay.\n" for n in numbers)


def test_what_is_listed_for_reading_need_not_be_cited() -> None:
    parsed = document(f"Reeds lean and gulls cry. {cited(0, 1)}{listed(4)}{_further(*range(6))}")
    assert (parsed.recognition.extent, parsed.recognition.is_understood) == ("enough", False)
    few = document(f"Reeds lean and gulls cry. {cited(0)}{listed(4)}{_further(*range(6))}").recognition
    assert (few.extent, few.to_cite, few.found) == ("part", 4, 1)


def test_only_the_list_below_its_heading_is_for_reading() -> None:
    parsed = document(f"Reeds lean and gulls cry. {cited(0, 1)}\n{_further(6, 7)}{listed(3)}")
    assert [is_for_reading(parsed, index) for index in range(5)] == [True, True, False, False, False]
