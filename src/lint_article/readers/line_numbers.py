"""Numbers that count the lines of a draft in its margins, as a converter leaves them in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint_article.text import Span

_OWN = re.compile(r"(?:^[ \t]*\n)?^[ \t]*(\d{1,5})[ \t]*\n(?:[ \t]*\n)?", re.MULTILINE)
_LEFT = re.compile(r"^[ \t]*(\d{1,5})(?:[ \t]+(?=\S)|(?=[ \t]*$))", re.MULTILINE)
_RIGHT = re.compile(r"(?<![ \t])[ \t]+(\d{1,5})[ \t]*$", re.MULTILINE)
_BLANKS = " \t"
_START = re.compile(r"\n[ \t]*(?=\S)")
_WORDS = re.compile(r"\n[ \t]*(?=[^\W\d_])")
_FEWEST = 8
_SKIPPED = 3  # a blank line may be counted without its number
_NEAR = 4  # numbers between which those of the other column, of headings and of pages may stand
_BY_ONE = 0.6  # share of the numbers that are one more than one before
_COUNTING = 0.85  # share of the numbers on such places that count
_STEPS = 0.95  # share of the numbers by fives or tens that go on where the one before stopped
_NUMBERED = 0.8  # share of the lines that are numbered, if each is; numbers on lines of their own make it half
_HALF = 0.4
_READ_ON = 0.15  # share of the lines that begin in small letters: the numbers stand within sentences
_SPARSE = 5  # every fifth line may be numbered, or every tenth


def find_line_numbers(text: str) -> list[Span]:
    """Return the numbers of lines, in order, with the white space that sets them apart; none where nothing counts."""
    lines = [line for line in text.split("\n") if line.strip()]
    begun = sum(line.lstrip(_BLANKS)[:1].isdigit() for line in lines)
    ended = sum(line.rstrip(_BLANKS)[-1:].isdigit() for line in lines)
    own = _find_counted(text, _OWN, _HALF * len(lines), min(begun, ended))
    if own and _is_running_on(text, [match.end() for match in _WORDS.finditer(text)]):
        return own
    left = _find_counted(text, _LEFT, _NUMBERED * len(lines), begun)
    right = _find_counted(text, _RIGHT, _NUMBERED * len(lines), ended)
    starts = [span.end for span in left] or [match.end() for match in _START.finditer(text)]
    if (left or right) and _is_running_on(text, starts):
        return sorted([*left, *right])
    return _sparse(text, lines) if begun >= _FEWEST else []


def _find_counted(text: str, pattern: re.Pattern[str], fewest: float, most: int) -> list[Span]:
    """Return the matches of a pattern that count up, if they are enough and most of all; there are `most` at most."""
    if most < max(_FEWEST, fewest):
        return []
    matches = list(pattern.finditer(text))
    numbers = [int(match[1]) for match in matches]
    counting = [at for at in range(len(numbers)) if _is_followed(numbers, at, _SKIPPED) or _is_preceded(numbers, at)]
    by_one = sum(_is_followed(numbers, at, 1) for at in counting)
    enough = len(counting) >= max(_FEWEST, fewest, _COUNTING * len(matches))
    return [Span(*matches[at].span()) for at in counting] if enough and by_one >= _BY_ONE * len(counting) else []


def _is_followed(numbers: Sequence[int], at: int, most: int) -> bool:
    """Tell whether a number near by goes on from one, by as much as this at most."""
    return any(1 <= number - numbers[at] <= most for number in numbers[at + 1 : at + 1 + _NEAR])


def _is_preceded(numbers: Sequence[int], at: int) -> bool:
    return any(1 <= numbers[at] - number <= _SKIPPED for number in numbers[max(at - _NEAR, 0) : at])


def _is_running_on(text: str, starts: Sequence[int]) -> bool:
    """Tell whether many lines begin in the middle of a sentence."""
    return sum(text[at : at + 1].islower() for at in starts) >= _READ_ON * len(starts)


def _sparse(text: str, lines: Sequence[str]) -> list[Span]:
    """Return the numbers that stand before every fifth or tenth line, where the other lines leave them room."""
    matches = [match for match in _LEFT.finditer(text) if int(match[1]) % _SPARSE == 0]
    numbers = [int(match[1]) for match in matches]
    steps = [b - a for a, b in pairwise(numbers)]
    even = sum(step in (_SPARSE, 2 * _SPARSE) for step in steps)
    indented = sum(line[0].isspace() for line in lines)
    if len(numbers) < _FEWEST or even < _STEPS * len(steps) or indented + len(numbers) < _NUMBERED * len(lines):
        return []
    return [Span(match.start(1), match.end(1)) for match in matches]


def kept_between(spans: Sequence[Span], length: int) -> Iterator[Span]:
    """Give what stands before, between and behind spans of a text of so many code points."""
    at = 0
    for span in spans:
        yield Span(at, max(at, span.start))
        at = max(at, span.end)
    yield Span(at, length)
