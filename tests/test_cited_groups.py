"""Groups, standards and long lists of authors in the place of a name: every finding that each text must give."""

from __future__ import annotations

import pytest

from test_citation_kinds import found, listed

AGENCY = "Wells Protection Agency (WPA), & Wells Protection Agency (WPA) (2010). Pumps of the plain. Quayside Press."
STANDARDS = (
    "ASTM C642 (2013). Voids in wells. Quayside Press.",
    "BS 8110 Part 1 (1997). Use of wells. Quayside Press.",
)
MARTEN = "Marten, A., Moor, B., & Moor, C. (2014). Wells and pumps. Annals of the Tide, 2, 1–9."
MOOR = "Moor, B., & Moor, C. (2012). Silt of the wells. Annals of the Tide, 3, 1–9."

CASES: list[tuple[str, tuple[str, ...], list[tuple[str, str]]]] = [
    ("Oats (de Voss, 2016).", (), [("citation-without-reference", "de Voss, 2016")]),
    ("Pores by ASTM C642 (2013) are few (BS 8110 part 1, 1997).", STANDARDS, []),
    (
        "Pores by ASTM C642 (2010) are few (BS 8110 part 1, 1997).",
        STANDARDS,
        [("citation-year-mismatch", "ASTM C642 (2010)")],
    ),
    (
        "Oats are sound (CLSA M38-A2, 2008).",
        ("Clinical and Laboratory Standards Assembly. 2008. Oats. Quayside Press.",),
        [],
    ),
    ("Oats (WPA, 2010).", (AGENCY,), []),
    (
        "Oats (Filho et al., 2012).",
        ("Filho, D. M. P., Alver, F. B., & Greco, C. C. (2012). Oats of the plain. Annals of the Tide, 4, 1–9.",),
        [],
    ),
    ("Then came the reform of the Universidade de Coimbre (1772) and Teatro Marin (1860).", (), []),
    ("Oats (WPA, 2012).", (AGENCY,), [("citation-year-mismatch", "WPA, 2012")]),
    (
        "We used Q (Q Core Taem 2018).",
        ("Q Core Team (2018). Q: a language. Quayside Press.",),
        [("citation-name-mismatch", "Q Core Taem 2018")],
    ),
    (
        "Oats (Uplands Commision, 2010).",
        ("Uplands Commission (UC) (2010). Oats. Quayside Press.",),
        [("citation-name-mismatch", "Uplands Commision, 2010")],
    ),
    ("Oats (Food and Grain Organization, 2010).", ("FGO (2010). Oats of the plain. Quayside Press.",), []),
    (
        "Oats (Government of Canada 2014).",
        (),
        [("citation-without-reference", "Canada 2014")],
    ),
    (
        "Wells (Mrten, Moor & Moor, 2014) and silt (Moor & Moor, 2012).",
        (MARTEN, MOOR),
        [("citation-name-mismatch", "Mrten, Moor & Moor, 2014")],
    ),
    (
        "Wells (Marlen et al., 2014).",
        ("Marlen, A. (2011). Wells and pumps. Annals of the Tide, 2, 1–9.",),
        [("citation-year-mismatch", "Marlen et al., 2014")],
    ),
    ("Oats (Marten et\ufffdal. 2014).", (MARTEN,), []),
    (
        "Wells (Mirdie & Homs, 2015).",
        ("Mirdie PJ, Homs S: phylos: a tool for wells and pumps. Annals of the Tide. 2013;8(4):e61.",),
        [("citation-year-mismatch", "Mirdie & Homs, 2015")],
    ),
]


def test_an_entry_of_hundreds_of_authors_is_an_entry() -> None:
    authors = ", ".join(f"Aa{chr(97 + n // 26)}{chr(97 + n % 26)}l, M. D." for n in range(260))
    text = listed("Wells (Aaaal et al., 2000).", f"{authors}, & Zorn, B. (2000). Wells. Annals of the Tide, 1, 1–9.")
    assert found(text) == []


@pytest.mark.parametrize(("text", "entries", "expected"), CASES)
def test_groups_and_long_lists(text: str, entries: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found(listed(text, *entries)) == expected
