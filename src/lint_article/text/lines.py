"""Lines as editors count them: one ends at \\n, \\r\\n or \\r and nowhere else."""

from __future__ import annotations

import re

from lint_article.text.place import Line

_NARROWEST, _WIDEST = 40, 140  # code points that wrapped lines have
_LINE_END = re.compile(r"\r\n|\n|\r")


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text; there is always at least one, and a byte-order mark is no part of it."""
    starts = [int(text.startswith("\ufeff")), *(m.end() for m in _LINE_END.finditer(text))]
    return tuple(Line(start, number) for number, start in enumerate(starts, 1))


def wrapped_width(text: str) -> int:
    """Return how many code points four of five lines keep within; 0 if the text is not hard-wrapped."""
    lengths = sorted(len(line) for line in text.split("\n") if len(line) > 1)
    usual = lengths[int(0.8 * len(lengths))] if lengths else 0
    return usual if _NARROWEST <= usual <= _WIDEST else 0
