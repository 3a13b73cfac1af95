"""Names that a text or its list prints in no usual form: every finding that each text must give."""

from __future__ import annotations

import pytest

from cited import found, listed
from making import faults_in

JUNIOR = "JÚNIOR, Edgar Salvo. Poços do norte. Porto: Cais, 2016."
MINISTRY = "MDP. SiPo - Sistema de Poços. Porto: Ministério dos Poços, 2013."
TITLED = "O desafio dos poços. WELLTUM International, 2016. Disponível em: https://wells.example/1.pdf."
IN_CAPITALS = "EDGAR W. OSTER and JIMBO Kamm, “Wells of the north and their pumps”, Quay College, 2016."
GLUED = "Edda. Oster. Wells and pumps of the north. Quayside Press, 2016."
TITLE = "Oster, E. (1950). The Use of Wells: Pumps and Towns. Quayside Press."

CASES: list[tuple[str, tuple[str, ...], list[tuple[str, str]]]] = [
    ("Silt (Bremer &amp; Cassel, 2012) is old (BREMER &amp; CASSEL 2012).", (), []),
    ("Silt (Schu¨ tter, 2016).", ("Schu¨ tter, H. (2016). Silt. Quayside Press.",), []),
    ("Silt (Schütter, 2016).", ("Schu¨ tter, H. (2016). Silt. Quayside Press.",), []),
    ("Silt (Oster- \r\nmann, 2016).", ("Ostermann, H. (2016). Silt. Quayside Press.",), []),
    ("Silt is old, says Júnior (2016).", (JUNIOR,), []),
    ("Silt (MDP, 2013).", (MINISTRY,), []),
    ("Silt (WELLTUM International, 2016).", (TITLED,), []),
    ("Silt (OSTER et al., 2016).", (IN_CAPITALS,), []),
    ("Silt (Oster, 2016).", (GLUED,), []),
    (
        "Silt (Voss, 2016).",
        (GLUED,),
        [("citation-without-reference", "Voss, 2016"), ("uncited-reference", GLUED)],
    ),
    (
        "Silt (Parkers, 2016).",
        ("Barkers, D. (2016). Silt. Quayside Press.",),
        [("citation-name-mismatch", "Parkers, 2016")],
    ),
    ("In The Use of Wells (1950), Oster defines silt.", (TITLE,), []),
    ("In The Use of Wells (1951), Oster defines silt.", (TITLE,), [("uncited-reference", TITLE)]),
    ("The moss grows on stones (det. P. Abend 2010) and in silt (det. by M. Ganter 2004).", (), []),
    ("La Universidad de Coimbra (1772) cambió sus reglas.", (), []),
    (
        "La Universidad de Coimbra (1999) afirma que las reglas cambian.",
        (),
        [("citation-without-reference", "La Universidad de Coimbra (1999)")],
    ),
]


@pytest.mark.parametrize(("text", "entries", "expected"), CASES)
def test_names_in_unusual_forms(text: str, entries: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found(listed(text, *entries)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ele foi professor da cadeira de farmácia na Universidade de Coimbra (2001), como se sabe.", []),
        (
            "Segundo a Universidade de Coimbra (2001), os poços são fundos.",
            ["citation-without-reference: Universidade de Coimbra (2001)"],
        ),
    ],
)
def test_a_group_where_something_happened_is_cited_for_nothing(text: str, expected: list[str]) -> None:
    entries = "\n".join(f"{name}, A. Os poços do norte. Porto: Cais, 2016." for name in ("ABEL", "BREMER", "CASSEL"))
    cited = "Os poços são fundos, como dizem Abel (2016), Bremer (2016) e Cassel (2016). " * 4
    assert faults_in(f"{cited}\n\n{text}\n\nReferências\n\n{entries}\n") == expected
