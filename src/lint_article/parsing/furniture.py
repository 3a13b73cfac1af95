"""Page furniture of plain text: running heads, page numbers, journal lines, form feeds; learned from what repeats."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lint_article.text import Span

_LINE = re.compile(r"[^\n\f]+")
_FEED = re.compile(r"\f")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—\[(|]\s*)?(?:p(?:age|\.)?\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—\])|])?", re.I
)
_JOURNAL = re.compile(r"\b(?:e?ISSN\b|Vol(?:ume|\.)\s*\d|Issue\s*\d|No\.\s*\d+\s*[,(]|doi\.org/|www\.|©|Copyright\b)")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_MAX_LENGTH = 120  # a running head is a short line
_MIN_DISTANCE = 400  # code points between two pages' heads; a list's items stand closer
_BODY_LENGTH = 25  # a line of running text is at least this long


@dataclass(frozen=True, slots=True)
class _Gap:
    """Short lines that stand apart (blank lines or a form feed around them) between two lines of running text."""

    lines: tuple[Span, ...]
    before: Span
    after: Span
    feed: bool


def find_furniture(text: str) -> tuple[Span, ...]:
    """Return the page furniture of a plain text, in order and apart.

    Furniture that interrupts a sentence covers the white space around it too, all but one character before it, so that
    the sentence reads on when the span is blanked. A form feed with nothing printed beside it is furniture by itself.
    """
    gaps = list(_gaps(text))
    counting, repeated = _learned(text, gaps)
    spans = [span for gap in gaps if (span := _furniture(text, gap, counting, repeated))]
    starts = [span.start for span in spans]
    for match in _FEED.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or spans[index].end <= match.start():
            spans.append(Span(match.start(), match.end()))
    return tuple(sorted(spans))


def interrupts(text: str, span: Span) -> bool:
    """Tell whether the furniture stands in the middle of a sentence."""
    before, after = text[max(span.start - 200, 0) : span.start].rstrip(), text[span.end : span.end + 200].lstrip()
    return _reads_on(before, after)


def _reads_on(before: str, after: str) -> bool:
    if not before or not after or _SENTENCE_END.search(before[-5:]):
        return False
    return after[0].islower() or (before[-1] in ",-–(" and after[0].isalnum())


def _gaps(text: str) -> Iterator[_Gap]:
    """Yield each stretch of short lines set apart between two lines of running text."""
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    breaks = [_apart(text, a, b) for a, b in pairwise(lines)]
    first = 0
    while first < len(breaks):
        if not breaks[first]:
            first += 1
            continue
        last = first + 1
        while (
            last < len(breaks)
            and len(lines[last]) <= _MAX_LENGTH
            and last - first <= 6
            and not _body(lines, breaks, last)
        ):
            last += 1
        if last > first + 1 and breaks[last - 1]:
            feed = "\f" in text[lines[first].end : lines[last].start]
            yield _Gap(tuple(lines[first + 1 : last]), lines[first], lines[last], feed)
            first = last - 1
        first += 1


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    stripped = line.strip()
    left = start + len(line) - len(line.lstrip())
    return Span(left, left + len(stripped))


def _apart(text: str, a: Span, b: Span) -> bool:
    between = text[a.end : b.start]
    return "\f" in between or between.count("\n") > 1


def _body(lines: list[Span], breaks: list[bool], index: int) -> bool:
    """Tell whether the line belongs to running text: long enough, and another line follows it directly."""
    return len(lines[index]) >= _BODY_LENGTH and index < len(breaks) and not breaks[index]


def _key(text: str, line: Span) -> str:
    return _NUMBER.sub("#", " ".join(line.of(text).casefold().split()))


def _learned(text: str, gaps: list[_Gap]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of running heads: those that count pages, and those that repeat beside them.

    A key counts pages if its lines come back at a page's distance with a rising number, and one of them stands at a
    form feed or in the middle of a sentence.
    """
    seen: dict[str, list[tuple[Span, bool]]] = defaultdict(list)
    for gap in gaps:
        certain = gap.feed or _broken(text, gap)
        for line in gap.lines:
            seen[_key(text, line)].append((line, certain))
    repeated = {key: lines for key, lines in seen.items() if len(lines) > 1 and _far_apart([s for s, _ in lines])}
    counting = {k for k, lines in repeated.items() if any(c for _, c in lines) and _rising(text, [s for s, _ in lines])}
    return frozenset(counting), frozenset(repeated)


def _far_apart(lines: list[Span]) -> bool:
    return min(b.start - a.end for a, b in pairwise(lines)) >= _MIN_DISTANCE


def _rising(text: str, lines: list[Span]) -> bool:
    """Tell whether one number of the lines rises from each to the next."""
    numbers = [[int(n) for n in _NUMBER.findall(line.of(text))] for line in lines]
    return any(all(a < b for a, b in pairwise(column)) for column in zip(*numbers, strict=True))


def _broken(text: str, gap: _Gap) -> bool:
    before = gap.before.of(text)
    return len(before) >= _BODY_LENGTH and "\t" not in before and _reads_on(before, gap.after.of(text))


def _furniture(text: str, gap: _Gap, counting: frozenset[str], repeated: frozenset[str]) -> Span | None:
    """Return what of the gap is furniture, or None: one of its lines must number the page or name the journal."""
    broken = _broken(text, gap)
    keys = [_key(text, line) for line in gap.lines]
    telling = [
        key in counting or ((broken or gap.feed) and _telling(line.of(text)))
        for key, line in zip(keys, gap.lines, strict=True)
    ]
    if not any(telling):
        return None
    kept = [t or key in repeated for t, key in zip(telling, keys, strict=True)]
    if broken and all(kept):
        return Span(gap.before.end + 1, gap.after.start)
    first = kept.index(True)
    last = next((i for i in range(first, len(kept)) if not kept[i]), len(kept))
    return Span(gap.lines[first].start, gap.lines[last - 1].end)


def _telling(line: str) -> bool:
    return _PAGE_NUMBER.fullmatch(line) is not None or _JOURNAL.search(line) is not None
