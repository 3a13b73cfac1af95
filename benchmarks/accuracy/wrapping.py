"""Articles hard-wrapped, as text out of a PDF is: a space becomes a line end, so that every offset stays."""

from __future__ import annotations

import re

_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")


def wrapped(text: str, width: int) -> str:
    """Return the text with lines of at most `width` code points where its spaces allow that (0: as it is)."""
    if not width:
        return text
    return "\n".join(_filled(line, width) for line in text.split("\n"))


def _filled(line: str, width: int) -> str:
    chars = list(line)
    begin, last = 0, -1
    for at in (*(match.start() for match in _SPACE.finditer(line)), len(line)):
        if at - begin > width and last >= begin:
            chars[last] = "\n"
            begin = last + 1
        last = at
    return "".join(chars)
