"""Whether names before a year are a citation: the signs, their weights, and the numbers that only order explains."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint_article.parsing.citations.plausibility import SIGNS, chance, weights
from lint_article.parsing.linking import match_weights
from making import document

_SIGNS = re.compile(r'sign\(\s*"([^"]+)"')

ENTRIES = """
1000 Wells Consortium, Abel, A., Becker, B., et al. (2015). A map of wells. Tide, 6, 68–74.
Becker, L., Sand, U., & Coster, I. (2003). Stones in spring. Annals of the Tide, 3, 1–9.
Board of Wells and Dams (2002). Strategy for wells. Quayside Press.
Coster, I. (2004). Stones at dusk. Annals of the Tide, 4, 1–9.
Fukui, M. (2012). Records of mud. Annals of the Tide, 12, 1–9.
Li, W., Hu, E., & Orlow, D. (2009). Mud. Annals of the Tide, 9, 1–9.
Wells Institute Inc. (1999). The pump guide. Wells Institute.
Wu, E., Orlow, D., & Pirie, E. (2011). Hybrid pumps. Annals of the Tide, 11, 1–9.
"""
BODY = """
Wells are deep (Becker et al. 2003; Coster 2004; Li et al. 2009; Wu et al. 2011). Wells fill (Fukui 2012; Coster 2004).
"""


def judged(text: str) -> list[tuple[str, str]]:
    parsed = document(f"{BODY}\n{text}\n\nReferences\n{ENTRIES}")
    return [(r.item.span.of(parsed.text), str(r.outcome)) for r in parsed.resolutions][6:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1000 Wells Consortium et al. 2015)", [("Wells Consortium et al. 2015", "matched")]),
        ("(Wells Institute 1999)", [("Wells Institute 1999", "matched")]),
        ("(strategy, Board of WD 2002)", [("WD 2002", "matched")]),
        ("cLi et al. 2009", [("cLi et al. 2009", "matched")]),
        ("(Ministry of Dams and Wu et al. 2011)", [("Wu et al. 2011", "matched")]),
        ("Data are from Ebert (2012) for Dorn, and Fukui (2012) for Kost.", [("Fukui (2012)", "matched")]),
        ("(He, Liu & Hart 2018)", [("He, Liu & Hart 2018", "absent")]),
        ("Acta Congr. Bot. Int. Genova (1892): 342.", [("Genova (1892)", "not-a-citation")]),
    ],
)
def test_names_before_a_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert [pair for pair in judged(text) if pair in expected] == expected


def test_a_cell_of_citations_is_a_citation() -> None:
    rows = "Site\tSource\nDune\tCoster 2004\nBay\tFukui 2012\nPier\tHarlan & Ott 2013\n"
    assert judged(rows)[-1] == ("Harlan & Ott 2013", "absent")


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    assert set(weights()) == set(SIGNS)
    assert 0 < chance(-9) < 0.5 == chance(0) < chance(9) < 1


def test_every_sign_of_a_match_is_in_the_table() -> None:
    folder = Path(match_weights.__file__).parent
    named = {name for file in folder.glob("*.py") for name in _SIGNS.findall(file.read_text("utf-8"))}
    assert named | match_weights.ABOUT_AUTHORS <= match_weights.weights().keys()


NUMBERED = "References\n\n" + "".join(
    f"{n}. Abel R. Wells, part {n}. Ann Tide. {2000 + n};{n}:1-9.\n" for n in range(1, 11)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deep.1 Dry.2,3 Made in MEGA6.4 Xa21 grows. Xa21 and Xa215,6 too.7 Good in 20128,9. End.10 More.",
            range(1, 11),
        ),
        ("Deep [1•, 2]. Dry [3••]. Hold [4–6••] and hold [7, 8•, 9]. Wells end [10•].", range(1, 11)),
        ("Deep (1†, 2). Dry (3‡). Hold (4–6†) and hold (7†, 8‡, 9). Wells end (10).", range(1, 11)),
        ("Deep.1 Dry.2, 3 Hold.4 , 5 More words.6–8 Long.9Then it rained.10 More.", range(1, 11)),
        ("Deep [1]. Dry [2]. Zones of wells 3–5, which hold, are few [6]. Ropes [7-10].", range(1, 11)),
        ("Deep [1-7].\n\nWell\tRef.\nDune\t 8,9\n★ Coast\nPier\t 10\n", range(1, 11)),
        ("Deep [1-7].\n\nWell\tData ([No.] = reference)\nDune\t 8\nBay\t 9,10\n", range(1, 11)),
    ],
)
def test_numbers_where_the_order_expects_them(text: str, expected: range) -> None:
    cited = {index + 1 for r in document(f"{text}\n\n{NUMBERED}").resolutions for index in r.references}
    assert cited == set(expected)


SPECIMENS = "Seen were Lovett 2256, MO; Luke 12779, EA; Abel 331, WAG."
RECORD = "order: Squamata; specificEpithet: macularius; scientificNameAuthorship: (Blyth 1853); country: VN"
AUTHORITIES = """
Tidea rotundus (Sand 1901); Tidea acutus (Orlow 1905); Tidea minutus (Pirie 1911); Tidea vulgaris (Hu 1922);
Tidea albus (Coster 1999).
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SPECIMENS} The last is of the north (Quay Forest: Parry 1816, TFD).", ("Parry 1816", "not-a-citation")),
        ("The last is of the north (Quay Forest: Parry 1816).", ("Parry 1816", "absent")),
        (f"{SPECIMENS} They are rare (Becker & Sand 209, EA).", ("Becker & Sand 209", "not-a-citation")),
        ("They bred Pump Basin 1998 (PB 1998).", ("PB 1998", "not-a-citation")),
        ("They bred Pump Basin (PB 1998).", ("PB 1998", "absent")),
        (RECORD, ("Blyth 1853", "not-a-citation")),
        (AUTHORITIES, ("Coster 1999", "not-a-citation")),
        ("Tides of old were higher (Coster 1999).", ("Coster 1999", "year-differs")),
        ("Tidea acuta Becker, Sand & Costa (2003) is large.", ("Becker, Sand & Costa (2003)", "coauthor-differs")),
    ],
)
def test_records_specimens_and_checklists(text: str, expected: tuple[str, str]) -> None:
    assert judged(text)[-1] == expected
