"""Equations: where the text mentions them, as `Eqs. (2)–(4)`, and the numbers beside those that are displayed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from lint_article.document import Document
from lint_article.document.callout import Callout, Caption, ItemKind, ItemNumber
from lint_article.parsing.callouts.mentions import NUMBER, find_words, forms_of, read_number
from lint_article.text import Span
from lint_article.vocabulary import words

_FIRST = re.compile(rf"\.?[^\S\n]{{0,2}}\n?[^\S\n]{{0,9}}(\()?({NUMBER})[a-z]?(?![\w%]|[.,]\d)(?(1)(?=[-–,;)]))")
_NEXT = re.compile(rf"\)?(\s?[,–-]\s?|,?\s[^\W\d_]{{1,8}}\s|\s&\s)\(?({NUMBER})[a-z]?(?![\w%]|[.,]\d)")
_LABEL = re.compile(
    rf"(?:\(({NUMBER})[a-z]?\)|\\tag\*?\{{\(?({NUMBER})[a-z]?\)?\}}|#\(?({NUMBER})\)?)[.,;]?[^\S\n]*$", re.MULTILINE
)
_LEADING = re.compile(rf"\(({NUMBER})[a-z]?\)[^\S\n]")
_RELATION = re.compile(r"[=<>≤≥≈∝≡→∼≠]")
_SIGN = re.compile(r"[=<>≤≥≈∝≡→∼≠+*/×·−-]")
_WORD = re.compile(r"(?<!\\)\b[^\W\d_]{3,}")
_LONGEST = 300  # code points of a line with an equation
_LONGEST_RANGE = 40
_HIGHEST_STEP = 2  # from a displayed number to the next one
_FEWEST = 2


@cache
def _words() -> Mapping[str, ItemKind]:
    return forms_of("equation")


def find_equation_mentions(text: str) -> Iterator[Callout]:
    """Yield every mention, word by word, and each number that a range means."""
    for _, word in find_words(text, _words()):
        if found := _FIRST.match(text, word.end):
            number, end = read_number(found[2], ""), found.end()
            yield _mention(Span(word.start, end + bool(found[1] and text.startswith(")", end))), word, number)
            yield from _find_later(text, end, number)


def _find_later(text: str, at: int, last: ItemNumber) -> Iterator[Callout]:
    while found := _NEXT.match(text, at):
        joint, number = found[1].strip(" ,\n").lower(), read_number(found[2], last.series)
        through = joint in ("–", "-") or joint in words("range-to")
        if not (through or joint in ("", "&") or joint in words("and", "or")):
            return
        if through and not last.value < number.value <= last.value + _LONGEST_RANGE:
            return
        span = Span(*found.span(2))
        for value in range(last.value + 1 if through else number.value, number.value + 1):
            yield _mention(span, Span(span.start, span.start), ItemNumber(number.series, value))
        last, at = number, found.end()


def _mention(span: Span, word: Span, number: ItemNumber) -> Callout:
    return Callout(span, word, "equation", number)


def find_equations(document: Document) -> Sequence[Caption]:
    """Return the displayed equations with a number, in order; none if their numbers do not count from 1."""
    found = [*_find_at_ends(document), *_find_at_starts(document)]
    found.sort(key=lambda equation: equation.span)
    return found if _is_counting([equation.number.value for equation in found if not equation.number.series]) else ()


def _find_at_ends(document: Document) -> Iterator[Caption]:
    text, starts = document.text, {block.span.start for block in document.blocks if block.kind == "math"}
    for match in _LABEL.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if start in starts or _is_formula(text[start : match.start()]):
            yield _equation(Span(start, match.end()), match)


def _find_at_starts(document: Document) -> Iterator[Caption]:
    for block in document.blocks:
        match = _LEADING.match(document.text, block.span.start) if block.kind == "math" else None
        if match:
            yield _equation(block.span, match)


def _equation(span: Span, match: re.Match[str]) -> Caption:
    label = Span(match.start(), match.start() + len(match[0].rstrip(" .,;\t")))
    return Caption(span, label, "equation", read_number(match[match.lastindex or 0], ""))


def _is_formula(text: str) -> bool:
    """Tell whether what is before a number on its line is nothing, or signs rather than a sentence."""
    formula = text.strip(" \t.,;:…|$&>")
    if not formula or len(formula) > _LONGEST or "\t" in formula:
        return not formula
    has_relation = _RELATION.search(formula) is not None
    return has_relation and len(_WORD.findall(formula)) <= 2 * len(_SIGN.findall(formula))


def _is_counting(numbers: list[int]) -> bool:
    """Tell whether numbers begin with 1 and mostly go up by small steps."""
    steps = [later - number for number, later in pairwise(numbers)]
    small = sum(0 <= step <= _HIGHEST_STEP for step in steps)
    return len(numbers) >= _FEWEST and numbers[0] == 1 and small * 4 >= 3 * len(steps)
