"""Notes with a bibliography (Chicago): full notes and short ones, and what neither the notes nor the text name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint_article.parsing.linking.link_notes import Titles
from lint_article.parsing.linking.reference_index import Works
from making import document, faults_in

TEXT = "Trade came late to the port.¹ Pilots wrote of it often.² They were wrong,³ as their heirs knew.⁴\n\nNotes\n\n"
NOTES = """1. Rupert Marlin, Lighters of the Upper Quay (Granary Press, 2010), 14–16.
2. See Mary Osgood, “The Pilot’s Chart,” Journal of Ports 12, no. 3 (2012): 33.
3. Marlin, Lighters, 19.
4. Ibid., 22; Osgood, “Pilot’s Chart,” 40; Lena Tarn and Odo van Wick, Dues in Winter, 2nd ed. (York: Quay, 1987), 3.
"""
LIST = """
Bibliography

Marlin, Rupert. Lighters of the Upper Quay. Granary Press, 2010.

Osgood, Mary. “The Pilot’s Chart.” Journal of Ports 12, no. 3 (2012): 30–51.

Tarn, Lena, and Odo van Wick. Dues in Winter. 2nd ed. York: Quay, 1987.
"""


def test_a_sound_text_has_no_fault() -> None:
    parsed = document(TEXT + NOTES + LIST)
    assert [one.references for one in parsed.resolutions] == [(0,), (1,), (0,), (1,), (2,)]
    assert faults_in(TEXT + NOTES + LIST) == []


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "5. Paul Yeo, Buoys (Quay House, 2016), 3.",
            ["citation-without-reference: Paul Yeo, Buoys (Quay House, 2016)"],
        ),
        (
            "5. Marlin, Lighters (Granary Press, 2011), 3.",
            ["citation-year-mismatch: Marlin, Lighters (Granary Press, 2011)"],
        ),
        ("5. Paul Yeo to Ida Yeo, 5 May 1874, box 3, folder 2, Harbour Archive (closed in 1990).", []),
        ("5. Yeo, Letters, 12; see also the chart in the office (drawn in 1911).", []),
        ("5. Harbour Gazette, May 3, 1874, 2.", []),
    ],
)
def test_a_full_note_without_an_entry_and_a_wrong_year_are_found(note: str, expected: list[str]) -> None:
    assert faults_in(f"{TEXT}{NOTES}{note}\n{LIST}") == expected


def test_an_entry_that_no_note_names_is_uncited() -> None:
    text = TEXT + NOTES + LIST + "\nZola, Ernst. Sluices of the North. Quay House, 1990.\n"
    assert faults_in(text) == ["uncited-reference: Zola, Ernst. Sluices of the North. Quay House, 1990."]


def test_a_selected_bibliography_lacks_what_it_does_not_select() -> None:
    more = "".join(f"{n}. Ann Quist{chr(n + 92)}, Silt in Basin {n} (Quay House, 2001), 3.\n" for n in range(5, 12))
    assert faults_in(TEXT + NOTES + more + LIST) == []


def test_footnotes_of_a_format_are_notes() -> None:
    notes = "".join(f"[^{line[0]}]: {line[3:]}\n\n" for line in NOTES.splitlines())
    text = "# Ports\n\nTrade came late.[^1] Pilots wrote.[^2] They were wrong,[^3] as heirs knew.[^4]\n\n" + notes
    added = "[^5]: Paul Yeo, Buoys (Quay House, 2016), 3.\n\n"
    found = faults_in(
        text.replace(".[^1]", ".[^1][^5]") + added + "## Bibliography\n" + LIST.split("\n", 2)[2], "markdown"
    )
    assert found == ["citation-without-reference: Paul Yeo, Buoys (Quay House, 2016)"]


PAIR = """
Bibliography

Marlin, Rupert. Lighters of the Upper Quay. Granary Press, 2010.

Osgood, Mary. Pilots of the Lower Quay. Granary Press, 2012.
"""


def in_notes(*notes: str, bibliography: str = PAIR) -> list[str]:
    """Return the judgements on the works that these notes name."""
    raised = "".join(f"Trade came late.{chr(0x2070 + n) if n > 3 else ' ¹²³'[n]} " for n in range(1, len(notes) + 1))
    numbered = "".join(f"{n}. {note}\n" for n, note in enumerate(notes, 1))
    return [
        f"{one.outcome} {','.join(map(str, one.references)) or one.nearest}"
        for one in document(f"{raised}\n\nNotes\n\n{numbered}{bibliography}").resolutions
    ]


FULL = "Rupert Marlin, Lighters of the Upper Quay (Granary Press, 2010), 14."
OTHER = "Mary Osgood, Pilots of the Lower Quay (Granary Press, 2012), 3."


def test_a_bibliography_of_two_works_is_cited_in_notes() -> None:
    assert in_notes(FULL, OTHER) == ["matched 0", "matched 1"]
    assert in_notes(FULL, "Marlin, Lighters, 3.") == ["not-a-citation None"]


@pytest.mark.parametrize(
    ("notes", "outcomes"),
    [
        # a bibliography lacks what it does not select: more than half of the full notes
        ((FULL, OTHER, "Paul Yeo, Buoys (Quay House, 2016), 3."), ["matched 0", "matched 1", "absent None"]),
        (
            (FULL, "Osgood, Pilots, 3.", "Paul Yeo, Buoys (Quay House, 2016), 3."),
            ["matched 0", "matched 1", "absent None"],
        ),
        (
            ("Marlin, Lighters, 3.", "Osgood, Pilots, 3.", "Paul Yeo, Buoys (Quay House, 2016), 3."),
            ["matched 0", "matched 1", "exempt None"],
        ),
        # a short note means the only work of its author, whatever its words
        ((FULL, OTHER, "Marlin, Barges, 3."), ["matched 0", "matched 1", "matched 0"]),
        # another year of a work, and another edition by somebody else
        ((FULL, OTHER, FULL.replace("2010", "2011")), ["matched 0", "matched 1", "year-differs 0"]),
        ((FULL, OTHER, FULL.replace("Rupert Marlin", "Ida Yeo")), ["matched 0", "matched 1", "exempt 0"]),
    ],
)
def test_what_a_note_means(notes: tuple[str, ...], outcomes: list[str]) -> None:
    assert in_notes(*notes) == outcomes


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Lighters of the Upper Quay", {0}),
        ("Lighters", {0}),
        ("Lighters and Barges", set()),
        ("Upper Lighters and Barges", {0}),
        ("Quay", {0, 1}),
        ("of the", set()),
        ("Barges", set()),
        ("The Upper Lighters of Quay 2010", {0}),
    ],
)
def test_a_title_is_known_by_most_of_its_words(printed: str, found: set[int]) -> None:
    parsed = document(f"Trade came late.\n{PAIR}")
    works = Works(parsed.text, parsed.references, [one.authors for one in parsed.references])
    assert Titles(parsed.text, works.works).find(printed) == found


def test_an_entry_whose_title_is_not_read_is_known_by_all_its_words() -> None:
    parsed = document(f"Trade came late.\n{PAIR}")
    bare = [replace(one, title=None) for one in parsed.references]
    nobody = [replace(one, title=None, authors=()) for one in parsed.references]
    for references in (bare, nobody):
        works = Works(parsed.text, references, [one.authors for one in references])
        titles = Titles(parsed.text, works.works)
        assert titles.find("Lighters of the Upper Quay") == {0}
        assert titles.find("Granary") == {0, 1}
        assert titles.find("Marlin") == ({0} if references is nobody else set())
