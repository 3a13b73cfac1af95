"""Numeric citations in brackets, parentheses and superscripts, and the numbers of a text that are none."""

from __future__ import annotations

import pytest

from lint_article.document import Mark, Reading
from lint_article.parsing.parse import parse
from lint_article.text import Span
from making import document

NAMES = ["Abel", "Becker", "Coster", "Dorn", "Ebert", "Fuchs", "Gold", "Hart", "Iver", "Jost"]
LIST = "References\n\n" + "".join(
    f"{n}. {name} R. Wells and their water, part {n}. Ann Tide. {2000 + n};{n}(1):{n}1-9.\n"
    for n, name in enumerate(NAMES, 1)
)
CITED = {
    "bracket": "Wells are deep [1]. Sand is dry [2,3]. Ropes hold [4-6]. Boats float [7], [8]. Nets hold [9, 10].",
    "paren": "Wells are deep (1). Sand is dry (2,3). Ropes hold (4-6). Boats float (7), and (8). Nets hold (9, 10).",
    "superscript": "Wells are deep.1 Sand is dry.2,3 Ropes hold.4-6 Boats float.7 Nets hold.8 Lamps shine.9,10 Good.",
}
RAISED = "Wells are deep.¹ Sand is dry.²,³ Ropes hold.⁴⁻⁶ Boats float.⁷ Nets hold.⁸ Lamps shine.⁹,¹⁰ Good."


def numbers(text: str) -> list[tuple[int | None, str]]:
    return [(r.item.number, r.outcome) for r in document(text).resolutions]


ALL = [(n, "matched") for n in range(1, 11)]


@pytest.mark.parametrize(("style", "text"), [*CITED.items(), ("superscript", RAISED)])
def test_each_system_is_read(style: str, text: str) -> None:
    parsed = document(f"{text}\n\n{LIST}")
    assert parsed.numbering == style
    assert {citation.style for citation in parsed.citations} == {style}
    assert [(r.item.number, r.outcome) for r in parsed.resolutions] == ALL
    assert [r.references for r in parsed.resolutions] == [(n,) for n in range(10)]


@pytest.mark.parametrize("style", ["bracket", "paren"])
def test_blanks_may_be_inside_a_marker(style: str) -> None:
    spaced = CITED[style].translate(
        {ord(sign): f"{sign} " for sign in "(["} | {ord(sign): f" {sign}" for sign in "])-,"}
    )
    assert numbers(f"{spaced}\n\n{LIST}") == ALL


def test_raised_numbers_that_stand_apart_outweigh_numbers_of_things() -> None:
    apart = (
        "Wells are deep. 1 Sand is dry. 2 , 3 Ropes hold. 4 – 6 Boats float. 7 Nets hold. 8 Lamps shine. 9 , 10 Yes."
    )
    parsed = document(f"{apart} They answered most questions (9, 4, 3 and 5), but others less (8, 1).\n\n{LIST}")
    assert (parsed.numbering, parsed.recognition.cited) == ("superscript", frozenset(range(10)))


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("[4-6]", "[4 to 6]"),
        ("[4-6]", "［4–6］"),
        ("[2,3]", "【2】【3】"),
        ("[9, 10]", "［9，10］"),
        ("[9, 10]", "[9, pp. 3–4; 10]"),
        ("[9, 10]", "[9, Table 2; 10, p. 7]"),
        ("[9, 10]", "[9, 10].\n\nGroup   Days [range]\nA       12 [30]\nB       14 [71]\n\nSo"),
        ("[9, 10]", "[9; 10], where x in [2, 50] and a[12] is p[20]"),
    ],
)
def test_other_forms_of_brackets(printed: str, other: str) -> None:
    assert numbers(CITED["bracket"].replace(printed, other) + f"\n\n{LIST}") == ALL


@pytest.mark.parametrize(
    "text",
    [
        "Wells are deep1. Ropes hold3–6. Boats7 and nets8 hold9,10. Sand is dry, as Becker et al2 said of 3 of 4.",
        "Wells are deep1. Sand is dry2, 3. Ropes hold3, 4, 6 and bend4, 5. Boats float6, 7 and nets8 hold9, 10.",
        "Wells are deep( 1 ). Sand is dry( 2 , 3 ). Ropes hold( 4 – 6 ). Boats float( 7 ), nets( 8 ), lamps( 9 , 10 ).",
    ],
)
def test_other_forms_of_raised_numbers(text: str) -> None:
    assert document(f"{text}\n\n{LIST}").recognition.cited == frozenset(range(10))


