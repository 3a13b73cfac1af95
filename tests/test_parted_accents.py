"""Spaces that a converter put behind accents: which of them part words, and which stand between words."""

from __future__ import annotations

import pytest

from lint_article.document import Source
from lint_article.readers.parted_accents import find_parted_accents
from lint_article.readers.plain.reader import read_plain

ACUTE = "\N{COMBINING ACUTE ACCENT}"
PARTED = f"Bömer says, as Lo{ACUTE} pez, Go{ACUTE} mez and Palla{ACUTE} s did on Poincare{ACUTE} maps, that maps last."


def read(text: str) -> str:
    return read_plain(Source("a.txt", "plain", text.encode())).text


def test_words_are_whole_and_other_words_stay_apart() -> None:
    kept = PARTED.replace(f"{ACUTE} ", ACUTE).replace(f"Poincare{ACUTE}maps", f"Poincare{ACUTE} maps")
    assert read(PARTED) == kept
    columns = "\n".join(
        f"    the reeds lean to the south    {' ' * 8}the gulls of the lake rest{at}" for at in range(40)
    )
    assert f"Lo{ACUTE}pez" in read(f"{columns}\n{PARTED}")


@pytest.mark.parametrize(
    "text",
    [
        PARTED.replace("ö", "o"),  # written so
        f"Bömer on Poincare{ACUTE} maps, Jose{ACUTE} y Mari and a cafe{ACUTE} in Perth: maps of Perth, in y.",
        f"Bömer says, as Lo{ACUTE} pez did.",
    ],
)
def test_spaces_between_words_stay(text: str) -> None:
    assert find_parted_accents(text) == []
    assert read(text) == text
