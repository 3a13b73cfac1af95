"""Rows of signs behind a name can be parted into marks in one way only, whatever follows them."""

from __future__ import annotations

import time
from itertools import product

import pytest

from lint_article.parsing.affiliations import find_author_marks
from making import document

LIMIT = 2.0  # seconds of CPU; what can be parted in two ways takes for ever
PIECES = ("*", "* ", "#", "¹", "¹ ", "ᵃ", "1,", "a,", "†,", "1-2", "+*")


@pytest.mark.parametrize(("piece", "tail"), list(product(PIECES, "?=x")))
def test_signs_are_read_once(piece: str, tail: str) -> None:
    byline = f"Kim Marlin{piece * 1500}{tail}"
    parsed = document(f"Reefs of the bay\n\n{byline}\n\n1 Department of Reefs, Bergen\n\nAbstract\n\nReefs grow.\n")
    begin = time.process_time()
    find_author_marks(parsed)
    assert time.process_time() - begin < LIMIT
