"""Groups, standards and long lists of authors in the place of a name: every finding that each text must give."""

from __future__ import annotations

import pytest

from cited import found, listed

AGENCY = "Wells Protection Agency (WPA), & Wells Protection Agency (WPA) (2010). Pumps of the plain. Quayside Press."
STANDARDS = (
    "ASTM C642 (2013). Voids in wells. Quayside Press.",
    "BS 8110 Part 1 (1997). Use of wells. Quayside Press.",
)
MARTEN = "Marten, A., Moor, B., & Moor, C. (2014). Wells and pumps. Annals of the Tide, 2, 1–9."
MOOR = "Moor, B., & Moor, C. (2012). Silt of the wells. Annals of the Tide, 3, 1–9."

CASES: list[tuple[str, tuple[str, ...], list[tuple[str, str]]]] = [
    (
        "Oats (Moor and Voss, 2016).",
        (LEE := "Lee, H. Y., Moor, Y., Voss, K. (2014). Wells and pumps. Annals of the Tide, 2, 1–9.",),
        [("citation-without-reference", "Moor and Voss, 2016"), ("uncited-reference", LEE)],
    ),
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
    *(
        (f"Pores are few ({designation}, 2010).", (f"{designation} (2010). Voids in wells. Quayside Press.",), [])
        for designation in ("DIN EN ISO 9001", "GB/T 7714", "UNE 41 parte 2", "ГОСТ Р 7.0.5", "DIN 1045 Teil 1")
    ),
    (
        "Pores (DIN EN ISO 9001, 2008).",
        ("DIN EN ISO 9001 (2015). Voids in wells. Quayside Press.",),
        [("citation-year-mismatch", "DIN EN ISO 9001, 2008")],
    ),
    ("Oats (3,000 oat genome project, 2014).", ("3,000 oat genome project (2014). Oats. Quayside Press.",), []),
    (
        "Pela Resolução nº 4, de 2 de outubro de 2009, a aveia cresce.",
        ("Resolução nº 4, de 2 de outubro de 2009. Institui a aveia do campo. Quayside Press.",),
        [],
    ),
    ("Oats (WPA, 2010).", (AGENCY,), []),
    (
        "Oats grow (FGO, 2016).",
        ("Food and Grain Organization of the Joined Nations, FGO (2016). Oats of the plain. Quayside Press.",),
        [],
    ),
    ("Avena (DGCER, 2012).", ("Direction Générale de la Culture de l’Economie Rurale (DGCER) (2012). Avena.",), []),
    ("Avena (Red Nacional de Avena Rural, 2014).", ("Red Nacional de Avena Rural (2014). Avena del llano.",), []),
    ("Mud (IUCO 2001, 2013).", ("IUCO (2001) Mud.", "IUCO Standards and Petitions Subcommittee (2013) Silt."), []),
    ("Oats (FGO, 2018).", ("FGO Yearbook (2018). Oats of the plain. Quayside Press.",), []),
    ("Oats (CLSA 2008).", ("Clinical and Laboratory Standards Assembly. 2008. Oats. Quayside Press.",), []),
    ("Oats (SAR Atlas 2009).", ("SAR Atlas. 2009. Oats of the plain. Quayside Press.",), []),
    (
        "We used Q (Q Core Team 2013).",
        ("Q Core Team (2016). Q: a language.",),
        [("citation-year-mismatch", "Q Core Team 2013")],
    ),
    (
        "Oats (National Oat Board, 2011).",
        ("National Oat Board. 2008. Oats.",),
        [("citation-year-mismatch", "National Oat Board, 2011")],
    ),
    (
        "Oats (National Board of Oats and Rye (NBOR), 2018).",
        ("Board for Oats in the Nation (NBOR) (2018). Oats.",),
        [],
    ),
    ("Oats (the National Oats Board [NOB], 2018).", ("NOB (2018). Oats. Quayside Press.",), []),
    (
        "Oats (Ganter, 2015, Oat Museum Website).",
        ("Oat Museum Website, https://oats.example/1 Accessed 11 Sept 2017",),
        [],
    ),
    (
        "Oats grow.",
        ("Oat Museum Website, https://oats.example/1 Accessed 11 Sept 2017",),
        [("uncited-reference", "Oat Museum Website, https://oats.example/1 Accessed 11 Sept 2017")],
    ),
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
