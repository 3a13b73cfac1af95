"""The whole command takes as long as a text is long, whatever the text consists of.

Each piece of `benchmarks.hostile` is checked at two sizes, one four times the other. What is not linear takes sixteen
times as long or more; `python -m benchmarks.hostile.growth` tries all pieces in all formats at larger sizes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.hostile.growth import spent
from benchmarks.hostile.pieces import SHARED, Make
from benchmarks.hostile.pieces_of_formats import OF_FORMAT
from benchmarks.hostile.texts import FORMATS

SMALL, TIMES = 1_000, 4
GROWTH, SHARE = 9.0, 16.0  # times the seconds of the smaller size, and of an ordinary text
LEAST = 0.025  # seconds in which nothing can be measured


def usual(folder: Path) -> float:
    """Return the seconds of an ordinary text of the larger size, as long as this machine takes for it now."""
    path = folder / "usual.txt"
    spent(path, SHARED["text"](SMALL * TIMES))  # what is made once is made
    return max(spent(path, SHARED["text"](SMALL * TIMES)), LEAST)


def is_linear(path: Path, make: Make, most: float) -> bool:
    small, large = (spent(path, make(size)) for size in (SMALL, SMALL * TIMES))
    return large < GROWTH * max(small, LEAST) and large < most


@pytest.mark.parametrize("ending", FORMATS)
def test_linear(tmp_path: Path, ending: str) -> None:
    """What is slow is measured again, up to twice: other work on the machine makes nothing quicker."""
    path, pieces = tmp_path / f"draft.{ending}", SHARED if ending == "txt" else OF_FORMAT[ending]
    slow = list(pieces)
    for _ in range(3):
        most = SHARE * usual(tmp_path) if slow else 0
        slow = [name for name in slow if not is_linear(path, pieces[name], most)]
    assert slow == []


def test_fixes_are_linear(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    sizes = (SMALL, SMALL * TIMES)
    small, large = (min(spent(path, SHARED["fixes"](size), fix=True) for _ in range(2)) for size in sizes)
    assert large < GROWTH * max(small, LEAST)
