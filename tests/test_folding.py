"""Names as they are compared: folded, by their sound, by their edits."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold, is_same_transliterated


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Müller", "muller"),
        ("M¨uller", "muller"),
        ("Garc´ıa", "garcia"),
        ("O’Keefe", "okeefe"),
        ("Lloyd-Price", "lloyd price"),
        ("Łoś", "los"),
        ("Groß", "gross"),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Tsygankov", "Цыганков", True),
        ("Müller", "Mueller", True),
        ("Pavlovsky", "Pavlovskii", True),
        ("Li", "Liu", False),
        ("Hansen", "Hanssen", False),
        ("Wagner", "Vagner", False),
    ],
)
def test_sound_alike(a: str, b: str, alike: bool) -> None:
    assert is_same_transliterated(a, b) is is_same_transliterated(b, a) is alike


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("marlin", "marlin", 0),
        ("marlin", "malrin", 1),
        ("marlin", "marlyns", 2),
        ("marlin", "osgood", 3),
        ("ho\ufffdmann", "hoffmann", 0),
    ],
)
def test_edits(a: str, b: str, apart: int) -> None:
    assert edits(a, b, 2) == apart


@lru_cache(maxsize=100_000)
def fewest_edits(a: str, b: str) -> int:
    if not a or not b:
        return len(a or b)
    ways = [fewest_edits(a[1:], b) + 1, fewest_edits(a, b[1:]) + 1, fewest_edits(a[1:], b[1:]) + (a[0] != b[0])]
    if a[:2] == b[1::-1] and len(a) > 1 and len(b) > 1:
        ways.append(fewest_edits(a[2:], b[2:]) + 1)
    return min(ways)


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 4))
def test_no_fewer_edits_make_one_of_the_other(a: str, b: str, most: int) -> None:
    assert edits(a, b, most) == min(fewest_edits(a, b), most + 1)
