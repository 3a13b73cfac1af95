"""Private codes of the Symbol and Wingdings faces are read by their tables, and those of other faces are kept."""

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
        ("\uf031\uf02e\uf038\uf020\uf06d", "SansSerif", "1.8 m"),
        ("plain words", "Symbol", "plain words"),
    ],
)
def test_private_codes_are_read_by_the_table_of_their_face(chars: str, face: str, read: str) -> None:
    assert read_private(chars, face) == read
