"""Numbers that count the lines of a draft are left out of a PDF, whatever their place and step; labels are not."""

from __future__ import annotations

import pytest

from drawn import run
from lint_article.readers.pdf.margin_numbers import LineNumbers


def test_numbers_of_lines_in_both_margins_are_left_out() -> None:
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(10)]
    numbers = [run(str(line + 1), x, 700 - 12 * line) for x in (60, 300) for line in range(10)]
    assert LineNumbers().without([*numbers, *text]) == text


def test_numbers_of_lines_are_left_out_and_numbers_of_a_table_are_not() -> None:
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(10)]
    numbers = [run(str(line + 1), 60, 700 - 12 * line) for line in range(10)]
    assert LineNumbers().without([*text, *numbers]) == text
    inside = [run(str(line + 1), 300, 700 - 12 * line) for line in range(10)]
    more = [run("right", 400, 700 - 12 * line) for line in range(10)]
    assert LineNumbers().without([*text, *inside, *more]) == [*text, *inside, *more]


@pytest.mark.parametrize(("step", "lines"), [(2, 12), (5, 16), (5, 30), (10, 34)])
@pytest.mark.parametrize("left", [60, 200])
def test_lines_may_be_counted_in_steps(step: int, lines: int, left: int) -> None:
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(1, lines)]
    numbers = [run(str(line), left, 700 - 12 * line) for line in range(step, lines, step)]
    assert LineNumbers().without([*text, *numbers]) == text


def test_each_of_two_columns_may_be_counted() -> None:
    words = "words of a line that is as long as those of a column are"
    text = [run(words, x, 700 - 12 * line) for x in (60, 400) for line in range(20)]
    numbers = [run(str(line + first), x, 700 - 12 * line) for x, first in ((40, 1), (380, 21)) for line in range(20)]
    assert LineNumbers().without([*text, *numbers]) == text


def test_labels_of_entries_over_several_lines_are_no_numbers_of_lines() -> None:
    entries = [run("words of an entry", 100, 700 - 12 * line) for line in range(20)]
    labels = [run(str(line + 1), 60, 700 - 24 * line) for line in range(10)]
    assert LineNumbers().without([*entries, *labels]) == [*entries, *labels]


def test_numbers_of_the_rows_of_a_table_are_its_cells() -> None:
    cells = [
        run(words, x, 700 - 12 * line)
        for line in range(10)
        for x, words in ((60, str(line + 1)), (100, "reed"), (200, "0.18"))
    ]
    assert LineNumbers().without(cells) == cells


def test_a_head_on_the_other_side_of_the_numbers_says_nothing() -> None:
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(10)]
    heads = [run("Manuscript under review", 30, 760 - 12 * line) for line in range(4)]
    numbers = [run(str(line + 1), 60, 700 - 12 * line) for line in range(10)]
    assert LineNumbers().without([*heads, *numbers, *text]) == [*heads, *text]


def test_a_page_with_few_lines_goes_on_with_the_count_of_the_page_before() -> None:
    pages = LineNumbers()
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(10)]
    assert pages.without([*text, *(run(str(line + 1), 60, 700 - 12 * line) for line in range(10))]) == text
    assert pages.without([*text[:2], run("11", 60, 700), run("12", 60, 688)]) == text[:2]
    kept = [*text[:1], run("2016", 60, 700)]
    assert pages.without(kept) == kept
    assert pages.without([*text[:1], run("13", 60, 700)]) == text[:1]


def test_numbers_may_reach_over_the_edge_of_a_narrow_gutter() -> None:
    words = "words of a line that is as long as those of a column are"
    text = [run(words, x, 700 - 12 * line) for x in (60, 345) for line in range(20)]
    beside = [run(str(line + 1), 45, 700 - 12 * line, 5) for line in range(20)]
    between = [run(str(line + 21), 337, 700 - 12 * line, 5) for line in range(20)]
    assert LineNumbers().without([*text, *beside, *between]) == text


def test_lines_that_stand_apart_are_counted_where_those_of_a_page_before_are() -> None:
    pages = LineNumbers()
    for first, step in ((1, 12), (11, 24)):
        text = [run("words of the line", 100, 700 - step * line) for line in range(10)]
        rest = [run("words of a note", 100, 400 - 12 * line) for line in range(20)]
        numbers = [run(str(line + first), 60, 700 - step * line) for line in range(10)]
        assert pages.without([*text, *rest, *numbers]) == [*text, *rest]
