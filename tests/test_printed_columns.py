"""Columns of a text that was laid out as the page was printed are read one by one; tables and plain text stay."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document
from reader_laws import read_lawfully

LEFT = [f"the reeds of lake {name} lean to the" for name in "abcdefghij"]
RIGHT = [f"gulls count the jetties of lake {name}" for name in "klmnopqrst"]


def side_by_side(left: list[str], right: list[str], gutter: int = 46) -> str:
    return "".join(f"{a:{gutter}}{b}".rstrip() + "\n" for a, b in zip(left, right, strict=True))


def read(text: str) -> str:
    return read_lawfully("a.txt", "plain", text.encode()).text


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_the_left_column_is_read_before_the_right_one_and_a_title_before_both() -> None:
    title = "On the reeds of the lake, and on the gulls that count its jetties in winter\n\n"
    assert lines(read(title + side_by_side(LEFT, RIGHT))) == [title.strip(), *LEFT, *RIGHT]


def test_white_lines_part_paragraphs_where_the_columns_are_level() -> None:
    parted = [line for one in RIGHT[:6] for line in (one.capitalize(), one, "")]
    text = read(side_by_side([*LEFT, *LEFT][: len(parted)], parted))
    assert text.count("\n\n") == 5


def test_a_heading_centred_beside_text_is_no_line_over_both_columns() -> None:
    right = [" " * 18 + "REFERENCES", *RIGHT[1:]]
    assert lines(read(side_by_side(LEFT, right))) == [*LEFT, "REFERENCES", *RIGHT[1:]]


def test_an_address_that_a_line_end_breaks_is_whole() -> None:
    seen = "The reeds of the lake lean to the south. They are seen in doi: 10.1371/"
    assert read(f"{seen}\njournal.pone.0180877.\n{seen[:60]}\n") == f"{seen}journal.pone.0180877.\n{seen[:60]}\n"
    left = [*LEFT[:4], "of the lake: 10.1371/", "journal.pone.1234 and", *LEFT[6:]]
    assert "10.1371/journal.pone.1234 and\n" in read(side_by_side(left, RIGHT))


@pytest.mark.parametrize("below", ["2. Abel, A.", "[2] Abel, A.", "https://example.org/more", "12 gulls"])
def test_an_address_ends_with_its_line_before_another_entry(below: str) -> None:
    text = f"1. Abel, A. The reeds of the lake and their gulls. https://example.org/reeds/\n{below}\n"
    assert read(text) == text


def test_a_last_page_of_a_few_lines_goes_on_in_the_columns_of_the_one_before() -> None:
    first = side_by_side(LEFT, RIGHT)
    assert lines(read(first + "\f" + side_by_side(LEFT[:4], RIGHT[:4]))) == [*LEFT, *RIGHT, *LEFT[:4], *RIGHT[:4]]
    table = side_by_side(["gulls", "reeds", "lakes", "jetties"], ["12", "14", "17", "19"])
    assert "gulls" + " " * 41 + "12" in read(f"{first}\f{table}")


def test_each_page_has_its_own_columns() -> None:
    pages = side_by_side(LEFT, RIGHT) + "\f" + side_by_side(RIGHT, LEFT, 60)
    assert lines(read(pages)) == [*LEFT, *RIGHT[:-1], RIGHT[-1], *RIGHT, *LEFT]


def test_columns_whose_lines_are_not_level_are_read_too() -> None:
    left = [line for one in LEFT for line in (one, one, "")]
    right = [line for one in RIGHT for line in ("", one, one)]
    twice = [[one for one in side for _ in (1, 2)] for side in (LEFT, RIGHT)]
    assert lines(read(side_by_side(left, right))) == [*twice[0], *twice[1]]


def test_columns_that_end_above_a_heading_are_read_before_those_below() -> None:
    below = side_by_side(["REFERENCES", "", *LEFT], [*RIGHT, "", "the end of all counting of gulls"])
    text = side_by_side(LEFT, RIGHT) + "\n\n\n" + below
    assert lines(read(text)) == [*LEFT, *RIGHT, "REFERENCES", *LEFT, *RIGHT, "the end of all counting of gulls"]


def test_labels_before_hanging_lines_stay_with_their_column() -> None:
    entry = "Abel, A. On the reeds of lake {0}\n    and of its jetties. Gulls. 2001;{0}:1-9."
    sides = [
        [
            f"{n}. {line}" if at == 0 else line
            for n in range(first, first + 6)
            for at, line in enumerate(entry.format(n).split("\n"))
        ]
        for first in (1, 7)
    ]
    found = document("The reeds lean [1].\n\nReferences\n" + side_by_side(sides[0], sides[1], 50))
    assert [reference.label and reference.label.value for reference in found.references] == [
        str(n) for n in range(1, 13)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"lake {n}     {n}0.5     {n}1.2     gulls and reeds\n" for n in range(1, 15)),
        "".join(f"    {line} and no column stands beside it\n" for line in LEFT),
        "\n".join([*LEFT, *RIGHT]),
    ],
    ids=["table", "indented", "plain"],
)
def test_what_has_no_columns_stays(text: str) -> None:
    assert read(text) == text


@given(st.lists(st.text("ab  \n\f", max_size=60), max_size=30))
def test_no_character_is_lost_or_doubled(pieces: list[str]) -> None:
    text = side_by_side(LEFT, RIGHT) + "\f" + "".join(pieces)
    assert Counter("".join(read(text).split())) == Counter("".join(text.split()))


def test_the_indents_of_a_right_column_stay() -> None:
    left = [f"{LEFT[at]} {'so' * (at % 3)}".rstrip() for at in range(10)]
    right = ["  " * (at % 2) + RIGHT[at] for at in range(10)]
    assert read(side_by_side(left, right)).rstrip("\n").split("\n")[-10:] == right
