"""Each citation of a text with its judgement, from matched to not a citation; and laws that hold for any text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import lint_article.checks
from lint_article.document import Document, Outcome
from making import document

LIST = """References

Abel, R. (2001). Wells and their water. Annals of the Tide, 1, 1–9.
Becker, L., & Sand, U. (2003a). Stones in spring. Annals of the Tide, 3, 1–9.
Becker, L., & Sand, U. (2003b). Stones in autumn. Annals of the Tide, 3, 10–19.
Hoffmann, C., Orlow, D., & Pirie, E. (2022). Lamps of the coast. Annals of the Tide, 22, 1–9.
Li, W. (2010). Mud. Annals of the Tide, 10, 1–9.
Liu, W. (2010). Silt. Annals of the Tide, 10, 10–19.
Müller, J. (2005). Sand without end. Annals of the Tide, 5, 1–9.
Nadel, Q. (1999/2000). Ropes. Annals of the Tide, 9, 1–9.
North Sea Institute (NSI). (2015). Yearbook of storms. Quayside Press.
O'Keefe, B. (2011). Nets. Annals of the Tide, 11, 1–9.
Quist, H. (in press). Sails. Annals of the Tide.
Quorn, E., Rye, B., Swan, T., & Teal, H. (2019). Flags. Annals of the Tide, 19, 1–9.
Rowan, T. (2007). Boats of one family. Annals of the Tide, 7, 1–9.
Rowan, T. (2007). Boats of two families. Annals of the Tide, 7, 10–19.
Stone, V. (2010 [1905]). Harbours of old. Quayside Press.
Tsygankov, A. (2016). Ice. Annals of the Tide, 16, 1–9.
van der Berg, J. (2013). Dykes. Annals of the Tide, 13, 1–9.
Winter, A., & Yarrow, S. (2018). Frost on ropes. Annals of the Tide, 18, 1–9.
"""
OWNERS: dict[str, str | None] = {
    "matched": None,
    "exempt": None,
    "not-a-citation": None,
    "year-differs": "citation-year-mismatch",
    "year-malformed": "malformed-citation-year",
    "name-differs": "citation-name-mismatch",
    "coauthor-differs": "citation-coauthor-mismatch",
    "suffix-differs": "citation-year-suffix",
    "ambiguous": "ambiguous-citation",
    "number-out-of-range": "citation-number-out-of-range",
    "key-undefined": "undefined-citation-key",
    "target-differs": "citation-target-mismatch",
    "absent": "citation-without-reference",
    "unlisted": "reference-list-missing",
}
# They compare citations with each other where there is no list, and do not own its outcome.
BESIDES = {
    "unlisted": {"inconsistent-cited-name", "malformed-citation-year"},
    "matched": {"citation-coauthor-mismatch"},
}


def judged(parsed: Document) -> list[tuple[str, str, str]]:
    """Return each item as printed, its outcome, and the entry that it means: its first name and year."""
    return [
        (re.sub(r"[ \n]+", " ", r.item.span.of(parsed.text)), r.outcome, _meant(parsed, r.references, r.nearest))
        for r in parsed.resolutions
    ]


def _meant(parsed: Document, references: tuple[int, ...], nearest: int | None) -> str:
    if not references and nearest is None:
        return ""
    entry = parsed.references[references[0] if references else nearest or 0]
    return f"{entry.authors[0].family} {entry.year.value if entry.year else ''}{entry.suffix}"


CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    # found
    ("Wells are deep (Abel, 2001).", [("Abel, 2001", "matched", "Abel 2001")]),
    ("Abel (2001) dug wells.", [("Abel (2001)", "matched", "Abel 2001")]),
    ("Wells are deep (Abel 2001: 7).", [("Abel 2001", "matched", "Abel 2001")]),
    ("Wells are deep (see, e.g., Abel, 2001, pp. 3–5).", [("Abel, 2001", "matched", "Abel 2001")]),
    ("Abel’s (2001) wells are deep.", [("Abel’s (2001)", "matched", "Abel 2001")]),
    ("Wells are deep (Abel,\n2001).", [("Abel, 2001", "matched", "Abel 2001")]),
    (
        "Mud (Li, 2010) is not silt (Liu, 2010).",
        [("Li, 2010", "matched", "Li 2010"), ("Liu, 2010", "matched", "Liu 2010")],
    ),
    ("Lamps shine (Hoffmann et al., 2022).", [("Hoffmann et al., 2022", "matched", "Hoffmann 2022")]),
    ("Lamps shine (Hoffmann, Orlow, & Pirie, 2022).", [("Hoffmann, Orlow, & Pirie, 2022", "matched", "Hoffmann 2022")]),
    ("Winter und Yarrow (2018) froren.", [("Winter und Yarrow (2018)", "matched", "Winter 2018")]),
    ("Les cordes gèlent (Winter et Yarrow, 2018).", [("Winter et Yarrow, 2018", "matched", "Winter 2018")]),
    (
        "Stones move (Becker & Sand, 2003a, b).",
        [("Becker & Sand, 2003a", "matched", "Becker 2003a"), ("b", "matched", "Becker 2003b")],
    ),
    (
        "Both (Abel, 2001; Winter & Yarrow, 2018).",
        [("Abel, 2001", "matched", "Abel 2001"), ("Winter & Yarrow, 2018", "matched", "Winter 2018")],
    ),
    ("The nets of O’Keefe (2011) hold.", [("O’Keefe (2011)", "matched", "O'Keefe 2011")]),
    ("Poços (ABEL, 2001, p. 7).", [("ABEL, 2001", "matched", "Abel 2001")]),
    ("Segundo Winter e Yarrow (2018), há gelo.", [("Winter e Yarrow (2018)", "matched", "Winter 2018")]),
    ("Nach Winter/Yarrow (2018) friert es.", [("Winter/Yarrow (2018)", "matched", "Winter 2018")]),
    ("Abel's wells (2001) were deep.", [("Abel's wells (2001)", "matched", "Abel 2001")]),
    ("However, Robert Abel (2001) wept.", [("Robert Abel (2001)", "matched", "Abel 2001")]),
    ("Lamps (C. Hoffmann et al., 2022).", [("C. Hoffmann et al., 2022", "matched", "Hoffmann 2022")]),
    ("Hoffmann\net al.\n(2022) lit lamps.", [("Hoffmann et al. (2022)", "matched", "Hoffmann 2022")]),
    ("Hoffmann and colleagues (2022) lit lamps.", [("Hoffmann and colleagues (2022)", "matched", "Hoffmann 2022")]),
    (
        "In a reply to Abel (2001), Liu (2010) agreed.",
        [("Abel (2001)", "matched", "Abel 2001"), ("Liu (2010)", "matched", "Liu 2010")],
    ),
    (
        "All (Abel 2001, Liu 2010, Stone 2010).",
        [
            ("Abel 2001", "matched", "Abel 2001"),
            ("Liu 2010", "matched", "Liu 2010"),
            ("Stone 2010", "matched", "Stone 2010"),
        ],
    ),
    (
        "Stones (Becker & Sand, 2003a–b).",
        [("Becker & Sand, 2003a", "matched", "Becker 2003a"), ("b", "matched", "Becker 2003b")],
    ),
    (
        "Stones (Becker & Sand, 2003a; 2003b).",
        [("Becker & Sand, 2003a", "matched", "Becker 2003a"), ("2003b", "matched", "Becker 2003b")],
    ),
    ("Lampen leuchten (Hoffmann u. a. 2022).", [("Hoffmann u. a. 2022", "matched", "Hoffmann 2022")]),
    ("Лампы горят (Hoffmann и др., 2022).", [("Hoffmann и др., 2022", "matched", "Hoffmann 2022")]),
    # spelt otherwise and still the same
    ("Sand (Mueller, 2005).", [("Mueller, 2005", "matched", "Müller 2005")]),
    ("Sand (Muller, 2005).", [("Muller, 2005", "matched", "Müller 2005")]),
    ("Лёд (Цыганков, 2016).", [("Цыганков, 2016", "matched", "Tsygankov 2016")]),
    ("Dykes (Berg, 2013).", [("Berg, 2013", "matched", "van der Berg 2013")]),
    ("Dykes (Van der Berg, 2013).", [("Van der Berg, 2013", "matched", "van der Berg 2013")]),
    ("Lamps (Ho\ufffdmann et al., 2022).", [("Ho\ufffdmann et al., 2022", "matched", "Hoffmann 2022")]),
    ("Storms (NSI, 2015).", [("NSI, 2015", "matched", "North Sea Institute 2015")]),
    ("Storms (North Sea Institute, 2015).", [("North Sea Institute, 2015", "matched", "North Sea Institute 2015")]),
    ("Storms (the North Sea Institute, 2015).", [("North Sea Institute, 2015", "matched", "North Sea Institute 2015")]),
    ("Lamps (Ho\x1cmann et al., 2022).", [("Ho\x1cmann et al., 2022", "matched", "Hoffmann 2022")]),
    ("Hoff\xadmann et al. (2022) lit lamps.", [("Hoff\xadmann et al. (2022)", "matched", "Hoffmann 2022")]),
    # years of other kinds
    ("Ropes (Nadel, 1999/2000).", [("Nadel, 1999/2000", "matched", "Nadel 1999")]),
    ("Ropes (Nadel, 2000).", [("Nadel, 2000", "matched", "Nadel 1999")]),
    ("Harbours (Stone, 1905).", [("Stone, 1905", "matched", "Stone 2010")]),
    ("Harbours (Stone, 2010 [1905]).", [("Stone, 2010 [1905]", "matched", "Stone 2010")]),
    ("Harbours (Stone, 1905/2010).", [("Stone, 1905/2010", "matched", "Stone 2010")]),
    ("Sails (Quist, in press).", [("Quist, in press", "matched", "Quist in press")]),
    # faults
    ("Wells are deep (Abel, 2002).", [("Abel, 2002", "year-differs", "Abel 2001")]),
    ("Winter and Yarrow (2017) froze.", [("Winter and Yarrow (2017)", "year-differs", "Winter 2018")]),
    ("Wells are deep (Abel, 201).", [("Abel, 201", "year-malformed", "Abel 2001")]),
    ("Wells are deep (Abel, 20001).", [("Abel, 20001", "year-malformed", "Abel 2001")]),
    ("Wells are deep (Abel, 2OO1).", [("Abel, 2OO1", "year-malformed", "Abel 2001")]),
    ("Lamps (Hofmann et al., 2022).", [("Hofmann et al., 2022", "name-differs", "Hoffmann 2022")]),
    ("Frost (Winter & Yarow, 2018).", [("Winter & Yarow, 2018", "coauthor-differs", "Winter 2018")]),
    ("Frost (Winter & Quarles, 2018).", [("Winter & Quarles, 2018", "coauthor-differs", "Winter 2018")]),
    ("Stones (Becker & Sand, 2003c).", [("Becker & Sand, 2003c", "suffix-differs", "Becker 2003a")]),
    ("Stones (Becker & Sand, 2003).", [("Becker & Sand, 2003", "ambiguous", "Becker 2003a")]),
    ("Boats (Rowan, 2007).", [("Rowan, 2007", "ambiguous", "Rowan 2007")]),
    ("Gulls (Zander, 2014) cry.", [("Zander, 2014", "absent", "")]),
    ("Gulls cry (Zander & Finch, 2014).", [("Zander & Finch, 2014", "absent", "")]),
    ("Wells (Abel 2001, 2004).", [("Abel 2001", "matched", "Abel 2001"), ("2004", "year-differs", "Abel 2001")]),
    ("Wells (Abel, 2001a).", [("Abel, 2001a", "suffix-differs", "Abel 2001")]),
    ("Wells (Able, 2001).", [("Able, 2001", "name-differs", "Abel 2001")]),
    ("Nets (O'Keeffe, 2011).", [("O'Keeffe, 2011", "name-differs", "O'Keefe 2011")]),
    ("Lamps (Hoffmann et al., 202).", [("Hoffmann et al., 202", "year-malformed", "Hoffmann 2022")]),
    (
        "Lamps (Hoffmann, Orlow, & Pierie, 2022).",
        [("Hoffmann, Orlow, & Pierie, 2022", "coauthor-differs", "Hoffmann 2022")],
    ),
    ("Frost (Winter, 2018).", [("Winter, 2018", "coauthor-differs", "Winter 2018")]),
    ("Mud (Li et al., 2010).", [("Li et al., 2010", "coauthor-differs", "Li 2010")]),
    ("Lamps (Orlow et al., 2022).", [("Orlow et al., 2022", "coauthor-differs", "Hoffmann 2022")]),
    (
        "Wells (Abel, 2001; but see Zander & Finch, 2014).",
        [("Abel, 2001", "matched", "Abel 2001"), ("Zander & Finch, 2014", "absent", "")],
    ),
    # no citations of this list
    (
        "Gulls (Zander, 1914, as cited in Abel, 2001).",
        [("Zander, 1914", "exempt", ""), ("Abel, 2001", "matched", "Abel 2001")],
    ),
    (
        "He and Sand (2003) dug; He et al. (2003) too.",
        [("He and Sand (2003)", "absent", ""), ("He et al. (2003)", "absent", "")],
    ),
    (
        "It is Datetime(2004, 1, 5) for it; Abel(2001) has more.",
        [("Datetime(2004", "not-a-citation", ""), ("Abel(2001)", "matched", "Abel 2001")],
    ),
    # hyphenated at a line's end
    (
        "As Hoff-\nmann et al. (2022) and O’Kee-\nfe (2011) say.",
        [("Hoff- mann et al. (2022)", "matched", "Hoffmann 2022"), ("O’Kee- fe (2011)", "matched", "O'Keefe 2011")],
    ),
    # two authors in one name, the last authors of many, a place in the work
    ("The Winter–Yarrow (2018) test froze.", [("Winter–Yarrow (2018)", "matched", "Winter 2018")]),
    ("The Winter-Yarrow (2015) test froze.", [("Winter-Yarrow (2015)", "not-a-citation", "")]),
    ("Flags (Quorn, Rye Inc., Swan, and Teal 2019) wave.", [("Swan, and Teal 2019", "matched", "Quorn 2019")]),
    ("Abel (Table 3, 2001) dug.", [("Abel (Table 3, 2001)", "matched", "Abel 2001")]),
    (
        "wellDepth Abel (2001) and Tide Report 2012",
        [("wellDepth Abel (2001)", "matched", "Abel 2001"), ("Tide Report 2012", "not-a-citation", "")],
    ),
    ("He wrote so (C. Hoffmann, personal communication, 2019).", []),
    ("The bee Apis mellifera Linnaeus, 1758 hums.", [("Linnaeus, 1758", "not-a-citation", "")]),
    ("They met in Berlin, Germany, 2012.", [("Germany, 2012", "not-a-citation", "")]),
    (
        "It is so (s. O'Keefe 2011), too (s. a. Müller 2005).",
        [("O'Keefe 2011", "matched", "O'Keefe 2011"), ("Müller 2005", "matched", "Müller 2005")],
    ),
    ("It was approved (Process 2013/26-III; Processo 2010/16929).", []),
    ("We used Windows 2010 and its tools.", [("Windows 2010", "not-a-citation", "")]),
    (
        "It rained in May 2010 and in June 2011.",
        [("May 2010", "not-a-citation", ""), ("June 2011", "not-a-citation", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_judged(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(document(f"{text}\n\n{LIST}")) == expected


@pytest.mark.parametrize(
    ("text", "locators"),
    [("(Abel 2001: 7–9; Liu 2010: 4)", ["7–9", "4"]), ("(Abel, 2001, pp. 3–5)", ["pp. 3–5"]), ("(Abel, 2001)", [""])],
)
def test_locators(text: str, locators: list[str]) -> None:
    items = [item for citation in document(f"Wells {text}.\n\n{LIST}").citations for item in citation.items]
    assert [item.locator.value if item.locator else "" for item in items] == locators


def test_a_footnote_is_read_as_the_text_is() -> None:
    text = f"Wells are deep.1\n\n1 See Abel (2001); but cf. Winter and Yarrow (2018: 4).\n\n{LIST}"
    assert judged(document(text)) == [
        ("Abel (2001)", "matched", "Abel 2001"),
        ("Winter and Yarrow (2018", "matched", "Winter 2018"),
    ]


def test_a_heading_above_is_no_part_of_the_names() -> None:
    lines = ["Wells are dug where the water stands high enough to be drawn in summer,", "and nowhere else."] * 9
    text = "\n".join(
        [
            *lines,
            "Depth of Northern Wells",
            "Winter and Yarrow (2018) measured them all, in every village of the coast.",
        ]
    )
    assert judged(document(f"{text}\n\n{LIST}")) == [("Winter and Yarrow (2018)", "matched", "Winter 2018")]


def test_numbers_in_output_are_no_citations_where_works_are_cited_by_name() -> None:
    names = (
        "(Abel, 2001; Becker & Sand, 2003a, b; Hoffmann et al., 2022; Li, 2010; Liu, 2010; Müller, 2005; Nadel, 1999)"
    )
    tree = "\n".join(f"[{n}] depth < {n}" for n in range(1, 25))
    parsed = document(f"Wells {names} were sorted.\n\n{tree}\n\n{LIST}")
    assert {r.outcome for r in parsed.resolutions} == {"matched"} and parsed.numbering == "author-year"


def test_without_a_list_citations_are_unlisted() -> None:
    parsed = document("Wells are deep (Abel et al., 2001), and boats float (Rowan & Sand, 2007).\n")
    assert judged(parsed) == [("Abel et al., 2001", "unlisted", ""), ("Rowan & Sand, 2007", "unlisted", "")]


RUSSIAN = """

