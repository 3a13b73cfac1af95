"""Plain text: the file's own characters, its byte-order mark left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from lint_article.document import Problem, Reading, Source
from lint_article.readers.broken_addresses import is_address_continued
from lint_article.readers.characters import BOMS, decode
from lint_article.readers.line_numbers import find_line_numbers, kept_between
from lint_article.readers.parted_accents import find_parted_accents
from lint_article.text import Part, Span, TextBuilder
from lint_article.text.lines import lines_of, wrapped_width
from lint_article.text.map import UNDECODABLE

_WIDE_GAP = " " * 4  # some line of columns that stand side by side has this
_LONE_BYTES = re.compile("[\udc00-\udcff]+")
_ADDRESS_BREAK = re.compile(r"[/._=&?%#~:)-](?P<gap>[ \t]*\n[ \t]*)(?=(?P<next>\S+))")
_LABEL = re.compile(r"\[?\d{1,4}(?:\]|[.)]?(?:\s|$))")  # of the next entry
_LONGEST_LINE = 300  # code points of a line that are looked at


def read_plain(source: Source) -> Reading:
    """Return the text as it stands; each run of bytes that are no characters is a problem at its place.

    Numbers that count the lines are left out, line ends within addresses, and spaces that a converter put behind
    accents; columns that stand side by side are read one by one.
    """
    raw = decode(source.data)
    whole = not _LONE_BYTES.search(raw)
    parted = find_parted_accents(raw) if whole and not raw.isascii() else []
    if whole and (numbers := find_line_numbers(raw)):
        return _without(source, raw, sorted([*numbers, *parted]))
    if whole and _WIDE_GAP in raw:
        from lint_article.readers.printed_columns import columns_of  # late: few texts have columns

        if columns := columns_of(raw):
            return _line_by_line(source, raw, columns, parted)
    if whole and (left_out := [*_find_broken_addresses(raw), *parted]):
        return _without(source, raw, sorted(left_out))
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


def _find_broken_addresses(raw: str) -> list[Span]:
    """Return the white space at the ends of lines within addresses, if the text is hard-wrapped."""
    found: list[Span] = []
    for match in _ADDRESS_BREAK.finditer(raw):
        end = match.start("gap")
        start = max(raw.rfind("\n", 0, end) + 1, end - _LONGEST_LINE)
        if _is_address_continued(raw[start:end], match["next"]):
            found.append(Span(*match.span("gap")))
    return found if found and wrapped_width(raw) else []


def _is_address_continued(line: str, below: str) -> bool:
    return not _LABEL.match(below) and is_address_continued(line, below)


def _without(source: Source, raw: str, left_out: Sequence[Span]) -> Reading:
    """Return the text without some stretches, as the numbers of its lines."""
    builder = TextBuilder([raw])
    for span in kept_between(left_out, len(raw)):
        _copy(builder, raw, span.start, span.end)
    return Reading(source, builder.text(), builder.map(), (Part(raw, lines_of(raw)),))


def _line_by_line(source: Source, raw: str, lines: Sequence[Span], left_out: Sequence[Span]) -> Reading:
    """Return the text of the lines, each of which ends where it is cut, unless an address goes on in the next one."""
    starts = [span.start for span in left_out]
    builder = TextBuilder([raw])
    is_rest = False
    for line, following in zip(lines, [*lines[1:], Span(0, 0)], strict=True):
        printed, below = line.of(raw).rstrip(" "), following.of(raw).strip()
        end = line.start + len(printed)
        at = end - len(printed.lstrip(" ")) if is_rest else line.start
        for hole in left_out[bisect_left(starts, at) : bisect_left(starts, end)]:
            _copy(builder, raw, at, hole.start)
            at = hole.end
        _copy(builder, raw, at, end)
        is_rest = bool(printed.strip() and below) and _is_address_continued(printed.strip(), below)
        if is_rest:
            continue
        if raw.startswith("\n", end):
            builder.copy(end, end + 1)
        elif not raw.startswith("\f", line.start):
            builder.insert("\n", end, why="line end")
    return Reading(source, builder.text(), builder.map(), (Part(raw, lines_of(raw)),))
