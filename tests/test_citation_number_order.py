"""Numbers in tables and captions follow the place of another mention, and may come in any order."""

from __future__ import annotations

import pytest

from lint_article.checks.citation_number_order import check
from making import document

CITED = " ".join(f"The claim of this sort holds [{number}]." for number in range(1, 10))
LIST = "\n".join(f"{n}. Author{chr(64 + n)} B. A study of the harbour. Port Rev. 2001;{n}:1–9." for n in range(1, 10))


@pytest.mark.parametrize(
    ("first", "is_late"),
    [
        ("Ports and their dues [7].", True),
        ("Ports\tand their dues [7].", False),
        ("Ports and their dues [7].\tMore.", True),
        ("Fig. 1. Ports and their dues [7].", False),
        ("Boxes of dues [7].", False),
        ("Ports and their\ndues [7].\tMore.", True),
        ("Ports\tand their dues.\n\nDues [7].", True),
        ("Ports [1].\tDues [7].", False),
    ],
)
def test_only_numbers_in_prose_are_late(first: str, is_late: bool) -> None:
    text = f"{first}\n\n{CITED}\n\nReferences\n\n{LIST}\n"
    found = [finding.values["after"] for finding in check(document(text), {"fewest": 8, "in-order": 0.8})]
    assert found == (["7"] if is_late else [])
