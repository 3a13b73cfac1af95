"""A glyph that a PDF lacks in many places is one finding; in a file that a fix can write, each place is one."""

from __future__ import annotations

import pytest

from drawn import made, shown
from lint_article.checks.control_character import check
from lint_article.document import Document
from lint_article.parsing.parse import parse
from lint_article.readers.pdf.reader import read_pdf
from making import document

MOST = {"most": 10}


def of_pdf(count: int) -> Document:
    lines = ((50.0, 700.0 - 12 * n, rf"the tide of the harbour had a mean \001 {n}") for n in range(count))
    return parse(read_pdf(made(shown(*lines))))


@pytest.mark.parametrize(("count", "found"), [(10, [0] * 10), (11, [10])])
def test_more_than_ten_of_a_kind_in_a_pdf_are_one(count: int, found: list[int]) -> None:
    assert [len(one.related) for one in check(of_pdf(count), MOST)] == found


def test_each_is_one_in_a_text() -> None:
    text = "\n".join(f"a mean \x01 {n}" for n in range(12))
    assert [len(one.related) for one in check(document(text), MOST)] == [0] * 12
