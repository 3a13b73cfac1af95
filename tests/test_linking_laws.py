"""What holds of linking for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import is_linear
from making import document
from test_linking import LIST

PIECES = [
    *"()[],;.&–'\n -",
    *(
        "Abel",
        "van der",
        "et al.",
        "and",
        "2001",
        "2003a, b",
        "in press",
        "[1, 3–5]",
        "¹²",
        "References\n",
        "Abel, R. (2001). Wells. Tide, 1, 2–3.\n",
    ),
    *("Цыганков", "\ufffd", "\x1c", "10.1234/x", "https://x.org", "\u0301", "\r\n", "\t", "1. "),
]


TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))


@given(TEXTS, st.booleans())
def test_any_text_is_parsed(text: str, listed: bool) -> None:
    parsed = document((f"{text}\n\n{LIST}" if listed else text).encode("utf-8", "ignore"))
    assert [r.item for r in parsed.resolutions] == [item for citation in parsed.citations for item in citation.items]
    for spans in (parsed.citations, parsed.references, parsed.links):
        bounds = [(one.span.start, one.span.end) for one in spans]
        assert all(0 <= start < end <= len(parsed.text) for start, end in bounds)
        assert bounds == sorted(bounds)
    count = len(parsed.references)
    assert all(
        0 <= i < count
        for r in parsed.resolutions
        for i in (*r.references, *([r.nearest] if r.nearest is not None else ()))
    )


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "(",
            "[",
            "Smith 2010, ",
            "[1]",
            "Smith, J., ",
            "Smith and ",
            "a ",
            "2010 ",
            "10.1234/",
            "A. ",
            " ",
            "word        word\n",
        ),
        *("Smith, J. Reefs.\nand more,\n", "1997. A. B. Stone. ", "smith j., ", "Tide\fx\n", "Available at:\n"),
    ],
)
@pytest.mark.parametrize("heading", ["", "References\n"])
def test_time_grows_with_the_text(piece: str, heading: str) -> None:
    assert is_linear(lambda size: document(heading + piece * (size // len(piece))), 10_000)
