"""References divided into their parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.parsing.references.labelling import weights
from lint_article.parsing.references.labelling.chain import LANE, Chain, Labelling
from lint_article.parsing.references.labelling.labels import LABELS, STATE_LABELS, STATES, states_of
from lint_article.parsing.references.labelling.parts import find_parts
from lint_article.parsing.references.labelling.repairs import repair
from lint_article.parsing.references.labelling.words import read_line, shape_of

Table = list[list[int]]
FILE = Path(weights.__file__).with_name("weights.txt")


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


def test_a_part_has_the_tags_around_it() -> None:
    text = "Marlin, K. (2010). Leaves of <italic>Ulva lactuca.</italic> <italic>Harbour Studies, 8</italic>, 11–19."
    found = dict(parts(text))
    assert (found["title"], found["container"]) == (
        "Leaves of <italic>Ulva lactuca.</italic>",
        "<italic>Harbour Studies",
    )


def test_two_slashes_end_a_title() -> None:
    found = dict(parts("Белов А. Н., Крутов П. С. Рифы зимой // Вестник прилива. 2014. № 2. С. 11–19."))
    assert (found["title"], found["container"]) == ("Рифы зимой", "Вестник прилива")


@pytest.mark.parametrize(
    ("words", "found", "right"),
    [
        (
            "Reefs of the coasts. Q. J. Tides 4, 11–19",
            "title*5 container*2 volume pages",
            "title*4 container*3 volume pages",
        ),
        ("Reefs of Ulva L. Tide Res. 4, 11–19", "title*4 container*2 volume pages", "title*4 container*2 volume pages"),
        ("Reefs. Tide Res. doi:10.5555/tide.4", "title container*3", "title container*2 doi"),
        ("Reefs. Tide Research. doi:10.5555/tide.4", "title publisher*2 doi", "title container*2 doi"),
        ("Reefs. Oslo: Quayside. doi:10.5555/tide.4", "title place publisher doi", "title place publisher doi"),
        ("Reefs. In: Orre B (ed) Ropes", "title in editor*3 title", "title in editor*3 container"),
        ("Ropes in: Quayside", "title in title", "title in container"),
        ("In: Orre B (ed) Ropes, Quayside", "in editor*3 title publisher", "in editor*3 title publisher"),
        ("Reefs // Ropes. Proceedings, 2010", "title container title date", "title container*2 date"),
        ("Institute of Salt. Wages of Sailors. Oslo", "title*6 place", "author*3 title*3 place"),
        ("Institute of Salt. Tide Board. Wages. Oslo", "title*3 container author title place", "author*5 title place"),
        ("Reefs of Salt. Wages of Sailors. Oslo", "title*6 place", "title*6 place"),
        ("Board games of sailors. Their wages. Oslo", "title*6 place", "title*6 place"),
        ("Institute of Salt. 2010", "title*3 date", "title*3 date"),
        ("Reefs. Quayside 2010, 216 p", "title publisher date pages*2", "title publisher date pages*2"),
    ],
)
def test_labels_are_set_right(words: str, found: str, right: str) -> None:
    labels = numbers(found)
    repair(read_line(words), labels)
    assert labels == numbers(right)


def numbers(printed: str) -> list[int]:
    counted = (word.partition("*") for word in printed.split())
    return [LABELS.index(label) for label, _, count in counted for _ in range(int(count or 1))]


@given(st.text('aB.,:;()[]“”" 12–/&\n', max_size=60), st.integers(0, 5))
def test_parts_stand_in_order_and_apart(text: str, start: int) -> None:
    found = find_parts(text, start, len(text))
    ends = [start, *[part.span.end for part in found]]
    assert all(end <= part.span.start < part.span.end for end, part in zip(ends, found, strict=False))
    assert all(part.label in LABELS for part in found)
    assert not found or found[-1].span.end <= len(text)


def test_words_and_gaps_make_up_the_line() -> None:
    line = read_line("Marlin, K.: “Tides”  2010b")
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


def best_of(transitions: Table, scores: Table, labels: Sequence[int] = ()) -> int:
    """Return what the best chain of states scores, or the best one that has these labels."""
    best = [0] * len(STATES)
    for at, row in enumerate(scores):
        possible = [s for s, label in enumerate(STATE_LABELS) if not labels or label == labels[at]]
        came = [max(best[i] + transitions[i][j] for i in range(len(STATES))) if at else 0 for j in range(len(STATES))]
        best = [came[s] + row[s] if s in possible else -1_000_000 for s in range(len(STATES))]
    return max(best)


def read(transitions: Table, scores: Table) -> Labelling:
    return Chain(transitions).read([sum(score << LANE * s for s, score in enumerate(row)) for row in scores])


def table(value: Callable[[int, int], int], rows: int = len(STATES)) -> Table:
    return [[value(i, j) for j in range(len(STATES))] for i in range(rows)]


def test_the_best_chain_is_the_best_of_all() -> None:
    transitions = table(lambda i, j: 3 if i == j else -(i + j) % 5)
    scores = table(lambda i, j: (7 * i * j + 3 * j) % 11 + 100, 4)
    assert best_of(transitions, scores, read(transitions, scores).labels) == best_of(transitions, scores)


@given(st.lists(st.lists(st.integers(0, 2), min_size=len(STATES), max_size=len(STATES)), min_size=1, max_size=5))
def test_of_chains_that_are_as_good_one_is_whole(scores: Table) -> None:
    transitions = table(lambda i, j: (i + j) % 2)
    assert best_of(transitions, scores, read(transitions, scores).labels) == best_of(transitions, scores)


def test_losses_are_what_the_best_chain_with_another_label_lacks() -> None:
    transitions = table(lambda i, j: (i * j + i) % 7 - 3)
    scores = table(lambda i, j: (5 * i + 3 * i * j + j * j) % 13 + 50, 3)
    best = best_of(transitions, scores)

    def loss(at: int, label: int) -> int:
        barred = [
            [score - 1000 * (k == at and STATE_LABELS[s] != label) for s, score in enumerate(row)]
            for k, row in enumerate(scores)
        ]
        return best - best_of(transitions, barred)

    found = read(transitions, scores)
    labels = range(len(LABELS))
    expected = [[loss(at, label) for label in labels] for at in range(3)]
    assert [[found.loss_with(at, label) for label in labels] for at in range(3)] == expected
    assert [found.loss_without(at, at, found.labels[at]) for at in range(3)] == [
        min(row[:label] + row[label + 1 :]) for row, label in zip(expected, found.labels, strict=True)
    ]


def test_the_first_word_of_a_title_is_a_state_of_its_own() -> None:
    assert states_of(["author", "title", "title", "date", "title"]) == [
        "author",
        "first title",
        "title",
        "date",
        "first title",
    ]


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


def test_the_weights_are_rows_of_letters_and_numbers() -> None:
    head, _, rows = FILE.read_text("utf-8").partition("\n\n")
    lines = rows.split("\n")
    found = dict(zip(lines[::2], lines[1::2], strict=False))
    assert "BSD-2-Clause" in head and "CC BY" in head
    assert [name[2:] for name in found if name.startswith("> ")] == list(STATES)
    piece = r"[0-8][a-w]-?\d{1,3}"
    assert all(re.fullmatch(f"{piece}(?: {piece})*", row) for name, row in found.items() if not name.startswith("> "))


def test_the_weights_are_small() -> None:
    assert FILE.stat().st_size < 1_500_000
