"""Lists at the ends of chapters, and supplementary ones: each citation is judged by its own list."""

from __future__ import annotations

import pytest

from making import document, faults_in

WORDS = ("tides", "dues", "pilots", "canals", "elevators")


def listed(*labels: str, year: int = 2001) -> str:
    entries = (
        f"{label} {word.title()}son A. Trade and {word} of the {year} ports. Port Rev. {year + at};{at + 1}:1–9."
        for at, (label, word) in enumerate(zip(labels, WORDS, strict=False))
    )
    return "\n\n".join(entries) + "\n\n"


FIRST = "Chapter 1\n\nTrade followed tides [1]. Dues [2,3] grew.\n\nReferences\n\n" + listed("[1]", "[2]", "[3]")
SECOND = "Chapter 2\n\nPilots [1] met [2–5]{more}.\n\nReferences\n\n" + listed(
    "[1]", "[2]", "[3]", "[4]", "[5]", year=1990
)


@pytest.mark.parametrize(
    ("first", "more", "expected"),
    [
        (FIRST, "", []),
        (FIRST.replace("[1]. ", "[1]; wide [5]. "), "", ["citation-number-out-of-range: 5"]),
        (FIRST, " and left [7]", ["citation-number-out-of-range: 7"]),
        (
            FIRST.replace("[2,3]", "[3]"),
            "",
            ["uncited-reference: [2] Duesson A. Trade and dues of the 2001 ports. Port Rev. 2002;2:1–9."],
        ),
    ],
)
def test_each_chapter_cites_its_own_list(first: str, more: str, expected: list[str]) -> None:
    assert faults_in(first + SECOND.format(more=more)) == expected


@pytest.mark.parametrize(
    ("second", "numbering", "entries"),
    [
        # the way of the first chapter is that of the text
        ("Pilots (1) met (2,3).", "bracket", [0, 1, 2, 3, 4, 5]),
        # of each chapter three numbers in five must be of its own list; else the numbers run on, and are one list's
        ("Pilots [1] met [2,3] and left [7,8].", "bracket", [0, 1, 2, 3, 4, 5]),
        ("Pilots [4] met [5,6] and left [7,8], by [1] or [2].", "bracket", [0, 1, 2]),
    ],
)
def test_chapters_that_cite_in_their_own_ways(second: str, numbering: str, entries: list[int]) -> None:
    listed_again = listed("[1]", "[2]", "[3]", year=1990)
    parsed = document(f"{FIRST}Chapter 2\n\n{second}\n\nReferences\n\n{listed_again}")
    assert (parsed.numbering, sorted(parsed.recognition.cited)) == (numbering, entries)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("[S1,S2], [S3]", []),
        ("[S1–S3]", []),
        ("[S1–S3] and [S5]", ["undefined-citation-key: S5"]),
        ("[S1,S3]", ["uncited-reference: S2. Duesson A. Trade and dues of the 1990 ports. Port Rev. 1991;2:1–9."]),
        ("figures [F2]", []),
    ],
)
def test_a_supplementary_list_is_cited_by_its_own_labels(cited: str, expected: list[str]) -> None:
    main = f"Trade followed tides [1]. Dues [2,3] grew. See {cited}.\n\nReferences\n\n" + listed("1.", "2.", "3.")
    found = faults_in(main + "Supplementary references\n\n" + listed("S1.", "S2.", "S3.", year=1990))
    assert found == expected
