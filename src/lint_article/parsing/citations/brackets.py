"""Which round or square bracket a place lies in."""

from __future__ import annotations

import re
from bisect import bisect_right

from lint_article.dataclass import dataclass

_MARK = re.compile(r"[()\[\]（）]|\n[ \t\r]*\n")
_OPEN = {"(": ")", "[": "]", "（": "）"}
# A bracket that is not closed within so many characters is a stray one.
_REACH = 3_000


@dataclass(frozen=True, slots=True)
class Brackets:
    """Pairs of brackets in order of their opening: offsets of the opening and the closing sign (code points)."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]
    parents: tuple[int, ...]

    def around(self, offset: int) -> int:
        """Return the index of the innermost pair around the offset, or -1."""
        index = bisect_right(self.opens, offset - 1) - 1
        while index >= 0 and self.closes[index] < offset:
            index = self.parents[index]
        return index


def find_brackets(prose: str) -> Brackets:
    """Pair the brackets of each paragraph; stray ones are left out."""
    stack: list[tuple[int, str]] = []
    pairs: list[tuple[int, int]] = []
    for match in _MARK.finditer(prose):
        sign = match.group()
        if sign in _OPEN:
            stack.append((match.start(), _OPEN[sign]))
        elif len(sign) > 1:
            stack.clear()
        elif stack and any(close == sign for _, close in stack[-3:]):
            while stack[-1][1] != sign:
                stack.pop()
            start, _ = stack.pop()
            if match.start() - start <= _REACH:
                pairs.append((start, match.start()))
    pairs.sort()
    parents: list[int] = []
    for index, (start, _) in enumerate(pairs):
        parent = index - 1
        while parent >= 0 and pairs[parent][1] < start:
            parent = parents[parent]
        parents.append(parent)
    return Brackets(tuple(a for a, _ in pairs), tuple(b for _, b in pairs), tuple(parents))
