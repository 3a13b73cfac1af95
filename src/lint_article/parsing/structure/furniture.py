"""Page furniture of plain text: running heads, page numbers, journal lines, form feeds; learned from what repeats."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, takewhile

from lint_article.dataclass import dataclass
from lint_article.parsing.structure.sections import is_known_heading
from lint_article.text import Span

_LINE = re.compile(r"[^\n\f]+")
_FEED = re.compile(r"\f")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—\[(|]\s*)?(?:p(?:age|\.)?\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—\])|])?", re.IGNORECASE
)
_JOURNAL = re.compile(
    r"\b(?:e?ISSN\b|Vol(?:ume|\.)\s*\d|Issue\s*\d|No\.\s*\d+\s*[,(]|doi\.org/|www\.|©|Copyright\b|Downloaded from\b"
    r"|\d+\s?\((?:19|20)\d\d\)\s?\d+\s?[-–]\s?\d+$)"
)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_MAX_LENGTH = 400  # code points of a running head; servers of preprints print long ones
_OFTEN = 3  # times that a line interrupts a sentence somewhere, to be furniture without a number that counts
_MIN_DISTANCE = 400  # code points between the heads of two pages; a list's items stand closer
_MANY_PAGES = 5  # lines that count one after another are heads of pages however near they are: some pages are empty
_BODY_LENGTH = 25  # a line of running text is at least this long
_EDGE = 3  # lines of a page's edge that touch its text
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where blank lines or a form feed part the text.

    `lines` are short ones that stand apart; `above` and `below` are those that touch the text, the nearest first.
    """

    lines: tuple[Span, ...]
    above: tuple[Span, ...]
    below: tuple[Span, ...]
    feed: bool


@dataclass(frozen=True, slots=True)
class _Learned:
    """Keys of lines that come back at a page's distance; `counting` ones have a number that rises.

    `interrupting` ones come back often, and stand in sentences; `journal` ones come back often, and name the journal.
    `headings` are the first lines of those that head a part of the text, and come back as heads of its pages.
    """

    counting: frozenset[str]
    repeated: frozenset[str]
    interrupting: frozenset[str]
    journal: frozenset[str]
    headings: frozenset[Span]


def find_furniture(text: str) -> tuple[Span, ...]:
    """Return the page furniture of a plain text, in order and apart.

    Furniture that interrupts a sentence covers the white space around it too, all but one character before it, so that
    the sentence reads on when the span is blanked. A form feed with nothing printed beside it is furniture by itself.
    """
    gaps = list(_gaps(text))
    learned = _learn(text, gaps)
    spans: list[Span] = []
    for gap in gaps:
        span = _furniture(text, gap, learned)
        if span and (not spans or spans[-1].end <= span.start):
            spans.append(span)
    last = _last_foot(text, learned, spans)
    spans += [last] if last else []
    starts = [span.start for span in spans]
    for match in _FEED.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or spans[index].end <= match.start():
            spans.append(Span(match.start(), match.end()))
    return tuple(sorted(spans))


def is_inside_sentence(text: str, span: Span) -> bool:
    """Tell whether the furniture stands in the middle of a sentence."""
    before, after = text[max(span.start - 200, 0) : span.start].rstrip(), text[span.end : span.end + 200].lstrip()
    return _is_read_on(before, after)


def _is_read_on(before: str, after: str) -> bool:
    if not before or not after or _SENTENCE_END.search(before[-5:]):
        return False
    return after[0].islower() or (before[-1] in ",-–(" and after[0].isalnum())


