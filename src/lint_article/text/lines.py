"""Lines as editors count them: one ends at \\n, \\r\\n or \\r and nowhere else."""

from __future__ import annotations

import re

from lint_article.text.place import Line

_LINE_END = re.compile(r"\r\n|\n|\r")


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text; there is always at least one, and a byte-order mark is no part of it."""
    starts = [int(text.startswith("\ufeff")), *(m.end() for m in _LINE_END.finditer(text))]
    return tuple(Line(start, number) for number, start in enumerate(starts, 1))
