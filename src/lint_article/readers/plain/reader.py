"""Plain text: the file's own characters, its byte-order mark left out."""

from __future__ import annotations

import re

from lint_article.document import Problem, Reading, Source
from lint_article.readers.characters import BOMS, decode
from lint_article.text import Part, TextBuilder
from lint_article.text.lines import lines_of
from lint_article.text.map import UNDECODABLE

_LONE_BYTES = re.compile("[\udc00-\udcff]+")


def read_plain(source: Source) -> Reading:
    """Return the text as it stands; each run of bytes that are no characters is a problem at its place."""
    raw = decode(source.data)
    encoding = BOMS.get(source.data[:2], "utf-8")
    builder = TextBuilder([raw])
    problems = []
    at, offset = 0, 0
    for match in _LONE_BYTES.finditer(raw):
        _copy(builder, raw, at, match.start())
        offset += len(raw[at : match.start()].encode(encoding))
        span = builder.derive("\ufffd" * len(match[0]), match.start(), match.end(), UNDECODABLE)
        shown = " ".join(f"{ord(char) - 0xDC00:02X}" for char in match[0])
        values = (("bytes", shown), ("offset", str(offset)))
        problems.append(Problem("undecodable-bytes", span, values))
        at, offset = match.end(), offset + len(match[0])
    _copy(builder, raw, at, len(raw))
    return Reading(source, builder.text(), builder.map(), (Part(raw, lines_of(raw)),), problems=tuple(problems))


def _copy(builder: TextBuilder, raw: str, start: int, end: int) -> None:
    builder.copy(1 if start == 0 and raw.startswith("\ufeff") else start, end)
