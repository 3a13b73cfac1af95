"""Bytes of a file that are no characters: shown as U+FFFD, and each a problem of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.document import Problem
from lint_article.text import TextBuilder
from lint_article.text.map import UNDECODABLE

_LONE_BYTE = re.compile("[\udc00-\udcff]+")


class LoneBytes:
    """Writes the bytes of one part of a source that the decoder left over."""

    def __init__(self, text: str, part: int) -> None:
        self.any = not text.isascii() and bool(_LONE_BYTE.search(text))
        self._text = text
        self._part = part
        self._at = self._bytes = 0

    def write(self, builder: TextBuilder, start: int, end: int) -> Iterator[Problem]:
        """Write the stretch, and give what is wrong in it."""
        for match in _LONE_BYTE.finditer(self._text, start, end):
            builder.copy(start, match.start(), self._part)
            shown = " ".join(f"{ord(char) - 0xDC00:02X}" for char in match.group())
            signs = "\ufffd" * len(match.group())
            span = builder.derive(signs, match.start(), match.end(), UNDECODABLE, self._part)
            values = (("bytes", shown), ("offset", str(self._offset(match.start()))))
            yield Problem("undecodable-bytes", span, values)
            start = match.end()
        builder.copy(start, end, self._part)

    def _offset(self, at: int) -> int:
        """Count on from the last offset asked for, so that many of them cost one pass."""
        if self._at > at:
            self._at = self._bytes = 0
        self._bytes += len(self._text[self._at : at].encode("utf-8", "replace"))
        self._at = at
        return self._bytes
