"""Texts that cite much take as long as they are long: numbers, pages, notes, chapters and specimens are linear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from costs import is_linear
from making import document


def name(at: int) -> str:
    return f"Abel{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}"


def numbered(count: int) -> str:
    rows = (f"{i}. {name(i)} K, Sand U. Wells, part {i}. Tide. {1950 + i % 70};{i}:1–9." for i in range(1, count + 1))
    return "\n".join(rows)


def works(count: int) -> str:
    rows = (f"{name(i)}, Karl. Wells of the Tide {i}. Quay Press, {1950 + i % 70}." for i in range(1, count + 1))
    return "\n".join(rows)


def bare(count: int) -> str:
    return "".join(f"The tide is high [{i}]. So it is {i}.\n" for i in range(1, count + 1)) + (
        f"\nReferences\n\n{numbered(count)}\n"
    )


def raised(count: int) -> str:
    return "".join(f"The tide is high.{i} " for i in range(1, count + 1)) + f"\n\nReferences\n\n{numbered(count)}\n"


def paged(count: int) -> str:
    body = "".join(f"The tide is high ({name(i)} {i % 90 + 1}). " for i in range(1, count + 1))
    return f"{body}\n\nWorks Cited\n\n{works(count)}\n"


def noted(count: int) -> str:
    body = "".join(f"The tide is high.{i} " for i in range(1, count + 1))
    notes = "\n".join(
        f"{i}. Karl {name(i)}, Wells of the Tide {i} (Quay Press, {1950 + i % 70}), 3." for i in range(1, count + 1)
    )
    return f"{body}\n\nNotes\n\n{notes}\n\nBibliography\n\n{works(count)}\n"


def chaptered(count: int) -> str:
    body = "".join(f"The tide is high [{i}]. " for i in range(1, 11))
    return f"Chapter\n\n{body}\n\nReferences\n\n{numbered(10)}\n\n" * (count // 10)


def collected(count: int) -> str:
    return "Lovett 2256, MO; Luke 12779, EA. " + "Lovett 1816, 2256, " * (4 * count)


@pytest.mark.parametrize("make", [bare, raised, paged, noted, chaptered, collected])
def test_linear(make: Callable[[int], str]) -> None:
    assert is_linear(lambda count: document(make(count)), 80)