Список литературы

Белов А. Н., Крутов П. С. Рифы зимой // Вестник прилива. 2014. № 2. С. 11–19.
Крутов П. С. Лёд // Вестник прилива. 2015. № 2. С. 11–19.
Tsygankov A. Ice // Annals of the Tide. 2016. Vol. 2. P. 11–19.
"""


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Лёд тает (Белов, Крутов, 2014).", [("matched", (0,))]),
        ("Лёд тает (Белов и Крутов, 2014; Крутов, 2015).", [("matched", (0,)), ("matched", (1,))]),
        ("Лёд тает [Крутов, 2015: 12].", [("matched", (1,))]),
        ("Лёд тает (см.: Krutov, 2015, с. 12).", [("matched", (1,))]),
        ("Как пишет А. Цыганков (2016), лёд тает.", [("matched", (2,))]),
    ],
)
def test_russian(text: str, outcomes: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(r.outcome, r.references) for r in document(text + RUSSIAN).resolutions] == outcomes


def test_the_table_of_owners_is_what_the_checks_filter() -> None:
    assert set(OWNERS) == set(get_args(Outcome))
    found: dict[str, list[str]] = {}
    for path in sorted(Path(lint_article.checks.__path__[0]).glob("*.py")):
        for outcome in re.findall(r'resolutions_with\(document, "([\w-]+)"\)', path.read_text(encoding="utf-8")):
            found.setdefault(outcome, []).append(path.stem.replace("_", "-"))
    owners = {
        outcome: [name for name in names if name not in BESIDES.get(outcome, ())] for outcome, names in found.items()
    }
    assert owners == {outcome: [rule] if rule else [] for outcome, rule in OWNERS.items() if rule or outcome in BESIDES}
