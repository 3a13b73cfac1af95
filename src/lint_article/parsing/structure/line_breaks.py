"""Where a hard-wrapped text breaks a line though more would have fitted: there a paragraph or heading ends."""

from __future__ import annotations

import re

from lint_article.text.lines import wrapped_width
from lint_article.vocabulary import words

_LINE = re.compile(r"[^\n]+")
_SHORT = 0.6  # share of the usual width
_LAST = re.compile(r"(?:[,;:&(–—-]|(?<![\w'’])(?P<word>[^\W\d_]+))\s*$")
_TAIL = 20  # code points of a line's end that are looked at


def early_breaks(text: str) -> list[int]:
    """Return where lines begin, in order, that stand below a short line and in capital letters; none if not wrapped."""
    usual = wrapped_width(text)
    if not usual:
        return []
    return [
        line.end() + 1
        for line in _LINE.finditer(text)
        if line.end() - line.start() < _SHORT * usual
        and text[line.end() + 1 : line.end() + 2].isupper()
        and not is_line_unfinished(text, line.start(), line.end())
    ]


def is_line_unfinished(text: str, start: int, end: int) -> bool:
    """Tell whether a line surely is not its paragraph's last: a comma, `and`, an article or a preposition ends it.

    `from` does not tell: it announces an address, which may have been lost (`Retrieved May 4, 2018, from`).
    """
    last = _LAST.search(text, max(start, end - _TAIL), end)
    if last is None or last["word"] is None:
        return last is not None
    return last["word"] in words("and", "small-word") and last["word"] not in words("from")
