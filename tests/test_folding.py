"""Names as they are compared: folded, by their sound, by their edits."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import pytest

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


@pytest.mark.parametrize(("letters", "longest"), [("ab", 4), ("abc", 3)])
@pytest.mark.parametrize("most", [1, 2, 5])
def test_no_fewer_edits_make_one_of_the_other(letters: str, longest: int, most: int) -> None:
    words = ["".join(word) for length in range(longest + 1) for word in product(letters, repeat=length)]
    wrong = [(a, b) for a in words for b in words if edits(a, b, most) != min(fewest_edits(a, b), most + 1)]
    assert wrong == []


@pytest.mark.parametrize(
    ("holed", "whole", "agree"),
    [
        ("a\ufffdb\ufffdc", "axbyc", True),
        ("a\ufffdb\ufffdc", "axxxbyyyc", True),
        ("a\ufffdb\ufffdc", "axxxbyyyyc", False),
        ("a\ufffdb\ufffdc", "abxc", False),
        ("a\ufffdb", "xab", False),
        ("a\ufffdb", "axx", False),
        ("a\ufffdb\ufffdc", "axxyc", False),
    ],
)
def test_a_hole_is_one_to_three_letters(holed: str, whole: str, agree: bool) -> None:
    assert [edits(holed, whole, 2), edits(whole, holed, 2)] == [0 if agree else 3] * 2