def test_a_range_in_words_is_a_value_in_parentheses() -> None:
    assert numbers(CITED["paren"] + f" It took days (3 to 5).\n\n{LIST}") == ALL


@pytest.mark.parametrize("text", ["deep.1)-(10 Sand", "deep1),(2)-(9),(10 and so on", "deep;1),(2 sand.3)–(10 It"])
def test_parentheses_may_be_raised_with_the_numbers(text: str) -> None:
    assert {number for number, _ in numbers(f"Wells are {text}.\n\n{LIST}")} == set(range(1, 11))


@pytest.mark.parametrize("address", ["https://sand.example/", "https://sand.example/?term=QX1", "http://sand.example"])
def test_a_bracket_behind_an_address_cites(address: str) -> None:
    text = CITED["bracket"].replace("[7]", f"({address}[7])")
    assert numbers(f"{text}\n\n{LIST}") == ALL


@pytest.mark.parametrize("label", ["{}. ", "[{}] ", "({}) ", "{} ", "{} \u200b", "{}) "])
def test_labels_of_the_list(label: str) -> None:
    entries = (
        label.format(n) + f"{name} R. Wells. Ann Tide. {2000 + n};{n}(1):{n}1-9." for n, name in enumerate(NAMES, 1)
    )
    assert numbers(CITED["bracket"] + "\n\nReferences\n\n" + "\n".join(entries)) == ALL


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Again [3].", [(3, "matched")]),
        ("Again [1, 3–5].", [(1, "matched"), (3, "matched"), (4, "matched"), (5, "matched")]),
        ("Again [3–5, 8].", [(3, "matched"), (4, "matched"), (5, "matched"), (8, "matched")]),
        ("Again [1]–[3].", [(1, "matched"), (2, "matched"), (3, "matched")]),
        ("Again [2; 4].", [(2, "matched"), (4, "matched")]),
        ("Again [3, p. 17].", [(3, "matched")]),
        ("Again [see 3 and 4].", [(3, "matched"), (4, "matched")]),
        ("Again [5-3].", [(5, "matched"), (4, "matched"), (3, "matched")]),
        ("Again [3−5].", [(3, "matched"), (4, "matched"), (5, "matched")]),
        ("Again [3‐5].", [(3, "matched"), (4, "matched"), (5, "matched")]),
        ("Again [3a–c, 4(b)].", [(3, "matched"), (4, "matched")]),
        ("Again, as refs. 3 and 4 say, and reference 5.", [(3, "matched"), (4, "matched"), (5, "matched")]),
        ("The median was 20 [14, 25], and the ratio 1.9 (95% CI [1, 12]).", []),
        ("Strain\tReference\nX\t3\nY\t4, 5\nZ\t12", [(3, "matched"), (4, "matched"), (5, "matched")]),
        ("Again [9,\n10].", [(9, "matched"), (10, "matched")]),
        ("Again [12].", [(12, "number-out-of-range")]),
        ("Again [9–12].", [(9, "matched"), (10, "matched"), (12, "number-out-of-range")]),
        ("So Trell and Evers (1989) [3, 12].", [(3, "matched"), (12, "number-out-of-range")]),
        ("The press [1904] was old.", [(1904, "not-a-citation")]),
        ("It took values in [0, 1] and more.", []),
        ("It took values in [0,1) and x[i].", []),
        ("It took values in [0.5, 1.5] and [−1, 1].", []),
        ("The file [sic] and [Figure 3].", []),
    ],
)
def test_brackets(more: str, expected: list[tuple[int, str]]) -> None:
    assert numbers(f"{CITED['bracket']} {more}\n\n{LIST}") == [*ALL, *expected]


