"""Numbers that count the lines of a draft are left out of a PDF, whatever their place and step; labels are not."""

from __future__ import annotations

import pytest

from drawn import run
from lint_article.readers.pdf.margin_numbers import without_line_numbers


def test_numbers_of_lines_in_both_margins_are_left_out() -> None:
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(10)]
    numbers = [run(str(line + 1), x, 700 - 12 * line) for x in (60, 300) for line in range(10)]
    assert without_line_numbers([*numbers, *text]) == text


def test_numbers_of_lines_are_left_out_and_numbers_of_a_table_are_not() -> None:
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(10)]
    numbers = [run(str(line + 1), 60, 700 - 12 * line) for line in range(10)]
    assert without_line_numbers([*text, *numbers]) == text
    inside = [run(str(line + 1), 300, 700 - 12 * line) for line in range(10)]
    more = [run("right", 400, 700 - 12 * line) for line in range(10)]
    assert without_line_numbers([*text, *inside, *more]) == [*text, *inside, *more]


@pytest.mark.parametrize(("step", "lines"), [(2, 12), (5, 16), (5, 30), (10, 34)])
@pytest.mark.parametrize("left", [60, 200])
def test_lines_may_be_counted_in_steps(step: int, lines: int, left: int) -> None:
    text = [run("words of the line", 100, 700 - 12 * line) for line in range(1, lines)]
    numbers = [run(str(line), left, 700 - 12 * line) for line in range(step, lines, step)]
    assert without_line_numbers([*text, *numbers]) == text


def test_each_of_two_columns_may_be_counted() -> None:
    words = "words of a line that is as long as those of a column are"
    text = [run(words, x, 700 - 12 * line) for x in (60, 400) for line in range(20)]
    numbers = [run(str(line + first), x, 700 - 12 * line) for x, first in ((40, 1), (380, 21)) for line in range(20)]
    assert without_line_numbers([*text, *numbers]) == text


def test_labels_of_entries_over_several_lines_are_no_numbers_of_lines() -> None:
    entries = [run("words of an entry", 100, 700 - 12 * line) for line in range(20)]
    labels = [run(str(line + 1), 60, 700 - 24 * line) for line in range(10)]
    assert without_line_numbers([*entries, *labels]) == [*entries, *labels]


def test_numbers_of_the_rows_of_a_table_are_its_cells() -> None:
    cells = [
        run(words, x, 700 - 12 * line)
        for line in range(10)
        for x, words in ((60, str(line + 1)), (100, "reed"), (200, "0.18"))
    ]
    assert without_line_numbers(cells) == cells
