"""Stretches of a text, where they are printed, and what they are called in sentences: small laws with examples."""

from __future__ import annotations

import pytest

from costs import is_linear
from lint_article.checks.invisible_character import check
from lint_article.text import Span
from lint_article.text.lines import wrapped_width
from lint_article.text.phrases import character_name, count_of, series
from lint_article.text.place import Line, Part, place_at, places_of
from lint_article.text.span import is_inside, merge_spans
from lint_article.text.whole_words import find_whole
from making import document


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ((2, 5), (4, 6), True, False),
        ((2, 5), (1, 3), True, False),
        ((2, 5), (5, 6), False, False),
        ((2, 5), (0, 2), False, False),
        ((2, 5), (2, 5), True, True),
        ((2, 5), (3, 4), True, True),
        ((2, 5), (5, 5), False, True),
    ],
)
def test_two_stretches(one: tuple[int, int], other: tuple[int, int], overlaps: bool, contains: bool) -> None:
    assert (Span(*one).overlaps(Span(*other)), Span(*one).contains(Span(*other))) == (overlaps, contains)


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([], []),
        ([(0, 0)], [(0, 0)]),
        ([(0, 2), (2, 3)], [(0, 3)]),
        ([(0, 2), (3, 4)], [(0, 2), (3, 4)]),
        ([(0, 9), (1, 2), (8, 9)], [(0, 9)]),
        ([(0, 0), (2, 2)], [(0, 0), (2, 2)]),
    ],
)
def test_stretches_that_touch_are_one(spans: list[tuple[int, int]], merged: list[tuple[int, int]]) -> None:
    assert [(one.start, one.end) for one in merge_spans(Span(*one) for one in spans)] == merged


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 2), True), ((1, 3), False), ((2, 3), False), ((4, 6), True), ((5, 6), True), ((6, 7), False)],
)
def test_a_stretch_inside_others(span: tuple[int, int], expected: bool) -> None:
    assert is_inside([Span(0, 2), Span(4, 6)], Span(*span)) is expected
    assert not is_inside([], Span(*span)) and not is_inside([Span(8, 9)], Span(*span))


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [("ab, abc. ab", "ab", [0, 9]), ("§§", "§", [0, 1]), ("_ab ab_ cab", "ab", []), ("ab", "ab", [0])],
)
def test_whole_words_are_found(text: str, word: str, places: list[int]) -> None:
    assert [*find_whole(text, word)] == places


@pytest.mark.parametrize(("lines", "width"), [([40] * 5, 40), ([39] * 5, 0), ([140] * 5, 140), ([141] * 5, 0)])
def test_lines_of_a_wrapped_text_have_a_width(lines: list[int], width: int) -> None:
    assert wrapped_width("\n".join("x" * length for length in lines)) == width


def test_the_width_is_that_of_four_lines_in_five() -> None:
    assert wrapped_width("\n".join("x" * length for length in (70, 71, 72, 73, 74))) == 74
    assert wrapped_width("\n".join("x" * length for length in (2, 60, 60, 60, 60, 60, 61, 62, 63, 64))) == 63
    assert wrapped_width("x" * 60 + "\n\n-" * 9) == 60  # lines of nothing, or of one sign, do not count
    assert wrapped_width("x" * 60 + "\nno" * 9) == 0
    assert wrapped_width("") == 0


SHOWN = "\ufeffé one\n  two three"
LINES = (Line(1, 1), Line(9, 2, indent=2, cell=(4, 1), hidden=(12,)))


@pytest.mark.parametrize(
    ("offset", "line", "column", "byte", "cell"),
    [
        (0, 1, 1, 1, None),
        (1, 1, 1, 1, None),
        (3, 1, 3, 4, None),
        (9, 2, 3, 3, (4, 1, 1)),
        (12, 2, 6, 6, (4, 1, 4)),
        (13, 2, 7, 7, (4, 1, 4)),
    ],
)
def test_a_place_counts_lines_columns_and_bytes(
    offset: int, line: int, column: int, byte: int, cell: tuple[int, int, int] | None
) -> None:
    place = place_at(Part(SHOWN, LINES), offset)
    assert (place.line, place.column, place.byte_column, place.cell) == (line, column, byte, cell)


def test_places_in_a_line_of_escapes_are_linear() -> None:
    def use(count: int) -> list[int]:
        hidden = tuple(at for at in range(6 * count) if at % 6)
        part = Part("x" * 6 * count, (Line(0, 1, cell=(1, 1), hidden=hidden),))
        return [place.cell[2] for at in range(count) if (place := place_at(part, 6 * at)).cell]

    assert use(3) == [1, 2, 3]
    assert is_linear(use, 1500)


def test_a_row_of_letters_beside_an_invisible_character_is_linear() -> None:
    parsed = {count: document("a" * count + " a\u00adb") for count in (200, 2000, 8000)}
    assert is_linear(lambda count: [*check(parsed[count], {})], 2000)


def test_bytes_are_counted_up_to_ten_thousand_columns() -> None:
    part = Part("x" * 10_001, (Line(0, 1),))
    assert [place_at(part, offset).byte_column for offset in (9_999, 10_000)] == [10_000, None]


def test_the_box_of_words_on_a_page_is_theirs_alone() -> None:
    line = Line(0, 1, box=(10.0, 0.0, 50.0, 8.0), lefts=(10, 20, 30, 40), rights=(20, 30, 40, 50))
    further = Line(5, 2, box=(10.0, 10.0, 30.0, 18.0), lefts=(10, 20), rights=(20, 30))
    part = Part("wind\non", (line, further))
    assert [one.box for one in places_of(part, 1, 3)] == [(20, 0.0, 40, 8.0), (20, 0.0, 40, 8.0)]
    assert [one.box for one in places_of(part, 2, 6)] == [(30, 0.0, 50, 8.0), (10, 10.0, 20, 18.0)]
    assert [one.box for one in places_of(part, 2, 2)] == [line.box, line.box]
    assert [one.box for one in places_of(part, 5, 7)] == [(10, 10.0, 30, 18.0)] * 2
    assert places_of(Part("wind", (Line(0, 1),)), 1, 3)[0].box is None


def test_words_for_counts_and_rows() -> None:
    assert [count_of(1, "file"), count_of(2, "file"), count_of(0, "entry", "entries")] == [
        "1 file",
        "2 files",
        "0 entries",
    ]
    assert [series("a"), series("ab", "or"), series("abc")] == ["a", "a or b", "a, b and c"]


@pytest.mark.parametrize(
    ("sign", "name"),
    [("o", "Latin small letter o"), ("\ue000", "private-use character"), ("\x07", "control character")],
)
def test_names_of_signs(sign: str, name: str) -> None:
    assert character_name(sign) == name
