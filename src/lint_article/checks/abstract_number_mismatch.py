"""Report numbers of the abstract that the text does not have, where it has one that looks like a slip of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lint_article.checks._abstract_numbers import find_missing
from lint_article.document import Document, Finding, Related
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.printed_numbers import PrintedNumber
from lint_article.text import Span

_MOST = 2  # numbers that the text does not have; more are those of a table or figure that was not read
_BESIDE = 60  # code points on each side whose words say what a number is of
_FEWEST = 2  # such words that two numbers have in common
_SHORTEST = 5  # letters of a word


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number of the abstract; the other one must have its unit and be of the same thing."""
    missing = list(islice(find_missing(document), _MOST + 1))
    for number, others in missing if len(missing) <= _MOST else ():
        alike = [other for other in others if _is_slip(document, number, other)] or _only_sample(number, others)
        if alike:
            note = Related(alike[0].span, "the text has this")
            yield Finding(number.span, {"text": number.with_unit, "other": alike[0].with_unit}, related=(note,))


def _only_sample(number: PrintedNumber, others: Sequence[PrintedNumber]) -> Sequence[PrintedNumber]:
    """Return the places of the only size of a sample that the text has, if the number is one."""
    sizes = [other for other in others if other.unit == "n"]
    is_only = number.unit == "n" and len({size.digits for size in sizes}) == 1
    return sizes if is_only and number.value < 2 * sizes[0].value else ()


def _is_slip(document: Document, number: PrintedNumber, other: PrintedNumber) -> bool:
    """Tell whether two numbers are the same but for one digit, or two that have changed places."""
    return bool(
        number.unit == other.unit
        and number.decimals == other.decimals
        and len(number.digits) == len(other.digits)
        and not number.digits.endswith("00")  # round numbers are alike by chance
        and number.value % max(other.value, 1)  # what was counted in each of two groups
        and edits(number.digits, other.digits, 1) == 1
        and len(_words_beside(document, number.span) & _words_beside(document, other.span)) >= _FEWEST
    )


def _words_beside(document: Document, span: Span) -> frozenset[str]:
    around = document.prose[max(span.start - _BESIDE, 0) : span.end + _BESIDE].lower()
    words = "".join(sign if sign.isalpha() else " " for sign in around).split()
    return frozenset(word[:_SHORTEST] for word in words if len(word) >= _SHORTEST)
