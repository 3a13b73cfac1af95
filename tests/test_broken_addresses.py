"""Addresses at the ends of lines: what goes on with them, and what begins the next entry."""

from __future__ import annotations

import pytest

from lint_article.readers.broken_addresses import is_address_continued
from making import document

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


def test_the_day_on_which_a_page_was_seen_begins_no_entry() -> None:
    text = (
        "Reefs grow slowly (Osgood and Tarn, 2018). Banks grow faster (Marlin, 2008).\n\nReferences\n\n"
        "Marlin, K., Summo, C., Clode, M. L., and Pasq, A. (2008). Evaluation of the\nquality of the sand on banks that "
        "were made by hand. Eur.\nSand Technol. 22 12–21.\n"
        "Osgood, L., and Tarn, D. (2018). Banks to Pursue Reef Editing\nElsewhere After Ruling. Available at:\n"
        "https://www.reefs.example/article/us-reef-court-companies/banks-to-pursue-reef-editing-elsewhere\n"
        "[accessed August 28, 2018.]\n"
    )
    parsed = document(text)
    assert [one.year and one.year.value for one in parsed.references] == ["2008", "2018"]
