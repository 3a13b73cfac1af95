"""Numbers of lines in a text are left out, in whatever margin and rhythm; numbers that are text stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader_laws import read_lawfully

WORDS = [
    "On the reeds",
    "The reeds of the lake lean to the south, and the",
    "gulls that count them lean to the",
    "north; so",
]
LINES = [word for _ in range(5) for word in WORDS]


def read(text: str) -> str:
    return read_lawfully("a.txt", "plain", text.encode()).text


@pytest.mark.parametrize(
    "number",
    [
        lambda n, line: f"{n} {line}",
        lambda n, line: f"{n:4}   {line}",
        lambda n, line: f"{line}  {n}",
        lambda n, line: f"{n:<4}{line:60}{n}",
        lambda n, line: f"{n}\n{line}",
        lambda n, line: f"{n + n // 7} {line}",
        lambda n, line: f"{(n - 1) % 10 + 1} {line}",
    ],
    ids=["left", "padded", "right", "both", "own lines", "blank lines counted", "anew on each page"],
)
def test_each_line_is_numbered(number: Callable[[int, str], str]) -> None:
    text = "\n".join(number(n, line) for n, line in enumerate(LINES, 1))
    assert [line.rstrip() for line in read(text).split("\n")] == LINES


def test_every_fifth_line_is_numbered() -> None:
    lines = LINES * 3
    text = "\n".join(f"{n if n % 5 == 0 else '':<5}{line}" for n, line in enumerate(lines, 1))
    assert [line.strip() for line in read(text).split("\n")] == lines


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n} Abel A. On the reeds. Gulls. 2001;{n}:1-9." for n in range(1, 30)),
        "\n".join(f"{1990 + n * n} gulls were counted" for n in range(1, 30)),
        "\n".join(f"lake {n}  {n * 3}" for n in range(1, 30)),
        "\n".join(LINES),
    ],
    ids=["list", "years", "table", "plain"],
)
def test_numbers_that_count_no_lines_stay(text: str) -> None:
    assert read(text) == text


def test_numbers_stand_in_stacks_or_between_headings_and_pages() -> None:
    stacked = "\n".join([*map(str, range(1, 21)), *LINES, "1 Reeds", *map(str, range(21, 41)), *LINES])
    assert read(stacked) == "\n".join([*LINES, "1 Reeds", *LINES])
    pieces = [f"{line}\n\n{n}\n" + ("\n3\n" if n % 9 == 0 else "") for n, line in enumerate(LINES, 1)]
    assert [line for line in read("\n".join(pieces)).split("\n") if line] == [
        *LINES[:9],
        "3",
        *LINES[9:18],
        "3",
        *LINES[18:],
    ]


def test_the_numbers_of_two_columns_may_stand_among_each_other() -> None:
    pairs = [f"{n}\n{line}\n{n + 60}" for n, line in enumerate(LINES, 1)]
    assert read("\n".join(pairs) + "\n") == "\n".join(LINES) + "\n"
