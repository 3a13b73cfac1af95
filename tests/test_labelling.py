"""References divided into their parts."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.parsing.references.labelling import weights
from lint_article.parsing.references.labelling.chain import LANE, Chain
from lint_article.parsing.references.labelling.labels import LABELS
from lint_article.parsing.references.labelling.parts import find_parts
from lint_article.parsing.references.labelling.words import read_line, shape_of

FOLDER = Path(weights.__file__).parent
FILES = ("weights.txt", "untidy.txt")


def parts(text: str) -> list[tuple[str, str]]:
    return [(part.label, part.span.of(text)) for part in find_parts(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marlin, K., & Osgood, P. T. (2010). What do tides know? Harbour Studies, 4(2), 11–19.",
            [
                ("author", "Marlin, K., & Osgood, P. T"),
                ("date", "2010"),
                ("title", "What do tides know?"),
                ("container", "Harbour Studies"),
                ("volume", "4(2)"),
                ("pages", "11–19"),
            ],
        ),
        (
            "Tarn V, Osgood P. Salt on the boards of ships (a survey). J Harbour Res. 2014;12:33-41.",
            [
                ("author", "Tarn V, Osgood P"),
                ("title", "Salt on the boards of ships (a survey)"),
                ("container", "J Harbour Res"),
                ("date", "2014"),
                ("volume", "12"),
                ("pages", "33-41"),
            ],
        ),
        (
            "Marlin, K. (2012). The cold coast. Oslo: Quayside University Press.",
            [
                ("author", "Marlin, K"),
                ("date", "2012"),
                ("title", "The cold coast"),
                ("place", "Oslo"),
                ("publisher", "Quayside University Press"),
            ],
        ),
        (
            "R Development Core Team (2014) R: a language and environment for statistical computing.",
            [
                ("author", "R Development Core Team"),
                ("date", "2014"),
                ("title", "R: a language and environment for statistical computing"),
            ],
        ),
    ],
)
def test_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


def test_two_slashes_end_a_title() -> None:
    found = dict(parts("Белов А. Н., Крутов П. С. Рифы зимой // Вестник прилива. 2014. № 2. С. 11–19."))
    assert (found["title"], found["container"]) == ("Рифы зимой", "Вестник прилива")


@given(st.text('aB.,:;()[]“”" 12–/&\n', max_size=60), st.integers(0, 5))
def test_parts_stand_in_order_and_apart(text: str, start: int) -> None:
    found = find_parts(text, start, len(text))
    ends = [start, *[part.span.end for part in found]]
    assert all(end <= part.span.start < part.span.end for end, part in zip(ends, found, strict=False))
    assert all(part.label in LABELS for part in found)
    assert not found or found[-1].span.end <= len(text)


def test_words_and_gaps_make_up_the_line() -> None:
    line = read_line("Marlin, K.: “Tides”  2010b", 0, 26)
    assert line.words == ["Marlin", "K", "Tides", "2010b"]
    assert line.gaps == ["", ", ", '.: "', '" ', ""]
    assert line.shapes == ["Xx", "X", "Xx", "year"]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("https://doi.org/10.1/x", "resolver"),
        ("www.example.org", "url"),
        ("May", "month"),
        ("12", "d2"),
        ("eLife", "o"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert shape_of(word) == shape


def test_the_best_chain_is_the_best_of_all() -> None:
    transitions = [[3 if i == j else -(i + j) % 5 for j in range(len(LABELS))] for i in range(len(LABELS))]
    scores = [[(7 * i * j + 3 * j) % 11 + 100 for j in range(len(LABELS))] for i in range(4)]
    sums = [sum(score << LANE * j for j, score in enumerate(row)) for row in scores]

    def value(labels: list[int]) -> int:
        steps = sum(transitions[a][b] for a, b in pairwise(labels))
        return steps + sum(scores[at][label] for at, label in enumerate(labels))

    paths = [[label] for label in range(len(LABELS))]
    for _ in range(3):
        paths = [max(([*path, label] for path in paths), key=value) for label in range(len(LABELS))]
    found = Chain(transitions).read(sums)
    assert value(found.labels) == max(map(value, paths))


def test_losses_are_what_the_best_chain_with_another_label_lacks() -> None:
    size = len(LABELS)
    transitions = [[(i * j + i) % 7 - 3 for j in range(size)] for i in range(size)]
    scores = [[(5 * i + 3 * i * j + j * j) % 13 + 50 for j in range(size)] for i in range(3)]
    sums = [sum(score << LANE * j for j, score in enumerate(row)) for row in scores]

    def value(labels: tuple[int, ...]) -> int:
        steps = sum(transitions[a][b] for a, b in pairwise(labels))
        return steps + sum(scores[at][label] for at, label in enumerate(labels))

    values = {path: value(path) for path in product(range(size), repeat=3)}
    best = max(values.values())
    expected = [
        [best - max(found for path, found in values.items() if path[at] == label) for label in range(size)]
        for at in range(3)
    ]
    found = Chain(transitions).read(sums)
    assert [[found.loss_with(at, label) for label in range(size)] for at in range(3)] == expected
    assert [found.loss_without(at, found.labels[at]) for at in range(3)] == [
        min(row[:label] + row[label + 1 :]) for row, label in zip(expected, found.labels, strict=True)
    ]


@given(st.lists(st.lists(st.integers(0, 2), min_size=len(LABELS), max_size=len(LABELS)), min_size=1, max_size=6))
def test_of_chains_that_are_as_good_one_is_whole(scores: list[list[int]]) -> None:
    size = len(LABELS)
    transitions = [[(i + j) % 2 for j in range(size)] for i in range(size)]
    found = Chain(transitions).read([sum(score << LANE * j for j, score in enumerate(row)) for row in scores])
    worth = sum(scores[at][label] for at, label in enumerate(found.labels))
    worth += sum(transitions[a][b] for a, b in pairwise(found.labels))
    best = scores[0]
    for row in scores[1:]:
        best = [max(best[i] + transitions[i][j] for i in range(size)) + row[j] for j in range(size)]
    assert worth == max(best)


def test_a_title_that_may_be_read_otherwise_is_doubted() -> None:
    plain = "Marlin, K. (2012). The cold coast of reefs. Harbour Studies, 4(2), 11–19."
    unclear = "Tide tables Harbour reefs Marlin coast 2010 Osgood"
    doubts = [
        min(
            part.confidence for part in find_parts(text, 0, len(text)) if part.label in {"author", "title", "container"}
        )
        for text in (plain, unclear)
    ]
    assert doubts[0] > 0.9 > 0.7 > doubts[1]


@pytest.mark.parametrize("file", FILES)
def test_the_weights_are_rows_of_printable_letters(file: str) -> None:
    head, _, table = (FOLDER / file).read_text("utf-8").partition("\n\n")
    lines = table.split("\n")
    names, rows = lines[::2], lines[1::2]
    assert "BSD-2-Clause" in head and "CC BY" in head
    assert all(len(row) == len(LABELS) for name, row in zip(names, rows, strict=False) if not name.startswith("> "))
    assert [name[2:] for name in names if name.startswith("> ")] == list(LABELS)


def test_the_weights_are_small() -> None:
    assert sum((FOLDER / file).stat().st_size for file in FILES) < 1_500_000
