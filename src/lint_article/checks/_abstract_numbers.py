"""Numbers that the abstract gives and the text does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.document import Document
from lint_article.parsing.abstract import find_abstract
from lint_article.parsing.outside import is_outside
from lint_article.parsing.printed_numbers import PrintedNumber, find_numbers
from lint_article.text import Span

_FEWEST = 20  # what is less, texts often spell out
_YEARS = range(1500, 2101)
_MOST = 30  # numbers that are compared
_TIMES = 2  # how much longer than its abstract a text is that has all that the abstract says


def find_missing(document: Document) -> Iterator[tuple[PrintedNumber, Sequence[PrintedNumber]]]:
    """Yield the numbers of the abstract that the text has nowhere, even rounded, with the numbers of the text."""
    abstract = find_abstract(document)
    rest = Span(abstract.end, len(document.text))
    if len(rest) < _TIMES * len(abstract) or not len(abstract):
        return
    results = (one for one in find_numbers(document, abstract) if _is_result(one))
    doubtful = [one for one in results if not _is_printed(document, one, rest)]
    if not doubtful:
        return
    others = [one for one in find_numbers(document, rest) if not is_outside(document, one.span.start)]
    for number in doubtful[:_MOST]:
        if not any(_is_same(number, other) for other in others):
            yield number, others


def _is_result(number: PrintedNumber) -> bool:
    """Tell whether a number is one that the text must have: a share, a decimal, or a count of things."""
    if number.decimals or number.unit in ("%", "n"):
        return number.value > 1
    return bool(number.unit) and number.value >= _FEWEST and not (number.value in _YEARS and "," not in number.printed)


def _is_printed(document: Document, number: PrintedNumber, stretch: Span) -> bool:
    """Tell whether the very digits are in a stretch, even in another number: a quick look."""
    text = document.prose
    return any(text.find(digits, stretch.start) >= 0 for digits in {number.printed, number.digits})


def _is_same(number: PrintedNumber, other: PrintedNumber) -> bool:
    """Tell whether one of two numbers is the other one, rounded, as a percentage, or what it leaves of the whole."""
    half = 0.501 * 10.0 ** -min(number.decimals, other.decimals)
    values = (other.value, other.value * 100, 100 - other.value, other.value / 1000)
    return any(abs(number.value - value) <= half for value in values[: 4 if number.unit == "%" else 1])
