"""The difference of words that a fix makes."""

from __future__ import annotations

import pytest

from lint_article.engine.diagnostic import PlacedEdit, PlacedFix
from lint_article.reporters.review.word_diff import word_diff
from lint_article.text import Origin, Part, Place
from lint_article.text.lines import lines_of

HERE = Place(1, 1)


def diff(text: str, *edits: tuple[int, int, str]) -> tuple[list[tuple[str, str, str]], str]:
    placed = tuple(PlacedEdit(Origin(0, start, end), HERE, HERE, new) for start, end, new in edits)
    return word_diff([Part(text, lines_of(text))], PlacedFix("Fix", "safe", placed))


@pytest.mark.parametrize(
    ("text", "edit", "pieces", "after"),
    [
        ("I recieve it", (5, 7, "ei"), [("I ", "recieve", "receive")], " it"),
        ("to the the end", (6, 10, ""), [("to the", " the", "")], " end"),
        ("daily , and", (5, 6, ""), [("", "daily ,", "daily,")], " and"),
        ("an end", (2, 2, "d"), [("", "an", "and")], " end"),
    ],
)
def test_whole_words_are_shown(
    text: str, edit: tuple[int, int, str], pieces: list[tuple[str, str, str]], after: str
) -> None:
    assert diff(text, edit) == (pieces, after)


def test_edits_of_one_word_are_one_change() -> None:
    assert diff("a (b) c", (2, 3, "["), (4, 5, "]")) == ([("a ", "(b)", "[b]")], " c")
    assert diff("ab cd ef", (0, 1, "x"), (6, 7, "y")) == ([("", "ab", "xb"), (" cd ", "ef", "yf")], "")


def test_a_fix_without_edits_shows_nothing() -> None:
    assert diff("a b") == ([], "")
