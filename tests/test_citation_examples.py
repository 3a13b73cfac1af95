"""Texts that are easily misread: what each must give of citations and references, and nothing else."""

from __future__ import annotations

import pytest

from cited import found, listed

GRAINS = "Oats [1] and rye [2, 3] are old. Barley [4] and wheat [5, 6] came later. Millet [7, 8] is rare [9]."
PARENS = "Oats (1) and rye (2) are old. Barley (3) and wheat (4) came later. Millet (5) is rare."
RAISED = "Oats are old.1 Rye is not.2,3 Barley came later.4 Wheat came last.5,6 Millet is rare.7,8"
OUT = "citation-number-out-of-range"


def numbered(count: int) -> str:
    entries = (
        f"{n}. Abel {chr(64 + n)}. Grains, part {chr(64 + n)}. Tide. {2000 + n};{n}:1–9." for n in range(1, count + 1)
    )
    return "\n\nReferences\n\n" + "\n".join(entries) + "\n"


NUMBERED: list[tuple[str, int, list[tuple[str, str]]]] = [
    (f"{GRAINS} Some stand in lanes (5-3) or were stored (1–9).", 9, []),
    (f"{GRAINS} Durum [40] grows on plots (1–11).", 9, [(OUT, "40")]),
    (f"{RAISED} So say many people.9\n\nAbel et al. (2001)1\tNorway\nAbel et al. (2002)2\tSweden", 9, []),
    (f"{PARENS}\n\nStrain\tBackground\tReference or source\nQX 1\twild type\t6\nQX 2\tmutant\t7", 7, []),
    (f"{GRAINS}\n\nAge (days)\t25.5 [22–32]\nHeight\t52 (46) [6–19]", 9, []),
    (f"{GRAINS} Data: https://www.example.org/sra/?term=QRA097415[10] and https://example.org/s003[11].", 11, []),
    (f"{PARENS} Grain is grown (corn cobs [6], straw [7]), as in reference 8.", 8, []),
]
NAMED: list[tuple[str, tuple[str, ...], list[tuple[str, str]]]] = [
    ("aAbend (2011) in spring\nbBremer and Cassel (2012).\ncDunkel et al. (2009) on clay.", (), []),
    ("aDunkel et al., 2009; Abend, 2011.", (), []),
    ("The type (Abend 1607 & 5134: A!, K!) and [E–G Farr 733 (KEW)] are old.", (), []),
    ("Grain is rare (C.N.C.R. 2000).", ("Comisión Nacional de Cereales Raros (2000). Granos. Quayside Press.",), []),
    ("Grain (Avena fatua Gene Expression Atlas, 2014).", ("Avena fatua Gene Expression Atlas (2014). Oats.",), []),
    (
        "Oats (Perret & Putt eds. 1992).",
        ("Perret V., Putt C, (eds): The Upland Papers, 1938-1943: an edition (London: Quill Books).1992",),
        [],
    ),
    (
        "Oats (SCOTT, 1995).",
        ("SCOTT, J. Oats. p. 145-155, 1995. Disponível em: https://a.org/1. Acesso em: 11 out. 2020.",),
        [],
    ),
    ("Oats (DIOGEN LAERT, VII 187, 2010, p. 293).", ("DIOGEN LAERT. Vidas. Quay: Cais, 2010.",), []),
    ("Ya Lucid de su maestro (1981, p. 130) lo dice.", ("LUCID. Obras I. Quay: Cais, 1981.",), []),
    (
        "So Avena quadrata (Fairm in Marsel 1878) [sic!] is rare (Marsel 1879).",
        ("Marsel SA (1879). Oats. Tide, 1, 1–9.",),
        [],
    ),
    ("The wild oat, Avena vulgaris (Linnar, 1758), grows.", (), []),
    ("Oats (Negron and Stacks 1974: 349).", ("Negron, O. P., & Stacks, A. A. (1971–77). Oats. Quayside Press.",), []),
    ("Oats (Majier, 1985).", ("Maijer, A. (1985). Oats. Tide, 1, 1–9.",), [("citation-name-mismatch", "Majier, 1985")]),
    ("Oats (sensuAbend 2011) and (apudGanter 2015).", (), []),
    ("Wells (Abend 201, 2011).", (), [("malformed-citation-year", "Abend 201")]),
    ("The Declaration of Helsinburg (1975) holds.", (), []),
]


@pytest.mark.parametrize(("text", "count", "expected"), NUMBERED)
def test_numbers(text: str, count: int, expected: list[tuple[str, str]]) -> None:
    assert found(text + numbered(count)) == expected


@pytest.mark.parametrize(("text", "entries", "expected"), NAMED)
def test_names(text: str, entries: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found(listed(text, *entries)) == expected


def test_a_list_without_heading_ends_before_supplementary_material() -> None:
    text = "A study of wells\n\nThis is about wells. " + listed("").replace("References\n", "")
    more = "Supplementary Material\n\nThe Supplementary Material for this article can be found online at: https://a.org/1\n"
    assert found(f"{text}\n{more}") == []
