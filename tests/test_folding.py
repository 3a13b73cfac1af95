"""Names as they are compared: folded, by their sound, by their edits."""

from __future__ import annotations

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
        ("ho\ufffdmann", "hoffmann", 0),
    ],
)
def test_edits(a: str, b: str, apart: int) -> None:
    assert edits(a, b, 2) == apart
