"""Listings in faces without a telling name are code by their layout; text, tables and other scripts are not."""

from __future__ import annotations

from array import array

import pytest

from lint_article.readers.pdf.grid import is_on_grid, mark_listings
from lint_article.readers.pdf.model import Row

WIDTHS = {"i": 2.4, "l": 2.4, "t": 3.2, "f": 3.2, "r": 3.6, "m": 8.0, "w": 7.0}


def row(text: str, *, width: float = 0.0, place: float = 0.0) -> Row:
    """Return a row of letters of one width, of the widths of a text face, or of those in places of one width."""
    lefts, rights, at = array("f"), array("f"), 20.0
    for char in text:
        own = width or WIDTHS.get(char, 5.0)
        left = at + (place - own) / 2 if place else at
        lefts.append(left)
        rights.append(left + own)
        at += place or own
    return Row(1, text, lefts, rights, 600.0, 10.0, bold=False, fixed=False)


@pytest.mark.parametrize(
    ("text", "width", "place", "is_listing"),
    [
        ("buffer = input(1)", 6.0, 0.0, True),
        ("b u f f e r = i n p u t", 3.7, 0.0, True),
        ("buffer = lift(mill)", 0.0, 9.0, False),
        ("buffer = lift(mill)", 0.0, 7.0, True),
        ("the reeds lean in the wind", 0.0, 0.0, False),
        ("12.4 18.1 0.18 N 21", 5.0, 0.0, False),
        ("葦は風に傾く湖の岸で", 10.0, 0.0, False),
    ],
)
def test_code_is_set_on_a_grid(text: str, width: float, place: float, is_listing: bool) -> None:
    assert is_on_grid(row(text, width=width, place=place)) is is_listing


def test_short_rows_of_a_listing_are_code_by_the_width_of_their_letters() -> None:
    column = [
        row("the reeds lean in the wind"),
        row("function lean(reed)", width=6.0),
        row("end", width=6.0),
        row("a lean reed"),
    ]
    mark_listings(column)
    assert [one.fixed for one in column] == [False, True, True, False]
