"""Text in a face that says nothing of its characters is left out of a PDF, and that is said."""

from __future__ import annotations

from drawn import BODY, made, shown
from lint_article.readers.pdf.reader import read_pdf
from reader_laws import assert_laws, blocks

GARBLED = r"Í¾\003ÅÊ\003Ê¾»\003ÅºÅÈ\003ÉÊ»»\004Ê"


def test_a_garbled_paragraph_is_left_out_and_a_sign_within_text_is_kept() -> None:
    content = "\n".join(
        [shown(*BODY), shown((50, 500, 2 * GARBLED), (50, 400, r"at 37 \004C in the lake that the reeds lean to"))]
    )
    reading = read_pdf(made(content))
    assert_laws(reading)
    words = [text for _, text in blocks(reading)]
    assert not any("\x03" in text for text in words)
    assert any("\x04C" in text for text in words)
    values = [dict(problem.values) for problem in reading.problems]
    assert [one["what"] for one in values] == ["Some text on page 1"]


def test_nothing_is_read_where_glyphs_are_numbered_as_they_come() -> None:
    numbers = [code for code in range(1, 32) if code not in (9, 10, 12, 13)]
    lines = [(50.0, 480.0 - 12 * at, rf"Kk\{code:03o}NpJ XY ba^_qkO zT fPO U") for at, code in enumerate(numbers)]
    garbled = read_pdf(made(shown(*lines)))
    assert blocks(garbled) == []
    assert [dict(problem.values)["what"] for problem in garbled.problems] == ["Some text on page 1"]
    few = read_pdf(made("\n".join([shown(*BODY), shown(*lines[:10])])))
    assert any("NpJ" in text for _, text in blocks(few))