@pytest.mark.parametrize(
    "more",
    [
        "See Eq. (3).",
        "In step (2) we stop.",
        "The year (1904) was cold.",
        "A share (35%) sank.",
        "We had (n = 5) boats.",
        "A third sank, 7,2 (6,3;8,2), and more rose, 5,1 (4,1; 6,5).",
    ],
)
def test_parentheses_that_cite_nothing(more: str) -> None:
    assert [pair for pair in numbers(f"{CITED['paren']} {more}\n\n{LIST}") if pair[1] == "matched"] == ALL


@pytest.mark.parametrize(
    "more",
    [
        "The gas CO2 rose.",
        "An area of 5 km2 sank.",
        "It weighs 3.5 kg.",
        "See Fig.3 below.",
        "In 1904 it rained.",
        "Water, H2O, is wet.",
    ],
)
def test_digits_that_cite_nothing(more: str) -> None:
    assert numbers(f"{CITED['superscript']} {more}\n\n{LIST}") == ALL


def test_raised_numbers_may_be_parted_by_blanks() -> None:
    raised = ("1", "2 3", "4\u20136 7", "8 9 10")
    plain = document(f"Wells are {' deep. Sand is '.join(raised)} dry.\n\n{LIST}")
    marks = tuple(
        Mark("superscript", Span(at, at + len(one))) for one in raised for at in [plain.text.index(f" {one} ") + 1]
    )
    parsed = parse(Reading(plain.source, plain.text, plain.map, parts=plain.parts, marks=marks))
    assert [citation.span.of(parsed.text) for citation in parsed.citations] == list(raised)
    assert [(r.item.number, r.outcome) for r in parsed.resolutions] == ALL


def test_a_list_with_names_and_years_is_not_numeric() -> None:
    text = (
        "Wells (Abel 2001) and sand (Becker 2002), stones (Coster 2003), salt (Dorn 2004). We took steps [1] and [2]."
    )
    parsed = document(f"{text}\n\n{LIST}")
    assert parsed.numbering == "author-year"
    assert [r.outcome for r in parsed.resolutions] == ["matched"] * 4


def test_one_long_range_in_parentheses_does_not_outweigh_brackets() -> None:
    text = (
        "Oats [1] and rye [2, 3]. Wheat [4, 5] and barley [6]. Plots (1–10) were kept as others (10–1) had said [12]."
    )
    parsed = document(f"{text}\n\n{LIST}")
    assert parsed.numbering == "bracket"
    assert [r.item.number for r in parsed.resolutions if r.outcome == "number-out-of-range"] == [12]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CITED['paren']} A last word is due (12).", [12]),
        (f"{RAISED} A last word¹² is due.", [12]),
        (f"{CITED['paren']} There were men (12), women (14) and children (13).", []),
        (f"{CITED['paren']} See figure (12).", []),
    ],
)
def test_numbers_beyond_the_list(text: str, expected: list[int]) -> None:
    assert [number for number, outcome in numbers(f"{text}\n\n{LIST}") if outcome != "matched"] == expected


def test_numbered_works_may_be_named() -> None:
    rows = "\n".join(f"{name} et al. ({2000 + n}){n}\tNorway" for n, name in enumerate(NAMES[:8], 1))
    parsed = document(f"Wells help many people.9 Sand is dry in autumn.10\n\n{rows}\n\n{LIST}")
    assert parsed.numbering == "superscript"
    assert {i for r in parsed.resolutions for i in r.references} == set(range(10))


def test_without_a_list_numbers_are_no_citations() -> None:
    assert numbers(CITED["bracket"]) == []


def test_numbers_of_rows_and_items_are_no_citations() -> None:
    rows = "\n".join(f"({n}) N{n}P{n}\t{40 + n} ± 3" for n in range(1, 11))
    items = "\n\n".join(f"({n}) Dig the well to its full depth before the rain." for n in range(1, 11))
    for labels in (rows, items):
        assert numbers(f"Yields of the wells are given below.\n\n{labels}\n\nNo more was dug.\n\n{LIST}") == []


@pytest.mark.parametrize(
    "text",
    [
        "How are you (never [0] to always [100])?",
        "The numbers are n ∈ [5, 80] in the dry wells.",
        "Rain\t1,12 (1,05-1,19)\t0,4",
    ],
)
def test_values_in_brackets(text: str) -> None:
    assert numbers(f"{CITED['bracket']} {text}\n\n{LIST}") == ALL
