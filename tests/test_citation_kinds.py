"""Kinds of citations, each with every finding about citations and references that its text must give."""

from __future__ import annotations

import pytest

from cited import BASE, found, listed
from making import document

KINDS: dict[str, list[tuple[str, tuple[str, ...], list[tuple[str, str]]]]] = {
    "names with semicolons between them": [
        ("Pedras rolam (BREMER; CASSEL, 2012). Lamps (Dunkel; Eder; Farn, 2009).", (), []),
        ("Pedras (BREMER; CASSEL, 2010).", (), [("citation-year-mismatch", "BREMER; CASSEL, 2010")]),
        ("Pedras (SCHOLL; TAUB, 2005, p. 3).", (), [("citation-without-reference", "SCHOLL; TAUB, 2005")]),
        ("Lamps shine (Dunkel et al.; 2009).", (), []),
    ],
    "initials of one surname": [
        (
            "See J. Orme (2001), K. Orme (2001) and (Orme, J., 2001; Orme, K. 2001).",
            ("Orme, J. (2001). Wells of the plain. Drain House.", "Orme, K. L. (2001). Pumps. Drain House."),
            [],
        ),
        (
            "See Orme (2001).",
            ("Orme, J. (2001). Wells of the plain. Drain House.", "Orme, K. L. (2001). Pumps. Drain House."),
            [("ambiguous-citation", "Orme (2001)")],
        ),
    ],
    "cases at law and places of firms": [
        ("So it was held in Orme v. Tully (1973), and in R. v. Orme and Tully (1994) too.", (), []),
        ("Holm c. Italie (2011), Sol ./. Bankhaus (2010) and Orme versus Madison (2003) say so.", (), []),
        ("Made with Wellgraph 8 (Wellgraph Software, San Jacinto, California, 2018).", (), []),
        ("Made with Drains 25 (Drain Corp., Armonk, NY, 2017).", (), []),
        ("Gemessen mit Pegel 2 (Pegel GmbH, München, Deutschland, 2018).", (), []),
        ("Wells leak (Orme, Tully, Voss, 2017).", (), [("citation-without-reference", "Orme, Tully, Voss, 2017")]),
    ],
    "East Asian names": [
        (
            "井戸（鈴木・佐藤, 2012；高橋ほか, 2016）。",
            (
                "鈴木一郎・佐藤花子（2012）「ポンプ」『水の雑誌』3, 10–19.",
                "高橋健・伊藤優・渡辺真（2016）『弁』水社.",
            ),
            [],
        ),
        ("井戸（高橋ほか, 2016）。", (), [("citation-without-reference", "高橋ほか, 2016")]),
    ],
    "spans of months": [
        ("The survey (June–August 2013) and the floods (Jan-Mar 2014) ended.", (), []),
        ("The survey (August 2015, January and September 2016) and the floods in March and April 2017 ended.", (), []),
    ],
    "numbers of grants and devices": [
        ("Paid by Wells Research Foundation [2015-10267001479] and the Dam Commission (2014-7-1-2).", (), []),
        ("Paid by the Ministry of Wells (2009-0093813), MOW [2011-G2B] and Tully (2011-6322-I).", (), []),
        ("Seen through a microscope (Voss, Stemi 2000-C) at dusk.", (), []),
        ("Wells leak (Orme, 2009-2012).", (), [("citation-without-reference", "Orme, 2009-2012")]),
    ],
    "groups that publish what persons write": [
        (
            "Wells leak (IBWD, 2014).",
            ("Orme, J., Tully, A. (2014). Wells of the plain. Report to the board. Madison: IBWD.",),
            [],
        ),
        (
            "Wells leak (IBWD, 2014), as Orme and Tully (2014) say.",
            ("Orme, J., Tully, A. (2014). Wells of the plain. Report to the board. Madison: IBWD.",),
            [("citation-without-reference", "IBWD, 2014")],
        ),
    ],
    "numbers of collectors": [
        ("Ferns of the coast (Orme & Tully 1688, BISH, LAE) and of the plain (Orme et al. 1725) differ.", (), []),
    ],
    "particles": [
        (
            "Wells leak (Vna Etten & Tully, 2017), as van Etten & Tully (2017) say; not as Den Etten & Tully (2017).",
            ("Van Etten, J., & Tully, A. (2017). Wells of the plain. Drain House.",),
            [("citation-name-mismatch", "Vna Etten & Tully, 2017")],
        ),
    ],
    "who is told of": [
        ("Valves were first built by Voss and co-workers in 2011 (Dunkel, Eder, & Farn, 2009).", (), []),
    ],
    "no status": [("Wells of one kind (i.e. Ormes) leak, and Tully & Voss (i.e., some of them) leaks too.", (), [])],
    "letters for digits": [
        ("Wells (Ganter, l015) leak.", (), [("malformed-citation-year", "Ganter, l015")]),
        ("Wells (Ganter, 2O15) leak.", (), [("malformed-citation-year", "Ganter, 2O15")]),
    ],
    "one fault is one finding": [
        ("Stones (Cassel & Bremer, 2012).", (), [("citation-coauthor-mismatch", "Cassel & Bremer, 2012")]),
        (
            "Mud (Holm & Ilg, 2013).",
            ("Ilg, A., & Holm, B. (2013). Mud of the plain. Annals of the Tide, 2, 1–9.",),
            [("citation-coauthor-mismatch", "Holm & Ilg, 2013")],
        ),
        (
            "Mud (Holm et al., 2013).",
            ("Ilg, A., Holm, B., & Kees, C. (2013). Mud of the plain. Annals of the Tide, 2, 1–9.",),
            [("citation-coauthor-mismatch", "Holm et al., 2013")],
        ),
        (
            "Mud (Amman et al., 2008).",
            ("Amann, A., Holm, B., & Kees, C. (2008). Mud of the plain. Annals of the Tide, 2, 1–9.",),
            [("citation-name-mismatch", "Amman et al., 2008")],
        ),
        (
            "Mud (Parquin, 2010).",
            ("Parquin, A. (1975). Mud of the plain. Annals of the Tide, 2, 1–9.",),
            [("citation-year-mismatch", "Parquin, 2010")],
        ),
        (
            "Mud (Tansel, 2016).",
            ("Tansel, A. (in press). Mud of the plain. Annals of the Tide.",),
            [("citation-year-mismatch", "Tansel, 2016")],
        ),
        (
            "Mud (Hellmark, 1999) and silt (Hellmark, 2001).",
            ("Hellmark, A. (1999). Mud. Annals of the Tide, 2, 1–9.", "Hellmørk, A. (2001). Silt. Quayside Press."),
            [("citation-name-mismatch", "Hellmark, 2001")],
        ),
    ],
    "works that are cited through others": [
        ("So Kingel et al. (2003), also cited in Abend (2011), and Gent (2004) as cited in Ganter (2015).", (), []),
        ("Wells are old (Humel, 1899, in Abend, 2011).", (), []),
    ],
    "numbers that are no years": [
        ("Oats (D Ganter 2055) and rye; see also Ganter 418 and Halde 1607, Halde 733.", (), []),
        ("Scans (Epsel Expression 1600) were made.", (), []),
        ("Wells (Ganter, 2016).", (), [("citation-year-mismatch", "Ganter, 2016")]),
    ],
    "letters and digits of a year": [
        (
            "Nets (Abend, 2011a,b; D’Orsel et al., 2016).",
            (
                "Abend, P. (2011b). Wells.",
                "Abend, P. (2011a). Pumps.",
                "D’Orsel, P., Abend, P., & Zahn, R. (2016). Nets of the coast.",
            ),
            [],
        ),
        (
            "Roots (Dello Iolo et al., 2008).",
            ("Dello Iolo, R., Abend, P., & Zahn, R. (2008). Roots of the coast. Quayside Press.",),
            [],
        ),
        (
            "Roots (Ichiban et al. 2007,2011).",
            (
                "Ichiban, R., Abend, P., & Zahn, R. (2007). Roots of the coast. Quayside Press.",
                "Ichiban, R., Abend, P., & Zahn, R. (2011). Leaves of the coast. Quayside Press.",
            ),
            [],
        ),
    ],
    "letters of a suffix for a family name": [
        ("Stones (Jr and Holm 1993).", ("Jr, S. C., & Holm, L. E. (1993). Stones of the coast. Quayside Press.",), []),
    ],
    "letters and words glued to a name": [
        ("bAbend (2011), onDunkel et al. (2009) and apudGanter (2015); (aBremer and Cassel, 2012).", (), []),
        ("Marks (Dunkel et al.\u202c, 2009) hold.", (), []),
    ],
    "names that citation and list divide otherwise": [
        (
            "Nets (St. Abel et al., 2015).",
            ("StAbel, J. M., Orr, A., & Bell, B. (2015). Nets of the coast. Quayside Press.",),
            [],
        ),
        (
            "So it was (DIOGENES LAERT, VI, 38, 2009).",
            ("DIOGENES LAERT. Vidas. Quay: Cais, 2010.",),
            [("citation-year-mismatch", "DIOGENES LAERT, VI, 38, 2009")],
        ),
    ],
    "words before a name": [
        ("Adaptado de Abend (2011), the rest by Segundo Ganter (2015).", (), []),
        ("Frente a Abend (2011); quanto a Ganter (2015). Basado en Abend (2011). Bremer en Cassel (2012).", (), []),
        ("Quanto a Holm et al. (2013), é claro.", (), [("citation-without-reference", "Holm et al. (2013)")]),
    ],
}


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [pytest.param(*case, id=f"{kind}-{at}") for kind, cases in KINDS.items() for at, case in enumerate(cases)],
)
def test_kind(text: str, entries: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found(listed(text, *entries)) == expected


def test_each_chapter_cites_its_own_list() -> None:
    chapter = listed("Mud flows (Ganter, 2015).")
    assert found(f"Chapter 1\n\n{chapter}\nChapter 2\n\n{chapter}") == []


def test_labels_of_the_list_are_cited() -> None:
    labels = ("Abe11", "BC12", "DEF+09", "Gan15")
    entries = "\n".join(f"[{label}] {entry}" for label, entry in zip(labels, BASE, strict=True))
    text = "Wells [Abe11, BC12] and lamps [DEF+09, Sec. 2] are old; see [Gan15; Kno09]."
    assert found(f"{text}\n\nReferences\n\n{entries}\n") == [("undefined-citation-key", "Kno09")]


def test_a_short_given_name_is_read_as_the_initials_of_the_others() -> None:
    entry = "Takeda Sy, Noll A, Lund Z. Circuits of the tide. Ann Tide. 2017;4:1–9."
    parsed = document(f"It turned (Takeda et al., 2017).\n\nReferences\n\n{entry}\n")
    assert [(name.family, name.given) for name in parsed.references[0].authors] == [
        ("Takeda", "Sy"),
        ("Noll", "A"),
        ("Lund", "Z."),
    ]
    assert [(one.outcome, one.references) for one in parsed.resolutions] == [("matched", (0,))]


def test_a_number_stuck_to_a_word_is_no_year() -> None:
    parsed = document(
        "It was so (Holt, 1974).\n\nReferences\n\nHolt, T. E. Traps. Oslo: Quay, 1974. 136 p. Bulletin1498\n"
    )
    assert [reference.year and reference.year.value for reference in parsed.references] == ["1974"]


def test_nobody_is_cited_with_et_al_before_1800() -> None:
    text = "Found by the river (Toyo et al. 1725) and (Abel et al. 2001).\n\nReferences\n\n"
    text += "Abel, A., Bell, B., & Corn, C. (2001). Ships. Ports, 3, 1–9.\nDorn, D. (2002). Tides. Ports, 4, 1–9.\n"
    assert [one.outcome for one in document(text).resolutions] == ["not-a-citation", "matched"]


@pytest.mark.parametrize(
    "cells",
    [
        "Loam  Bremer and\n\nCassel (2012)  12",
        "Loam  Bremer &\n\nCassel (2012)  12",
        "Loam  Dunkel et al.,\n\n2009  12",
    ],
)
def test_a_citation_goes_on_in_the_next_line_of_a_narrow_cell(cells: str) -> None:
    assert found(listed(f"\n\nTable 1. Wells\n\n{cells}")) == []
