"""Private codes are read by public tables: those of Symbol and Wingdings, and of old-style figures in any face."""

from __future__ import annotations

import pytest

from lint_article.readers.symbol_faces import read_private


@pytest.mark.parametrize(
    ("chars", "face", "read"),
    [
        ("\uf061\uf062\uf044", "Symbol", "αβΔ"),
        ("\uf0b7 \uf0b1 \uf0b3 \uf0d7", "SymbolMT", "• ± ≥ ⋅"),
        ("\uf0e9\uf0ea\uf0eb \uf0f9\uf0fa\uf0fb \uf0f2", "Symbol", "⎡⎢⎣ ⎤⎥⎦ ∫"),
        ("\uf0a7 \uf0d8 \uf0fc \uf0e0", "Wingdings-Regular", "▪ ➢ ✓ →"),
        ("\uf061", "Reed-Roman", "\uf061"),
        ("A\uf762\uf773\uf774, \uf645\uf643\uf644\uf647; O\uf7e9, \uf731\uf739", "MinionPro-It", "Abst, 2014; Oé, 19"),
        ("\uf031\uf02e\uf038\uf020\uf06d", "SansSerif", "1.8 m"),
        ("plain words", "Symbol", "plain words"),
    ],
)
def test_private_codes_are_read_by_the_table_of_their_face(chars: str, face: str, read: str) -> None:
    assert read_private(chars, face) == read
