"""What lists of many countries print, and how texts cite it: titles in capitals, several years, odd initials, laws."""

from __future__ import annotations

import pytest

from making import document

ENTRIES = """
ABEL, A. Poços e marés. Porto: Cais, 2016.
ANGRA de volta ao mar, crises e marés. Instituto do Mar: dossiê, n. 10, nov., 2018.
BORBA TCdO, Brand RPV, Bresse F, Coelho ASG, Mendes JA 2010 Mapas do mar. Cais 3, 51–55.
Chen H, Xu G, Zhao Y. A sensor of mud. PLoS Tide 2008;3:e1602.
COSTA, E.; DIAS, F. Redes do mar (2002 e 2006). Congresso do Mar, 46, 2008, Porto. Anais... Porto, 2008.
DAMOV, G. What is the rate of tides? An analysis, 1700–2012. Manuscript, Tide University, Quay.2012.
GRAU, H. Mud and talk. Lectures, delivered at Tide University in 1967. Copyright 1975 by the Quay.
Gunda AHLAN, Pearce DME, Jost MB, Hart CR 2001 Rapid changes of mud. Tide 212, 205–214.
IVER, L. The language of mud. Quay: Tide Press, 2001, 2002.
JOST, D. Branquitude do sal. Revista do Mar, v. 15, n. 4, p. 140-171. https://a.org/3. Acesso em: 2 ago. 2022.
Lo EYY, Stefan S, Dick TA (2009) Mud of hawthorns. Tide 18: 1145-1160.
Lo E, Stefan S, Dick TA (2013) Parthenogenesis of hawthorns. Tide 91: 107-116.
ur Rehm A, Habib I, Ahmad N, Hussain M 2009 Screening mud for heat. Tide Omics 2, 9–19.
USDW. 2016. Database of wells. Quay.
Wellstat, Tide National Office of Wells, 2012, Count of wells, Quay, Government Press.
"""


def judged(text: str) -> list[tuple[str, str]]:
    parsed = document(f"Os poços (ABEL, 2016).\n\n{text}\n\nReferences\n{ENTRIES}")
    assert len(parsed.references) == ENTRIES.count("\n") - 1
    return [(r.item.span.of(parsed.text), str(r.outcome)) for r in parsed.resolutions][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is said (ANGRA…, 2018).", [("ANGRA…, 2018", "matched")]),
        ("It is said (Borba et al., 2010).", [("Borba et al., 2010", "matched")]),
        ("It is said (Chen et al., 2008).", [("Chen et al., 2008", "matched")]),
        ("It is said (COSTA; DIAS, 2008).", [("COSTA; DIAS, 2008", "matched")]),
        ("It is said (Damov, 2012).", [("Damov, 2012", "matched")]),
        ("As Grau (1975) says, and again (GRAU, 1975).", [("Grau (1975)", "matched"), ("GRAU, 1975", "matched")]),
        ("It is said (Gunda et al., 2001).", [("Gunda et al., 2001", "matched")]),
        ("It is said (IVER, 2001, 2002).", [("IVER, 2001", "matched"), ("2002", "matched")]),
        ("It is said (JOST, 2020).", [("JOST, 2020", "matched")]),
        ("It is said (Lo et al. 2009, 2013).", [("Lo et al. 2009", "matched"), ("2013", "matched")]),
        ("It is said (ur Rehm et al., 2009).", [("ur Rehm et al., 2009", "matched")]),
        ("This agrees with the U.S. Department of Wells (2016).", [("Wells (2016)", "matched")]),
        ("It is said (Wellstat 2012).", [("Wellstat 2012", "matched")]),
        ("It is said by Iver (2005).", [("Iver (2005)", "year-differs")]),
        ("A rule (nº 443, de 17 de dezembro de 2014).", []),
        ("(Fonte: Autores, 2022)", [("Autores, 2022", "exempt")]),
    ],
)
def test_the_list_answers(text: str, expected: list[tuple[str, str]]) -> None:
    assert judged(text) == expected


@pytest.mark.parametrize(
    ("body", "uncited"),
    [
        ("Frey, in 1918, and the Lei nº 12.711 say so.", []),
        ("1980\tFrey\tpioneer\n\nThe Law No. 12.711 says so.", []),
        ("No word of them.", ["Frey", "Lei"]),
    ],
)
def test_what_is_named_in_another_form_is_not_uncited(body: str, uncited: list[str]) -> None:
    from lint_article.checks.uncited_reference import check

    entries = "Abel, A. (2001). Wells. Tide, 1, 1–9.\nBeck, B. (2002). Mud. Tide, 2, 1–9.\n"
    entries += "Frey, G. (1980). The Thought. Tide, 65, 289–311.\nLei nº 12.711, de 29 de agosto de 2012. Dispõe.\n"
    parsed = document(f"Wells fill (Abel, 2001; Beck, 2002).\n\n{body}\n\nReferences\n\n{entries}")
    found = [finding.span.of(parsed.text)[:4].strip(" ,") for finding in check(parsed, {})]
    assert found == uncited


def test_superscripts_that_a_blank_parts_from_their_words() -> None:
    entries = "".join(f"{n}. Abel {c}B. Wells, part {c}. Tide. {2000 + n};{n}:1-9.\n" for n, c in enumerate("CDEFG", 1))
    body = "Wells fill with water 1 . Mud is dry 2, 3 . It rains in many towns. 4 Nets hold. 5\n\nSo 12 men say."
    parsed = document(f"{body}\n\nReferences\n\n{entries}")
    assert [(r.item.number, r.outcome) for r in parsed.resolutions] == [(n, "matched") for n in range(1, 6)]
