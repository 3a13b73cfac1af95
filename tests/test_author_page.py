"""Citations by author and page (MLA): what is missing, uncited or of other authors."""

from __future__ import annotations

import pytest

from making import document, faults_in

LIST = """

Works Cited

Marlin, Rupert. Lighters of the Upper Quay. Granary Press, 2010.

Osgood, Mary. Pilots and Pay. Granary Press, 2015.

---. “The Warden’s Chart.” Journal of Ports, vol. 12, no. 3, 2012, pp. 30–51.

“Silt.” The Harbour Companion, 2018, www.harbour.example/silt.

Tarn, Lena, and Odo van Wick. Dues in Winter. Quay House, 1987.

Yeo, Paul, et al. Buoys. Quay House, 2016.
"""
CITED = (
    "Trade came late (Marlin 14). It was hard (Osgood, “Warden’s” 33; Osgood, Pilots 12; see also Marlin xi, 19). "
    "Tarn and van Wick say it “drifted” (3). One page has no number (“Silt”), and one has many authors (Yeo et al. 9)."
)


def test_a_sound_text_has_no_fault() -> None:
    assert faults_in(CITED + LIST) == []


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("It ebbed (Finch and Tully 77).", ["citation-without-reference: Finch and Tully 77"]),
        ("It ebbed (Finch 77; Marlin 3).", ["citation-without-reference: Finch 77"]),
        ("It ebbed (Marlim 3).", ["citation-name-mismatch: Marlim 3"]),
        ("It ebbed (fig. 3; Table 4; Chapter 2), in May (May 3), at noon (12), on a Boeing (WW 2).", []),
        ("It ebbed, says Quist (cited in Marlin 40).", []),
        ("It ebbed (Lighters 40), and again (Buoys 12).", []),
    ],
)
def test_what_has_no_entry_is_found_and_what_is_no_citation_is_not(added: str, expected: list[str]) -> None:
    assert faults_in(f"{CITED} {added}{LIST}") == expected


def test_authors_may_be_named_in_the_sentence_and_titles_without_quotation_marks() -> None:
    text = (
        "Trade came late (Marlin 14). It was hard, as Osgood (12) and Tarn and van Wick (3) say. "
        "Yeo et al. add (9) that it drifted. The chart (“Warden’s Chart” 31) and a guide (Harbour Companion 4) agree."
    )
    assert faults_in(text + LIST.replace("“Silt.” The Harbour Companion", "Harbour Companion. Quay House")) == []


def test_the_author_of_a_page_may_begin_the_paragraph() -> None:
    parsed = document(f"{CITED}\n\nMarlin says so of tides (16).{LIST}")
    assert [(one.outcome, one.references) for one in parsed.resolutions[-1:]] == [("matched", (0,))]


def test_an_entry_that_nothing_names_is_uncited() -> None:
    text = CITED + LIST + "\nZola, Ernst. Sluices. Quay House, 1990.\n"
    assert faults_in(text) == ["uncited-reference: Zola, Ernst. Sluices. Quay House, 1990."]


def test_other_authors_than_those_of_the_entry_are_a_mismatch() -> None:
    parsed = document(f"{CITED} It ebbed (Tarn and Orme 3).{LIST}")
    assert parsed.resolutions[-1].outcome == "coauthor-differs"


def test_pages_do_not_count_where_years_are_cited() -> None:
    text = "Trade (Marlin, 2010; Osgood, 2015, 2012; Tarn & van Wick, 1987; Yeo et al., 2016) grew (Finch 77)."
    parsed = document(text + LIST)
    assert parsed.numbering == "author-year"
