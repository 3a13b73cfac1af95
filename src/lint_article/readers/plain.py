"""Plain text: the file's own characters, its byte-order mark left out."""

from __future__ import annotations

import re

from lint_article.document import Problem, Reading, Source
from lint_article.text import Part, TextBuilder
from lint_article.text.lines import lines_of

_LONE_BYTE = re.compile("[\udc80-\udcff]+")
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes) -> str:
    """Return the characters of a text file; a byte that is no UTF-8 becomes a lone surrogate (PEP 383).

    Half a character of UTF-16 becomes U+FFFD: it has no byte of its own to keep.
    """
    encoding = _BOMS.get(data[:2])
    return data.decode(encoding, "replace") if encoding else data.decode("utf-8", "surrogateescape")


def read_plain(source: Source) -> Reading:
    """Return the text as it stands; each run of bytes that are no UTF-8 is a problem at its place."""
    raw = decode(source.data)
    builder = TextBuilder([raw])
    problems = []
    at = 1 if raw.startswith("\ufeff") else 0
    for match in _LONE_BYTE.finditer(raw):
        builder.copy(at, match.start())
        span = builder.derive("\ufffd" * len(match.group()), match.start(), match.end(), "undecodable")
        offset = len(raw[: match.start()].encode("utf-8", "surrogateescape"))
        shown = " ".join(f"{ord(char) - 0xDC00:02X}" for char in match.group())
        problems.append(Problem("undecodable-bytes", span, (("bytes", shown), ("offset", str(offset)))))
        at = match.end()
    builder.copy(at, len(raw))
    parts = (Part(raw, lines_of(raw)),)
    return Reading(source, builder.text(), builder.map(), parts, problems=tuple(problems))
