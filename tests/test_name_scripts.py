"""Names in other scripts, transliterations and capitals: the citation and the entry spell one name in two ways."""

from __future__ import annotations

import pytest

from lint_article.parsing.names.folding import fold, is_same_transliterated
from making import document, faults_in

PAIRS = [
    ("ʻAbd al-Karīm", "‘Abd al-Karim, S."),
    ("Ibn ʿArabi", "Ibn 'Arabi, M."),
    ("De La Tour", "DE LA TOUR, G."),
    ("Le Goff", "LE GOFF, Y."),
    ("Yefimov", "Efimov, B."),
    ("Tchaikin", "Chaikin, P."),
    ("Juravlev", "Zhuravlev, N."),
    ("佐藤", "佐藤健"),
    ("김철수", "김철수"),
    ("Нефедов", "Нефедов, А. А."),
]


@pytest.mark.parametrize(("cited", "listed"), PAIRS)
def test_one_name_in_two_spellings_is_one(cited: str, listed: str) -> None:
    entry = f"{listed} (2014). Wells of the plain. Journal of Drains, 3, 1–9."
    parsed = document(f"Canals are old ({cited}, 2014).\n\nReferences\n\n{entry}\n")
    assert [(one.outcome, one.references) for one in parsed.resolutions] == [("matched", (0,))]


@pytest.mark.parametrize(("a", "b"), [("Marlin", "Merlin"), ("Efimov", "Efremov"), ("Jonson", "Zonson"), ("Yeo", "Eo")])
def test_other_names_are_other_names(a: str, b: str) -> None:
    assert not is_same_transliterated(a, b)


def test_signs_for_ayn_and_hamza_are_silent() -> None:
    assert {fold(name) for name in ("ʿAli", "ʻAli", "‘Ali", "'Ali", "Ali", "ʾAli")} == {"ali"}


def test_chinese_citations_in_wide_brackets_are_read() -> None:
    text = "井的历史很长（王明，2010；李华、张强，2012）。孙丽（2018）不同意，"
    text += "赵敏等（2016）和吴芳（2014）同意（郑浩，2015）。"
    entries = [
        "李华、张强（2012）。水泵研究。《水利学报》，3，10–19。",
        "王明（2010）。平原的井。《水利学报》，1，1–9。",
        "吴芳（2014）。堤坝。《水利学报》，5，1–9。",
        "赵敏、钱进、孙丽（2016）。阀门。《水利学报》，7，20–29。",
        "郑浩（2015）。水渠。《水利学报》，6，1–9。",
    ]
    assert faults_in(f"{text}\n\n参考文献\n\n" + "\n\n".join(entries)) == ["citation-without-reference: 孙丽（2018"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("It ebbed (Lighters, 1983).", [("matched", (0,))]),
        ("It ebbed (Sluices, 1983).", [("absent", ())]),
        ("King José I (1714-1777) ruled the port.", [("not-a-citation", ())]),
        ("O Censo Demográfico (2010) foi feito; o Censo 2010 mostrou.", [("not-a-citation", ())] * 2),
    ],
)
def test_titles_are_cited_and_lives_and_censuses_are_not(
    said: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    entries = ["SEARLE, J. R. Lighters. New York: Quay Press, 1983.", "JOSÉ, A. Poços. São Paulo: Quay, 2009."]
    parsed = document(f"Trade grew. {said}\n\nReferências\n\n" + "\n\n".join(entries))
    assert [(one.outcome, one.references) for one in parsed.resolutions] == expected
