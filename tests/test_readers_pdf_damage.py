"""PDFs that are damaged, locked or without text: each is read as far as it goes, or refused with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_article.document import Source
from lint_article.readers.pdf.reader import read_pdf
from lint_article.readers.unreadable import Unreadable
from reader_laws import assert_laws, blocks, place_of, source


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (source("pdf/encrypted.pdf", "pdf").data, "it is encrypted and needs a password"),
        (
            source("pdf/scan.pdf", "pdf").data,
            "none of its pages has text; a scan must go through text recognition (OCR) first",
        ),
        (b"%PDF-1.7\nnothing of the kind", "it is damaged or is not a PDF"),
        (b"", "it is damaged or is not a PDF"),
    ],
)
def test_unreadable_files_say_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(Source("a.pdf", "pdf", data))
    assert caught.value.reason == reason


TWO_PAGES = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R 9 0 R] /Count 2>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj
4 0 obj <</Length 44>> stream
BT /F 12 Tf 20 100 Td (Reeds lean south.) Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
trailer <</Root 1 0 R>>
"""


def test_a_broken_page_is_said_and_the_others_are_read() -> None:
    reading = read_pdf(Source("a.pdf", "pdf", TWO_PAGES))
    assert_laws(reading)
    assert blocks(reading) == [("paragraph", "Reeds lean south.")]
    assert [(one.rule, dict(one.values)) for one in reading.problems] == [
        ("unreadable-source", {"reason": "page 2 is damaged"})
    ]
    assert place_of(reading, reading.problems[0].span).page == 2


@settings(max_examples=25)
@given(st.integers(0, 37_000), st.binary(max_size=40))
def test_damaged_files_are_read_or_refused(at: int, junk: bytes) -> None:
    data = source("pdf/two-columns.pdf", "pdf").data
    try:
        assert_laws(read_pdf(Source("a.pdf", "pdf", data[:at] + junk + data[at + len(junk) :])))
    except Unreadable as error:
        assert error.reason
