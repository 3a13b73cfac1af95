"""Where a hard-wrapped text breaks a line though more would have fitted: there a paragraph or heading ends."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]+")
_NARROWEST, _WIDEST = 40, 140  # code points that wrapped lines have
_SHORT = 0.6  # share of the usual width
# A line that ends so is surely not the last of its paragraph.
ENDS_OPEN = re.compile(r"(?:[,;:&(–—-]|\b(?:and|und|et|y|e|и|in|of|the|by|see))\s*$")


def early_breaks(text: str) -> list[int]:
    """Return where lines begin, in order, that stand below a short line and in capital letters; none if not wrapped."""
    lines = list(_LINE.finditer(text))
    lengths = sorted(match.end() - match.start() for match in lines if match.end() - match.start() > 1)
    usual = lengths[int(0.8 * len(lengths))] if lengths else 0
    if not _NARROWEST <= usual <= _WIDEST:
        return []
    return [
        line.end() + 1
        for line in lines
        if line.end() - line.start() < _SHORT * usual
        and text[line.end() + 1 : line.end() + 2].isupper()
        and not ENDS_OPEN.search(text, max(line.start(), line.end() - 10), line.end())
    ]
