"""Signs of mathematics that a file does not name are read by the encoding of their face."""

from __future__ import annotations

import pytest

from lint_article.readers.pdf.fonts import face_of, symbol


@pytest.mark.parametrize(
    ("face", "code", "sign"),
    [("CMSY10", 0x1C, "≪"), ("CMSY10", 0x31, "∞"), ("txsy", 0x21, "→"), ("txex", 0x10, "("), ("rtxmi", 0x0F, "ϵ")],
)
def test_a_sign_without_a_name_is_read_by_the_encoding_of_its_face(face: str, code: int, sign: str) -> None:
    assert face_of(f"ABCDEF+{face}", 0).maths
    assert symbol(face, code) == sign


def test_other_faces_have_no_such_signs() -> None:
    assert symbol("NimbusRomNo9L-Regu", 0x1C) == ""
