"""Entries that explain a short title, and numbers that belong to notes or pages: customs of the humanities."""

from __future__ import annotations

import pytest

from making import document

ENTRIES = """
Abel 2004a = K. Abel, Seneca. Brunnen am Meer, 2. Aufl., Berlin u. a. 2004.

Abel 2004b = K. Abel, Tiefe und Salz, in: Corn (Hg.) 1999, 21–38.

Corn (Hg.) 1999 = R. Corn (Hg.), Wasser und Stein, Köln 1999.

Dorn u. Eber-Falk (Hgg.) 1991 = J. Dorn u. A. Eber-Falk (Hgg.), Stadt und Land, London u. a. 1991.

Falk u. a. (Hgg.) 2003 = P. Falk u. a. (Hgg.), Brunnen der Küste, Mainz 2003.

Chr. Meyer 1980: Chr. Meyer, Die Ordnung der Deiche, Frankfurt a. M. 1980.
"""
CITED = (
    "Brunnen sind tief (Abel 2004a, 162–170; s. a. Dorn u. Eber-Falk 1991, 12f.; Chr. Meyer 1980, 35) und auch das "
    "Meer ist es (Abel 2004b, 55; Falk u. a. 2003, 201f.; Corn 1999, 412). Das zeigt sich an der Küste."
)


def test_an_entry_with_a_short_title_has_the_authors_and_the_year_of_it() -> None:
    parsed = document(f"{CITED}\n\nLiteraturverzeichnis\n{ENTRIES}")
    read = [
        (
            ",".join(f"{name.given} {name.family}" for name in one.authors),
            one.et_al,
            one.year and one.year.value,
            one.suffix,
        )
        for one in parsed.references
    ]
    assert read == [
        ("K. Abel", False, "2004", "a"),
        ("K. Abel", False, "2004", "b"),
        ("R. Corn", False, "1999", ""),
        ("J. Dorn,A. Eber-Falk", False, "1991", ""),
        ("P. Falk", True, "2003", ""),
        ("Chr. Meyer", False, "1980", ""),
    ]


def test_citations_by_short_title_are_matched_and_pages_behind_a_year_are_no_years() -> None:
    parsed = document(f"{CITED}\n\nLiteraturverzeichnis\n{ENTRIES}")
    found = [one for one in parsed.resolutions if one.outcome != "not-a-citation"]
    assert [(one.outcome, one.references) for one in found] == [
        ("matched", (0,)),
        ("matched", (3,)),
        ("matched", (5,)),
        ("matched", (1,)),
        ("matched", (4,)),
        ("matched", (2,)),
    ]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Abel, K. 2004: Brunnen am Meer. Berlin: Quai.", "Brunnen am Meer"),
        ("Abel, K. (2004) E = mc: Wells of the coast. Berlin: Quai.", "E = mc: Wells of the coast"),
        ("Abel, K. 2004: Abel’s law of wells. Berlin: Quai, 2004.", "Abel’s law of wells"),
    ],
)
def test_a_year_and_a_colon_explain_no_short_title_by_themselves(entry: str, title: str) -> None:
    other = "Corn, R. 1999: Wasser und Stein. Köln: Quai."
    parsed = document(f"Wells are deep (Abel 2004; Corn 1999).\n\nReferences\n\n{entry}\n\n{other}\n")
    assert [(name.family, name.given) for name in parsed.references[0].authors] == [("Abel", "K.")]
    assert parsed.references[0].title and parsed.references[0].title.value == title


def test_numbers_of_notes_at_the_end_are_no_numbers_that_a_list_skips() -> None:
    body = " ".join(f"Wells are deep for reason {number}.[{number}]" for number in range(1, 41))
    notes = "\n\n".join(f"[{number}] Ibid., {number}: deep wells, as Abel has them." for number in range(1, 41))
    found = {one.outcome for one in document(f"{body}\n\n{notes}\n").resolutions}
    assert "number-out-of-range" not in found


def test_a_number_beyond_the_list_that_happens_to_begin_a_line_is_no_note() -> None:
    entries = "\n".join(f"[{number}] Abel K. Wells {number}. Tide. 200{number};1:1-9." for number in range(1, 7))
    body = "Wells are deep [1], stones dry [2,3], nets old [4] and ropes long [5],\n[9] as some say of boats [6]."
    found = [
        one.item.number
        for one in document(f"{body}\n\nReferences\n\n{entries}\n").resolutions
        if one.outcome != "matched"
    ]
    assert found == [9]
