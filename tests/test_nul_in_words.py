"""A NUL in the place of a ligature, as programs that read PDFs leave it, is a broken word and no sign of a binary."""

from __future__ import annotations

import pytest

from lint_article.readers.formats import format_of

WORDS = b"The speci\0c reeds were con\0rmed in the \0rst \0eld by their de\0nition, and in the reli\0 of the lake."


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (WORDS, "plain"),
        (b"\x7fELF\2\1\1\0\0\0\0\0\0text\0more\0x", None),
        ("reeds lean".encode("utf-16-le"), None),
        (WORDS + b"\0\0\0\1", None),
    ],
)
def test_text_with_lost_ligatures_is_told_from_binaries(data: bytes, found: str | None) -> None:
    assert format_of("draft.txt", data) == found
