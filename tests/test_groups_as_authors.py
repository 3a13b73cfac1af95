"""Groups in the author's place: which authors may be one, and what an entry's words and the text call it."""

from __future__ import annotations

import pytest

from lint_article.document import Field, Name, Reference
from lint_article.parsing.linking.group_names import acronyms_in_text, acronyms_of, head_of, initials_of, may_be_group
from lint_article.text import Span


def entry(text: str, year: str = "2010", label: str = "") -> Reference:
    """Return the text as an entry whose year and label are read, if it prints them."""
    at = text.find(year)
    return Reference(
        Span(0, len(text)),
        label=Field(label, Span(0, len(label))) if label else None,
        year=Field(year, Span(at, at + len(year))) if at >= 0 else None,
    )


@pytest.mark.parametrize(
    ("text", "family", "given", "expected"),
    [
        ("Wells Agency (2010).", "Wells Agency", "", True),
        ("IPCC Abel (2010).", "Abel", "IPCC", True),
        ("IPC Abel (2010).", "Abel", "IPC", True),
        ("KL Abel (2010).", "Abel", "KL", False),
        ("Karen Abel (2010).", "Abel", "Karen", False),
        ("Wells Protection Agency (2010).", "Agency", "Wells Protection", True),
        ("K. L. Abel (2010).", "Abel", "K. L.", False),
        ("Abel, Karen Lisa (2010).", "Abel", "Karen Lisa", False),
        ("Abel, IPCC (2010).", "Abel", "IPCC", False),
        ("I-C Abel (2010).", "Abel", "I-C", False),
    ],
)
def test_who_may_be_a_group(text: str, family: str, given: str, expected: bool) -> None:
    assert may_be_group(text, entry(text), (Name(family, given),)) is expected


def test_nobody_and_a_name_taken_as_it_is_may_be_a_group() -> None:
    text = "Wells Protection Agency (2010)."
    assert may_be_group(text, entry(text), ())
    assert may_be_group(text, entry(text), (Name("Agency", "Karen", literal=True),))


@pytest.mark.parametrize(
    ("text", "label", "head"),
    [
        ("Wells Agency (2010). Rules for wells.", "", "Wells Agency ("),
        ("[WA] Wells Agency (2010). Rules.", "[WA]", " Wells Agency ("),
        ("Wells Agency. Rules for wells. 2010.", "", "Wells Agency"),
        ("Wells Agency: rules for wells. 2010.", "", "Wells Agency"),
        ("Abel, K. L. Rules for wells. 2010.", "", "Abel, K. L. Rules for wells"),
        ("2010. Rules for wells of the north.", "", "2010. Rules for wells of the north."),
        ("Wells of the north, without a year", "", "Wells of the north, without a year"),
        ("w" * 300, "", "w" * 200),
    ],
)
def test_what_stands_in_the_author_s_place(text: str, label: str, head: str) -> None:
    assert head_of(text, entry(text, label=label)) == head


@pytest.mark.parametrize(
    ("text", "label", "acronyms"),
    [
        ("National Water Office (NWO). (2010). Rules.", "", ["nwo"]),
        ("NWO & IPCC (2010). Rules.", "", ["nwo", "ipcc", "nwoipcc"]),
        ("NWO, IPCC, RNLI (2010). Rules.", "", ["nwo", "ipcc", "rnli", "nwoipcc"]),
        ("[NWO] IPCC (2010). Rules.", "[NWO]", ["ipcc"]),
        ("Water Office (WO). (2010). Rules.", "", ["wo"]),
        ("Water Office WO. (2010). Rules.", "", []),
        ("Abel, K. (2010). Rules.", "", []),
    ],
)
def test_acronyms_that_an_entry_prints(text: str, label: str, acronyms: list[str]) -> None:
    assert [*acronyms_of(text, entry(text, label=label))] == acronyms


@pytest.mark.parametrize(
    ("body", "acronyms"),
    [
        ("As Danmarks Statistik (DST, 2010) says.", ["dst"]),
        ("Danmarks Statistik (DST, 2010) says so.", ["dst"]),
        ("As Danmarks Statistik [DST 2010] says, and Danmarks Statistik (DS).", ["dst", "ds"]),
        ("As Sveriges Statistik (SST, 2010) says.", []),
        ("As Danmarks Statistik (dst, 2010) says.", []),
        ("As Danmarks Statistik (2010) says.", []),
    ],
)
def test_acronyms_that_the_text_prints(body: str, acronyms: list[str]) -> None:
    listed = "Danmarks Statistik. (2010). Rules for wells."
    text = f"{listed}\n\n{body}"
    reference = Reference(Span(0, len(listed)), year=Field("2010", Span(21, 25)))
    assert [*acronyms_in_text(text, reference)] == acronyms


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("Wells Agency (2010).", []),
        ("National Water Office (2010).", ["nwo"]),
        ("National Water Office of Gulls (2010).", ["nwo", "nwog"]),
        ("A B C D E F G H I J K L M N (2010).", ["abcdefghijkl"[:n] for n in range(3, 13)]),
    ],
)
def test_what_the_capitals_of_a_group_spell(text: str, initials: list[str]) -> None:
    assert [*initials_of(text, entry(text))] == initials
