"""Citations that a format links: ranges between two links, numbers typed among linked ones, links that go astray."""

from __future__ import annotations

import pytest

from making import document

NAMES = ("Abel", "Becker", "Coster", "Dorn", "Ebert", "Fuchs")
ENTRIES = "".join(
    f'<ref id="B{number}"><label>{number}</label><mixed-citation>{name} R. Wells of {name}. Ann Tide. {2000 + number};'
    f"{number}(1):1-9.</mixed-citation></ref>"
    for number, name in enumerate(NAMES, 1)
)
ABEL = (
    '<ref id="A1"><mixed-citation>ABEL, R. Puits. Paris: Quai, 1981 (Trad. cast. Pozos (1960-70). Muelle, 1982).'
    '</mixed-citation></ref><ref id="A2"><mixed-citation>ABEL, R. Stones. Quay, 1990.</mixed-citation></ref>'
    '<ref id="A3"><mixed-citation>BECKER, L. Nets. Quay, 1991.</mixed-citation></ref>'
)


def linked(number: int) -> str:
    return f'<xref ref-type="bibr" rid="B{number}"><sup>{number}</sup></xref>'


def cited(body: str) -> set[int]:
    text = f"<article><body><p>{body}</p></body><back><ref-list>{ENTRIES}</ref-list></back></article>"
    return {index + 1 for index in document(text, "jats", "draft.xml").recognition.cited}


@pytest.mark.parametrize("between", ["–", "<sup>)-(</sup>", "<sup>)- (</sup>", ")–(", "-"])
def test_two_links_with_a_dash_between_them_cite_what_lies_between(between: str) -> None:
    assert cited(f"Wells are deep{linked(2)}{between}{linked(5)}.") == {2, 3, 4, 5}


@pytest.mark.parametrize("between", [", ", "<sup>), (</sup>", " and "])
def test_two_links_without_a_dash_cite_no_others(between: str) -> None:
    assert cited(f"Wells are deep{linked(2)}{between}{linked(5)}.") == {2, 5}


def bracketed(*numbers: int) -> str:
    return "[" + ",".join(f'<xref ref-type="bibr" rid="B{n}">{n}</xref>' for n in numbers) + "]"


def test_numbers_typed_among_linked_ones_cite_too() -> None:
    body = (
        f"Wells are deep {bracketed(1)}, stones dry {bracketed(2, 3)} and nets old {bracketed(4)}, as ropes are [5,6]."
    )
    assert cited(body) == {1, 2, 3, 4, 5, 6}


def test_numbers_in_brackets_beside_linked_names_cite_nothing() -> None:
    names = " ".join(
        f'<xref ref-type="bibr" rid="B{number}">{name} ({2000 + number})</xref> and'
        for number, name in enumerate(NAMES[:4], 1)
    )
    assert cited(f"Wells are deep: {names} others say so, on a scale [5,6].") == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("printed", "entries"),
    [
        (("1", "Becker 2002", "Coster 2003"), {1, 2, 3}),
        (("1", "Becker 2002"), {1, 2}),
        (("1", "2", "Coster 2003"), {1, 2, 3, 4, 5, 6}),
    ],
)
def test_typed_numbers_cite_where_most_links_print_numbers(printed: tuple[str, ...], entries: set[int]) -> None:
    links = "; ".join(
        f'<xref ref-type="bibr" rid="B{number}">{words}</xref>' for number, words in enumerate(printed, 1)
    )
    assert cited(f"Wells are deep ({links}), as ropes are [4,5], [6] and [1].") == entries


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("ABEL, 1981", "matched"),
        ("ABEL, 1982", "matched"),
        ("ABEL, 1990", "target-differs"),
        ("ABEL, 1984", "year-differs"),
    ],
)
def test_a_link_goes_to_the_entry_whose_year_it_prints(words: str, outcome: str) -> None:
    body = f'It is so (<xref ref-type="bibr" rid="A1">{words}</xref>, p. 7; Abel, 1990; Becker, 1991).'
    text = f"<article><body><p>{body}</p></body><back><ref-list>{ABEL}</ref-list></back></article>"
    found = [one for one in document(text, "jats", "draft.xml").resolutions if one.item.key == "A1"]
    assert [(one.outcome, one.item.key) for one in found] == [(outcome, "A1")]
