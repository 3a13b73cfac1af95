"""Addresses at the ends of lines: what goes on with them, and what begins the next entry."""

from __future__ import annotations

import pytest

from lint_article.readers.broken_addresses import is_address_continued

LINE = "R Core Team (2016) R: a language for statistical computing. https://www.rproject.example/"


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("doc/manual.html. Accessed 4 May 2019", True),
        ("index_2016.pdf", True),
        ("Marlin-Tarn, R. H., Osgood, P. (2015) Reefs. Reef Letters 31, 2038–2039.", False),
        ("Tarn-Osgood L., Marlin P. (2015) Oaks. Tree Letters 3, 1–9.", False),
    ],
)
def test_a_name_with_a_hyphen_begins_an_entry(line: str, goes_on: bool) -> None:
    assert is_address_continued(LINE, line) is goes_on
