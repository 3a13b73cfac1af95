"""Words that stand by themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.text.whole_words import find_whole, has_whole


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("tide, tides, tide", "tide", [0, 13]),
        ("low-tide tide_x 2tide", "tide", [4]),
        ("high tide at high tide", "high tide", [0, 13]),
        ("ébb", "bb", []),
        ("", "tide", []),
    ],
)
def test_words_are_found_where_they_stand_alone(text: str, words: str, places: list[int]) -> None:
    assert list(find_whole(text, words)) == places
    assert has_whole(text, words) == bool(places)


@given(st.text("ab_1 -"), st.text("ab", min_size=1, max_size=3))
def test_what_is_found_is_what_a_pattern_finds(text: str, word: str) -> None:
    pattern = rf"(?<!\w){word}(?!\w)"
    assert list(find_whole(text, word)) == [match.start() for match in re.finditer(pattern, text)]
