"""Addresses that are set in a typewriter face within text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lint_article.readers.broken_addresses import is_address_continued, is_address_start
from lint_article.readers.pdf.model import Row

_LINES = 1.7  # sizes of type within which the next line of a paragraph stands


def set_as_text(column: Sequence[Row]) -> None:
    """Give rows that hold nothing but an address in a typewriter face the size of the text that they go on with."""
    for a, b in pairwise(column):
        near = 0 < a.baseline - b.baseline < _LINES * a.size
        if b.fixed and not a.fixed and near and (is_address_start(b.text) or is_address_continued(a.text, b.text)):
            b.size, b.fixed = a.size, False
