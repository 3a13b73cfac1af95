"""How the entries of a list are found: by every form of an author's name, by a group's, and by a year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.document import Name
from lint_article.parsing.linking.alike_names import NameShape, count_edits, find_shape, may_resemble, rests_of
from lint_article.parsing.linking.reference_index import Works
from lint_article.parsing.names.edit_distance import edits
from making import document

ENTRIES = """
Abel, Karen (2001). Wells and their water. Annals of the Tide, 1, 1–9.
Board of Northern Wells. (2002). Rules for wells. Quayside Press.
Coastguard, Royal Office of Lights. (2003). Lamps. Quayside Press.
Danbury-Eves, Piers, & Zorn, U. (2004). Depths. Annals of the Tide, 4, 1–9.
Müller, Jörg (2005). Sand. Annals of the Tide, 5, 1–9.
NWO (2006). Yearbook. Quayside Press.
Tsygankov, A. (2007). Ice. Annals of the Tide, 7, 1–9.
van der Berg, J., Cassel, R., & Yeo, P. (2008). Dykes. Annals of the Tide, 8, 1–9.
Wells Over Water Consortium, Farn, A., & Gild, U. (2009). Depths of wells. Annals of the Tide, 9, 1–9.
Xu, L. (2010 [1905]). Harbours. Quayside Press.
"""


def works() -> Works:
    parsed = document(f"It was so (Abel, 2001).\n\nReferences\n{ENTRIES}")
    assert len(parsed.references) == 10
    return Works(parsed.text, parsed.references, [one.authors for one in parsed.references])


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("", "Abel", "1 1.0 name"),
        ("Karen", "Abel", "1 1.0 name"),
        ("", "Karen", "1 0.5 given name"),
        ("", "onAbel", "1 0.9 name"),
        ("", "Karen Abel", "1 0.95 name"),
        ("", "de Abel", "1 0.97 name"),
        ("", "segundo Abel", ""),
        ("", "Muller", "5 1.0 name"),
        ("", "Danbury", "4 0.85 part of the name"),
        ("", "Eves", "4 0.85 part of the name"),
        ("", "Danbury Eves", "4 1.0 name"),
        ("", "DanburyEves", "4 1.0 name"),
        ("", "Berg", "8 1.0 name"),
        ("", "van der Berg", "8 1.0 name"),
        ("", "Цыганков", "7 0.9 name by sound"),
        ("", "BNW", "2 0.9 acronym"),
        ("", "Board", "2 0.85 part of the name"),
        ("", "Coastguard", "3 0.85 part of the name"),
        ("", "NWO", "6 1.0 name"),
        ("", "M\ufffdller", "5 0.9 damaged name"),
        ("", "Cassel", ""),
    ],
)
def test_names(given: str, family: str, expected: str) -> None:
    found = works().find_by_name(Name(family, given))
    assert "; ".join(f"{index + 1} {score} {why}" for index, (score, why) in sorted(found.items())) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Board of Northern Wells", "2 0.95 group"),
        ("Northern Wells", "2 0.95 group"),
        ("Wells", ""),
        ("Board of NW", "2 0.85 group"),
        ("Board of Northern", "2 0.85 group"),
        ("Royal Office of Lights", "3 0.95 group"),
        ("Northern Water Office", "6 0.85 acronym"),
        ("Wells Over Water Consortium", "9 0.9 group"),
        ("Report of the Wells Over Water Consortium", "9 0.9 group"),
        ("Water Consortium", "9 0.9 group"),
        ("Wind Consortium", ""),
        ("Consortium", ""),
        ("Karen Abel", ""),
    ],
)
def test_groups(printed: str, expected: str) -> None:
    found = works().find_organisation(printed)
    assert "; ".join(f"{index + 1} {score} {why}" for index, (score, why) in sorted(found.items())) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("the Board of Northern Wells", [1]),
        ("Rules of the Board of Northern Wells", [1]),
        ("Northern Wells", []),
        ("the NWO", []),
        ("Abel", []),
        ("of the", []),
    ],
)
def test_whole_names_of_groups(printed: str, expected: list[int]) -> None:
    assert [*works().find_whole_group(printed)] == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [("Abell", [(0, 1)]), ("Muler", [(4, 1)]), ("Tsigankof", [(6, 2)]), ("Abel", []), ("Tsi", [])],
)
def test_names_spelt_otherwise(cited: str, expected: list[tuple[int, int]]) -> None:
    assert [(index, distance) for index, distance, _ in works().resembling(Name(cited, ""))] == expected


@pytest.mark.parametrize(
    ("cited", "years", "expected"),
    [("Abell", ("2001",), [0]), ("Abell", ("2002",), []), ("Abell", ("2002", "2001"), [0]), ("Xuu", ("1905",), [9])],
)
def test_names_spelt_otherwise_in_works_of_some_years(cited: str, years: tuple[str, ...], expected: list[int]) -> None:
    assert [index for index, _, _ in works().resembling(Name(cited, ""), years)] == expected


def test_works_without_a_year_may_be_of_any() -> None:
    entries = ("(in press). Wells. Quay.", "(2003). Tides. Quay.", "Reeds. https://a.example (accessed 3 May 2009).")
    listed = "".join(f"Abel, K. {entry}\n" for entry in entries)
    parsed = document(f"It was so (Abel, 2003).\n\nReferences\n\n{listed}")
    found = Works(parsed.text, parsed.references, [one.authors for one in parsed.references])
    assert [index for index, _, _ in found.resembling(Name("Abell"), ("2008",))] == [0, 2]


@pytest.mark.parametrize(
    ("families", "expected"),
    [("Cassel Yeo", [7]), ("Yeo", [7]), ("van Cassel Yeo", []), ("Zorn", []), ("Cassel", []), ("Berg Cassel Yeo", [])],
)
def test_last_authors(families: str, expected: list[int]) -> None:
    names = [Name(family, "") for family in families.split()]
    assert [work.index for work in works().ending_with(names)] == expected


@pytest.mark.parametrize(
    ("entry", "cited", "apart"),
    [
        (0, "2001", 0),
        (0, "2011", 10),
        (0, "1991", 10),
        (0, "2012", None),
        (0, "2091", 11),
        (0, "2099", None),
        (0, "in press", 1),
        (9, "1906", 1),
    ],
)
def test_years_apart(entry: int, cited: str, apart: int | None) -> None:
    assert works().works[entry].years_from(cited) == apart


SPELT = st.text("aábcCçeß", min_size=3, max_size=13)


@given(SPELT, SPELT)
def test_no_spelling_that_resembles_is_passed_over(one: str, other: str) -> None:
    cited, listed = find_shape(one), find_shape(other)
    if cited.folded[0] in listed.folded[:2] and listed.folded[0] in cited.folded[:2]:
        distance = count_edits(cited, listed)
        assert may_resemble(cited, listed) or distance == 9
        assert distance == 9 or rests_of(cited) & rests_of(listed)
        assert distance == 9 or distance in {edits(cited.folded, listed.folded, 2), edits(cited.small, listed.small, 2)}


def test_a_name_is_compared_with_few_of_its_year(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["A" + "".join(chr(97 + at * step % 26) for step in (7, 11, 17, 19, 23)) for at in range(1, 26)]
    listed = "".join(f"{name}, K. (2001). Wells of the tide. Quay.\n" for name in names)
    parsed = document(f"It was so (Abel, 2001).\n\nReferences\n\n{listed}")
    found = Works(parsed.text, parsed.references, [one.authors for one in parsed.references])
    compared = []

    def compare(one: NameShape, other: NameShape) -> bool:
        compared.append(other)
        return may_resemble(one, other)

    monkeypatch.setattr("lint_article.parsing.linking.reference_index.may_resemble", compare)
    assert [[index for index, _, _ in found.resembling(Name(f"{name}x"), ("2001",))] for name in names] == [
        [at] for at in range(len(names))
    ]
    assert len(compared) < 3 * len(names)


KEYED = (
    ("Abel, K.", "Abel", "1.0 name"),
    ("Abel, K.", "l’Abel", "0.95 name"),
    ("Abel, K.", "dell'Abel", "0.95 name"),
    ("Abel, K.", "l’abel", ""),
    ("Abel, K.", "Segundo de Abel", "0.75 name"),
    ("Abel, K.", "Segundo Abel", "0.95 name"),
    ("Abel, K.", "adaptado de Abel", ""),
    ("Abel, K.", "sensuAbel", "0.9 name"),
    ("Abel, K.", "SenSuAbel", ""),
    ("Abel, K.", "Abel Corn", "0.8 part of the name"),
    ("Abel, Karen", "Karen", "0.5 given name"),
    ("Abel, Karen", "Karen Corn", ""),
    ("Abel, K.", "K", ""),
    ("Abel Corn, K.", "Abel", "0.85 part of the name"),
    ("Abel Corn, K.", "Corn", "0.85 part of the name"),
    ("Abel Corn Dorn, K.", "Corn", ""),
    ("Abel Corn Dorn, K.", "Dorn", "0.85 part of the name"),
    ("StAbel, K.", "St. Abel", "0.98 name"),
    ("van der Abel, K.", "Abel", "1.0 name"),
    ("van der Abel, K.", "vanderAbel", "1.0 name"),
    ("Ministry of Wells.", "Ministry of Wells", "1.0 name"),
    ("Ministry of Wells.", "MW", "0.9 acronym"),
    ("Ministry of Wells and Tides.", "MWT", "0.9 acronym"),
    ("Ministry of Wells and Tides.", "MWT’s", "0.855 acronym"),
    ("Ministry of Wells and Tides.", "MWT’e", "0.855 acronym"),
    ("National Water Office (NATWO).", "NATWO", "0.9 acronym"),
    ("National Water Office (NATWO).", "el NATWO", "0.9 acronym"),
    ("张三丰.", "张三丰", "1.0 name"),
    ("张三丰.", "张三", "0.9 family name"),
    ("张三丰.", "张", "0.9 family name"),
    ("张三丰.", "三丰", ""),
    ("WellStat, National Office of Wells.", "WellStat", "0.85 part of the name"),
    ("WellStat, Office.", "WellStat", "1.0 name"),
    ("[BSI] British Standards Institution.", "BSI", "1.0 name"),
    ("BSI.", "British Standards Institution", "0.85 acronym"),
    ("Abel, Bo", "Bo", "0.5 given name"),
    ("Abel Corn, K.", "sensuAbel Corn", "0.9 name"),
    ("张三丰.", "王张三丰", "0.9 name"),
    ("丰.", "王张丰", ""),
)


@pytest.mark.parametrize(("entry", "cited", "expected"), KEYED)
def test_forms_of_a_cited_name(entry: str, cited: str, expected: str) -> None:
    listed = f"{entry} (2001). Wells and their water. Quayside Press.\n"
    parsed = document(f"It was so (Zorn, 2009).\n\nReferences\n\n{listed}Zorn, Q. (2009). Tides. Quayside Press.\n")
    found = Works(parsed.text, parsed.references, [one.authors for one in parsed.references])
    score, why = found.find_by_name(Name(cited)).get(0, (0, ""))
    assert (f"{round(score, 4)} {why}" if why else "") == expected


def find(entry: str) -> Works:
    parsed = document(f"It was so (Zorn, 2009).\n\nReferences\n\n{entry}\nZorn, Q. (2009). Tides. Quayside Press.\n")
    return Works(parsed.text, parsed.references, [one.authors for one in parsed.references])


def test_a_saint_is_listed_in_one_word() -> None:
    assert find("StAbel, K. (2001). Wells. Quay.").find_by_name(Name("Abel", "St.")) == {0: (0.9, "name")}


def test_a_group_of_two_words() -> None:
    found = find("Harbour Trust. (2001). Wells. Quay.")
    assert found.find_whole_group("the Harbour Trust") == {0: (0.9, "group")}
    assert found.find_organisation("Harbour-Trust") == {0: (0.95, "group")}
    assert find("HT. (2001). Wells. Quay.").find_organisation("Harbour Trust") == {}


@pytest.mark.parametrize(
    ("entry", "year", "prints", "has"),
    [
        ("(2001). Wells. First printed 1905. Quay.", "1905", True, False),
        ("(2001). Wells. First printed 1905. Quay.", "1906", False, False),
        ("(2001). Wells, 1905–1909. Quay.", "1905", False, False),
        ("(2001). Wells. Quay, 5:1905.", "1905", False, False),
        ("(2001). Wells. https://a.example/1905/b", "1905", False, False),
        ("(2001). Wells. https://a.example/b (accessed 3 May 2009).", "2009", False, False),
        ("(in press). Wells of 1905. Quay.", "1905", True, True),
        ("(in press). Wells of 1905. Quay.", "1906", False, False),
        ("(2001). Wells. Quay, in press.", "in press", False, True),
        ("(2001). Wells. Quay (in press).", "in press", False, True),
        ("(2001). Wells. Quay, forthcoming.", "in press", False, False),
        ("(2001). Wells in press. Quay.", "in press", False, False),
    ],
)
def test_years_that_an_entry_prints_beside_its_own(entry: str, year: str, prints: bool, has: bool) -> None:
    listed = f"Abel, K. {entry}\nZorn, Q. (2009). Tides. Quayside Press.\n"
    parsed = document(f"It was so (Zorn, 2009).\n\nReferences\n\n{listed}")
    work = Works(parsed.text, parsed.references, [one.authors for one in parsed.references]).works[0]
    assert (work.is_printing_year(year), work.has_year(year)) == (prints, has)


@pytest.mark.parametrize(
    ("entry", "is_open"),
    [
        ("Abel, K., & Corn, P. (2001). Wells. Quay.", False),
        ("Abel, K., et al. (2001). Wells. Quay.", True),
        ("Abel, K., Corn, P., … Moe, Q. (2001). Wells. Quay.", True),
        ("Abel K, Corn P. Wells. Quay 2001.", False),
    ],
)
def test_lists_of_authors_that_may_go_on(entry: str, is_open: bool) -> None:
    parsed = document(f"It was so (Zorn, 2009).\n\nReferences\n\n{entry}\nZorn, Q. (2009). Tides. Quayside Press.\n")
    work = Works(parsed.text, parsed.references, [one.authors for one in parsed.references]).works[0]
    assert work.open_ended is is_open
