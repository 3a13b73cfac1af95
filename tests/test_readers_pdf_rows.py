"""The rows of a PDF: how they are put together, how they join, and which of them are furniture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawn import run
from lint_article.readers.pdf.columns import in_columns
from lint_article.readers.pdf.furniture import furniture_of
from lint_article.readers.pdf.line_joins import Join, join_of, words_of
from lint_article.readers.pdf.lines import lines_of_runs
from lint_article.readers.pdf.model import Row, Run


def row(text: str, *, page: int = 1, baseline: float = 700.0, links: tuple[tuple[int, int, str], ...] = ()) -> Row:
    """Return a row in 10 points whose letters are 5 points wide."""
    lefts = [72.0 + 5 * index for index in range(len(text))]
    rights = [left + 5 for left in lefts]
    return Row(page, text, lefts, rights, baseline, 10.0, False, False, links=list(links))


@pytest.mark.parametrize(
    ("before", "after", "known", "join"),
    [
        ("the river", "flows", "", Join.SPACE),
        ("in lakes [3,5-", "7,13]", "of 57 reeds", Join.NOTHING),
        ("was meas-", "ured in", "they measured it", Join.HYPHEN),
        ("a well-", "known pier", "well-known piers", Join.NOTHING),
        ("was meas-", "ured in", "", Join.UNKNOWN),
        ("a re-", "cover of", "we recover, they re-cover", Join.UNKNOWN),
        ("in COVID-", "19 years", "", Join.NOTHING),
        ("by Smith-", "Jones (2010)", "", Join.NOTHING),
        ("by Mc-", "Donald (2010)", "so McDonald says", Join.HYPHEN),
        ("pre-", "and post-war", "", Join.UNKNOWN),
        ("soft\u00ad", "ness", "", Join.HYPHEN),
        ("at https://example.org/a-", "b", "", Join.UNKNOWN),
        ("a dash -", "and more", "", Join.SPACE),
    ],
)
def test_how_lines_join(before: str, after: str, known: str, join: Join) -> None:
    rows = [row(before), row(after), row(known)] if known else [row(before), row(after)]
    assert join_of(rows[0], rows[1], words_of(rows)) is join


def test_a_link_over_two_lines_is_joined_as_its_address_has_it() -> None:
    target = "https://example.org/papers/on-reeds"
    first = row("see https://example.org/papers/on-", links=((4, 34, target),))
    assert join_of(first, row("reeds.", links=((0, 5, target),)), set()) is Join.NOTHING
    assert join_of(first, row("ferns.", links=((0, 5, target),)), set()) is Join.UNKNOWN


def body(page: int) -> list[Row]:
    """Return the text of a page, other words on each."""
    return [row(chr(96 + page) * (line + 3), page=page, baseline=700.0 - 12 * line) for line in range(40)]


def test_a_mark_without_words_is_furniture_where_it_comes_back() -> None:
    pages = [
        [*body(page), row("1 3", page=page, baseline=40), row(f"{page} 9", page=page, baseline=60)]
        for page in (1, 2, 3)
    ]
    found = furniture_of(pages)
    assert [one.text for page in pages for one in page if id(one) in found] == ["1 3", "1 3", "1 3"]


def test_what_comes_back_at_the_same_height_is_furniture() -> None:
    pages = [[row(f"Reeds {page}", page=page, baseline=800), *body(page)] for page in (1, 2, 3)]
    found = furniture_of(pages)
    assert [one.text for page in pages for one in page if id(one) in found] == ["Reeds 1", "Reeds 2", "Reeds 3"]


def test_notes_and_numbers_that_come_back_are_text() -> None:
    pages = [
        [row("4.5 7", page=page, baseline=720), *body(page), row(f"{page} Ibid.", page=page, baseline=465)]
        for page in (1, 2)
    ]
    for page in pages:
        page[-1].raised.append((0, 1))
    assert furniture_of(pages) == set()


RUNS = st.lists(
    st.builds(
        run,
        st.text("abc", min_size=1, max_size=30),
        st.floats(40, 500),
        st.floats(50, 800),
        st.sampled_from([7.0, 10.0, 14.0]),
    ),
    max_size=60,
)


@given(RUNS)
def test_layout_keeps_every_run_once(runs: list[Run]) -> None:
    strips = lines_of_runs(runs, 0.7)
    columns = in_columns(strips)
    lines = [
        line for column in columns for line in lines_of_runs((one for strip in column for one in strip), float("inf"))
    ]
    assert sorted(id(one) for line in lines for one in line) == sorted(id(one) for one in runs)


def test_a_line_that_sticks_out_into_the_gutter_stays_in_its_column() -> None:
    left = [run("x" * 50, left=50, baseline=700 - 12 * at) for at in range(40)]
    right = [run("y" * 50, left=318, baseline=700 - 12 * at) for at in range(40)]
    wide = run("x" * 52, left=50, baseline=700 - 12 * 40)
    columns = in_columns(lines_of_runs([*left, *right, wide], 0.7))
    assert [{one.text[0] for strip in column for one in strip} for column in columns] == [{"x"}, {"y"}]
