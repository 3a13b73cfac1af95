"""Changes of a text: made, followed, undone; which of them touch."""

from __future__ import annotations

import pytest

from lint_article.engine.changes import Change, Rewriting
from lint_article.engine.edits import _crossing
from lint_article.engine.rounds import _is_touching
from lint_article.reporters.terminal import visible

MADE = Rewriting([Change(6, 6, "q"), Change(2, 4, "xyz"), Change(7, 8, "")])
BEFORE, AFTER = "abcdefgh", "abxyzefqg"


def test_changes_are_made_in_order_and_can_be_undone() -> None:
    assert MADE.apply_changes(BEFORE) == AFTER
    assert MADE.undone().apply_changes(AFTER) == "abefg"
    assert [MADE.undone().changes[n].start for n in range(3)] == [2, 7, 9]


@pytest.mark.parametrize("behind", [False, True])
def test_offsets_are_followed(behind: bool) -> None:
    found = [MADE.move_offset(at, behind=behind) for at in range(9)]
    before = [0, 1, 2, 2, 5, 6, 7, 9, 9]
    assert found == (before if not behind else [0, 1, 2, 2, 5, 6, 8, 9, 9])
    assert [MADE.move_offset(at) for at in range(9)] == before


def test_an_offset_in_a_later_change_is_followed() -> None:
    assert Rewriting([Change(0, 1, "xyz"), Change(3, 5, "q")]).move_offset(4) == 5


def test_the_changes_that_a_stretch_touches() -> None:
    touched = {(0, 1): [], (0, 2): [0], (3, 3): [0], (4, 5): [0], (5, 5): [], (6, 6): [1], (5, 7): [1, 2], (8, 8): [2]}
    assert {span: list(MADE.changed_range(*span)) for span in touched} == touched


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [(0, 1, False), (0, 2, True), (3, 3, True), (4, 4, True), (4, 9, True), (5, 6, False), (2, 4, True), (9, 10, True)],
)
def test_changes_that_share_an_edge_touch(start: int, end: int, touches: bool) -> None:
    assert _is_touching([(2, 4), (8, 9)], Change(start, end, "")) is touches


@pytest.mark.parametrize(
    ("before", "edited", "after", "found"),
    [(r"\e", "m", " x", [r"\a"]), (r"\em", "x", "", [r"\a"]), (r"\em ", "x", "", []), ("", r"\em", " ", [])],
)
def test_mark_up_that_reaches_over_an_edge(before: str, edited: str, after: str, found: list[str]) -> None:
    assert _crossing(r"\\[A-Za-z@]+", before, edited, after) == found


def test_what_would_steer_a_terminal_is_shown_by_a_sign() -> None:
    steering = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\x80\x9b\ud800\udcff"
    assert visible(steering) == "\ufffd" * len(steering)
    assert visible("a\x1b[31m\x07\x7f\tb\r\nc") == "a\u241b[31m\u2407\u2421 b  c"
    assert visible("\t\x1b", keep="\t") == "\t\u241b"
    assert visible("é “x” \u200f\u200b\ufeff😀") == "é “x” \u200f\u200b\ufeff😀"
