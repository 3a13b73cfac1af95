"""Addresses at the ends of lines: what goes on with them, and what begins the next entry."""

from __future__ import annotations

import pytest

from lint_article.readers.broken_addresses import is_address_continued

FOLDER = "R Core Team (2016) R: a language for statistical computing. https://www.rproject.example/"
HYPHEN = "Reef reports. https://www.rproject.example/annual-"
STOP = "Reef reports. https://www.rproject."
SENTENCE = "Reef reports. https://www.rproject.example/reports."
DOI = "Reef Letters 31, 2038–2039. doi: 10.1000/j."
PART = "Reef Letters 31, 2038–2039. https://doi.org/10.1000/s00705-"


@pytest.mark.parametrize(
    ("line", "below"),
    [
        (FOLDER, "doc/manual.html. Accessed 4 May 2019"),
        (FOLDER, "index_2016.pdf"),
        (FOLDER, "Reports/Reefs-2016.pdf."),
        (FOLDER, "content/early/reefs"),
        (FOLDER, "reports/"),
        (FOLDER, "node/1234"),
        (FOLDER, "view?id=12"),
        (FOLDER, "PMC1234567."),
        (FOLDER, "reefs-and-atolls-2016-report"),
        (HYPHEN, "report-of-the-reefs-and-atolls"),
        (HYPHEN, "2016"),
        (HYPHEN, "2016.html"),
        (STOP, "org/reefs"),
        (STOP, "org."),
        (STOP, "ac.uk/reefs"),
        (DOI, "jviromet.2016.07.001"),
        (DOI, "2016.07.001."),
        (DOI, "pone.0012345"),
        (DOI, "0012345"),
        (DOI, "phyto.45.062806.094434"),
        (PART, "005-0675-x"),
        (PART, "8"),
        ("doi: 10.1000/", "S0140-6736(12)60646-1"),
    ],
)
def test_what_is_neither_a_name_nor_a_word_goes_on(line: str, below: str) -> None:
    assert is_address_continued(line, below)


@pytest.mark.parametrize("line", [FOLDER, HYPHEN, SENTENCE, DOI])
@pytest.mark.parametrize(
    "below",
    [
        "Marlin-Tarn, R. H., Osgood, P. (2015) Reefs. Reef Letters 31, 2038–2039.",
        "Tarn-Osgood L., Marlin P. (2015) Oaks. Tree Letters 3, 1–9.",
        "MARLIN-TARN R (2015) Reefs.",
        "Marlin.Tarn",
        "Marlin/Tarn (2015) Reefs.",
        "Marlin1, Tarn2 and Osgood3",
        "Marlin12",
        "O'Tarn, L.",
        "p.12",
        "pp.1234-1240",
        "and/or reefs",
        "state-of-the-art",
        "follow-up",
        "e.g. reefs",
        "(accessed 4 May 2019)",
        "[12] Marlin, R.",
        "reefs12 and atolls",
        "com os recifes",
    ],
)
def test_a_name_or_a_word_begins_something_else(line: str, below: str) -> None:
    assert not is_address_continued(line, below)


@pytest.mark.parametrize("below", ["12. Marlin, R.", "2016;31:12", "2016", "133–140", "133-140.", "12.", "3"])
def test_a_number_behind_a_stop_or_a_stroke_is_the_text_s_own(below: str) -> None:
    assert not any(is_address_continued(line, below) for line in (FOLDER, SENTENCE, f"{DOI}reefs."))