def _gaps(text: str) -> Iterator[_Gap]:
    lines = [_trim(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    apart = [_are_apart(text, a, b) for a, b in pairwise(lines)]
    at = 0
    while at < len(apart):
        last = at + 1
        if apart[at]:
            while (block := _block(lines, apart, last)) and last + block - at <= _MOST_LINES:
                last += block
            feed = "\f" in text[lines[at].end : lines[last].start]
            above, below = lines[max(at - _EDGE, 0) : at + 1], lines[last : last + _EDGE + 1]
            yield _Gap(tuple(lines[at + 1 : last]), tuple(reversed(above)), tuple(below), feed)
        at = last


def _trim(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    left = start + len(line) - len(line.lstrip())
    return Span(left, left + len(line.strip()))


def _are_apart(text: str, a: Span, b: Span) -> bool:
    between = text[a.end : b.start]
    return "\f" in between or between.count("\n") > 1


def _block(lines: list[Span], apart: list[bool], first: int) -> int:
    """Return how many lines stand together from here on, or 0 if they may be running text."""
    last = first
    while last < len(apart) and not apart[last] and last - first < _MOST_LINES:
        last += 1
    if last >= len(apart) or not apart[last]:
        return 0
    longest = _MAX_LENGTH if last == first else _BODY_LENGTH
    return last + 1 - first if all(len(line) <= longest for line in lines[first : last + 1]) else 0


def _key(text: str, line: Span) -> str:
    """Return what a line shares with others of its kind; it is empty for one that is too long to be a running head."""
    if len(line) > _MAX_LENGTH:
        return ""
    return _NUMBER.sub("0", " ".join(line.of(text).casefold().split()))


def _learn(text: str, gaps: list[_Gap]) -> _Learned:
    """Return the keys of running heads.

    A key counts pages if one of its lines stands at a form feed or in the middle of a sentence, and a number rises.
    """
    seen: dict[str, dict[Span, bool]] = defaultdict(dict)
    paging: set[str] = set()
    for gap in gaps:
        certain = gap.feed or _is_broken(text, gap.above[0], gap.below[0])
        likely = certain or _is_broken(text, *_nearest_body(gap))
        for line in (*gap.lines, *gap.above[:_EDGE], *gap.below[:_EDGE]):
            if key := _key(text, line):
                seen[key][line] = certain or seen[key].get(line, False)
                paging |= {key} if likely else set()
    repeated = {key for key, lines in seen.items() if len(lines) > 1 and _are_heads(text, sorted(lines))}
    counting = {key for key in repeated if any(seen[key].values()) and _is_rising(text, sorted(seen[key]))}
    counting |= {key for key in paging & repeated if _are_counting_pages(text, sorted(seen[key]))}
    often = {key for key in repeated if len(seen[key]) >= _OFTEN and sum(seen[key].values()) >= _OFTEN}
    named = {key for key in repeated if len(seen[key]) >= _OFTEN and _JOURNAL.search(min(seen[key]).of(text))}
    headings = {line for key in repeated if _is_heading(text, line := min(seen[key]))}
    return _Learned(frozenset(counting), frozenset(repeated), frozenset(often), frozenset(named), frozenset(headings))


def _nearest_body(gap: _Gap) -> tuple[Span, Span]:
    """Return the lines of running text that a gap parts: short lines beside it may be heads and numbers of pages."""
    above = next((line for line in gap.above if len(line) >= _BODY_LENGTH), gap.above[0])
    return above, next((line for line in gap.below if len(line) >= _BODY_LENGTH), gap.below[0])


def _is_heading(text: str, line: Span) -> bool:
    """Tell whether a line is the first of its words, and heads a part of the text."""
    words = line.of(text)
    if not is_known_heading(words):
        return False
    first = re.search(rf"^[^\S\n]*(?P<words>{re.escape(words)})[^\S\n]*$", text, re.MULTILINE)
    return first is not None and first.start("words") == line.start


def _are_heads(text: str, lines: list[Span]) -> bool:
    """Tell whether lines stand at a page's distance, or words and a number count every page."""
    return _are_far_apart(lines) or _are_counting_pages(text, lines)


def _are_counting_pages(text: str, lines: list[Span]) -> bool:
    is_worded = any(letter.isalpha() for letter in lines[0].of(text))
    return is_worded and len(lines) >= _MANY_PAGES and _is_rising(text, lines, by=1)


def _are_far_apart(lines: list[Span]) -> bool:
    return min(b.start - a.end for a, b in pairwise(lines)) >= _MIN_DISTANCE


def _is_rising(text: str, lines: list[Span], by: int = 0) -> bool:
    """Tell whether one number of the lines rises from each to the next; `by` is how much (0: however much)."""
    numbers = [[int(n) for n in _NUMBER.findall(line.of(text))] for line in lines]
    columns = zip(*numbers, strict=True)
    return any(all(b - a == by if by else a < b for a, b in pairwise(column)) for column in columns)


def _is_broken(text: str, before: Span, after: Span) -> bool:
    line = before.of(text)
    return len(line) >= _BODY_LENGTH and "\t" not in line and _is_read_on(line, after.of(text))


def _furniture(text: str, gap: _Gap, learned: _Learned) -> Span | None:
    """Return what of the gap is furniture, or None.

    One of its lines must number the page, name the journal, or come back at another page's end.
    """
    beside = (*gap.lines, *gap.above[:_EDGE], *gap.below[:_EDGE])
    counting = any(_key(text, line) in learned.counting for line in beside)
    longest = _MAX_LENGTH if gap.feed else _BODY_LENGTH if counting else 0
    above = list(takewhile(lambda line: _is_touching(text, line, longest, learned), gap.above[:_EDGE]))
    below = list(takewhile(lambda line: _is_touching(text, line, longest, learned), gap.below[:_EDGE]))
    if len(gap.above) <= len(above) or len(gap.below) <= len(below):
        return None
    before, after = gap.above[len(above)], gap.below[len(below)]
    broken = _is_broken(text, before, after)
    lines = [*reversed(above), *gap.lines, *below]
    kept = [line for line in lines if _key(text, line) in learned.repeated]
    telling = [line for line in gap.lines if (broken or gap.feed) and _is_page_number_or_journal_line(line.of(text))]
    beside_page = [line for line in (*above, *below) if _PAGE_NUMBER.fullmatch(line.of(text))]
    counted = any(_key(text, line) in learned.counting for line in lines)
    counted = counted or any(_key(text, line) in learned.journal for line in gap.lines)
    counted = counted or (broken and any(_key(text, line) in learned.interrupting for line in gap.lines))
    if not (telling or counted or (gap.feed and kept)):
        return None
    kept = sorted({*kept, *telling, *beside_page})
    if broken and len(kept) == len(lines):
        return Span(before.end + 1, after.start)
    return _first_run(lines, kept)


def _is_touching(text: str, line: Span, longest: int, learned: _Learned) -> bool:
    """Tell whether a line that touches the text is furniture; one that goes on in small letters need be more.

    `longest` is the length of a running head there (code points; 0 where no page ends).
    """
    key = _key(text, line)
    comes_back = key in learned.repeated and not text[line.start].islower() and line not in learned.headings
    is_head = comes_back or _PAGE_NUMBER.fullmatch(line.of(text)) is not None
    return key in learned.counting or (is_head and len(line) <= longest)


def _last_foot(text: str, learned: _Learned, spans: list[Span]) -> Span | None:
    """Return what stands at the foot of the last page like the foot of others, below a blank line or form feed."""
    if "\f" not in text:
        return None
    floor = max(spans[-1].end if spans else 0, len(text) - _MOST_LINES * _MAX_LENGTH)
    lines = [_trim(text, m.start(), m.end()) for m in _LINE.finditer(text, floor)]
    lines = [line for line in lines if line.start < line.end]
    known = learned.counting | learned.repeated
    foot = list(takewhile(lambda line: _key(text, line) in known, reversed(lines)))
    if (
        not foot
        or len(foot) > _EDGE
        or len(foot) == len(lines)
        or not _are_apart(text, lines[-len(foot) - 1], foot[-1])
    ):
        return None
    return Span(foot[-1].start, foot[0].end)


def _first_run(lines: list[Span], kept: list[Span]) -> Span:
    """Return the first stretch of lines that are kept, without a line between them that is not."""
    start = lines.index(kept[0])
    run = list(takewhile(lambda line: line in kept, lines[start:]))
    return Span(run[0].start, run[-1].end)


def _is_page_number_or_journal_line(line: str) -> bool:
    return _PAGE_NUMBER.fullmatch(line) is not None or _JOURNAL.search(line) is not None
