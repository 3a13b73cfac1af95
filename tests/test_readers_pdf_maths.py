"""Mathematics in PDFs: formulas in lines and displayed ones, by their faces."""

from __future__ import annotations

import pytest

from drawn import BODY, made, shown
from lint_article.readers.pdf.maths import LinePiece, formulas, is_displayed
from lint_article.readers.pdf.reader import read_pdf
from reader_laws import assert_laws, blocks, marks, source


def pieces(text: str, faces: str) -> list[LinePiece]:
    """Return one piece for each run of like letters below the text: `m` mathematics, `s` a script, a space neither."""
    found: list[LinePiece] = []
    for at, face in enumerate(faces.ljust(len(text))):
        if found and faces[at - 1 : at] == faces[at : at + 1]:
            found[-1] = LinePiece(found[-1].start, at + 1, face == "m", face == "s")
        else:
            found.append(LinePiece(at, at + 1, face == "m", face == "s"))
    return found


@pytest.mark.parametrize(
    ("text", "faces", "found"),
    [
        ("so x + 2 y is", "   m     m", ["x + 2 y"]),
        ("so xij and y", "   mss     m", ["xij", "y"]),
        ("by f(x), 3", "   m m", ["f(x)"]),
        ("a set (x, y) is", "       m  m", ["x, y"]),
        ("in 1984, as", "   mmmmm", []),
        ("see (1) x]2 (", "        m", ["x"]),
        ("x 0123456789012 y", "m               m", ["x", "y"]),
    ],
)
def test_formulas_are_signs_of_such_a_face_and_what_is_between_them(text: str, faces: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in formulas(text, pieces(text, faces))] == found


def test_a_displayed_formula_has_signs_and_no_words() -> None:
    assert is_displayed([("T = x + 2 (5)", [(4, 9)]), ("4 5", [])])
    assert not is_displayed([("T = x is", [(4, 5)])])
    assert not is_displayed([("4 (5)", [])])


def test_formulas_are_marked_and_displayed_ones_are_blocks() -> None:
    reading = read_pdf(source("pdf/statistics.pdf", "pdf"))
    assert_laws(reading)
    assert [words for kind, words, _ in marks(reading) if kind == "math"][:2] == ["y", "µ̂j"]
    assert "math" in {kind for kind, _ in blocks(reading)}
    assert not any("∫" in text for kind, text in blocks(reading) if kind != "math")


def test_a_listing_with_wide_gaps_is_code_and_no_table() -> None:
    listing = shown((50, 300, "weigh(a,"), (150, 300, "pan = 4,"), (250, 300, "dry = 1)"), face=1)
    more = shown((50, 288, "weigh(b,"), (150, 288, "pan = 5,"), (250, 288, "dry = 0)"), face=1)
    reading = read_pdf(made("\n".join([shown(*BODY), listing, more]), "Reed-Roman CMTT10"))
    assert blocks(reading)[-1][0] == "code"
