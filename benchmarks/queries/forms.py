"""Faults in what a text has in one form throughout: one use of a form is changed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.queries.fault import Fault
from lint_article.document import Document
from lint_article.parsing.abstract import find_abstract
from lint_article.parsing.language.own_words import own_words_of
from lint_article.parsing.printed_numbers import find_numbers
from lint_article.text import Span

_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{7,}(?= [a-z])")
_TERM = re.compile(r"(?<=[a-z][a-z] )[a-z]{4,} [a-z]{4,}(?= [a-z])")
_DECIMAL = re.compile(r"(?<![\w.,–-])\d{1,2}\.\d{1,2}(?=\s?%|\smm\b|\scm\b|\smg\b)")
_SPELT = re.compile(r"(?<=[a-z] )(three|four|five|six) [a-z]{3,}s(?= [a-z])")
_NUMERALS = {"three": "3", "four": "4", "five": "5", "six": "6"}
BYLINE = """

Anna Lind1, Bo Ek2{mark}{author} and Pat Quist3

1 Institute of Ports, Oslo
2 Institute of Quays, Bergen
3 Institute of Tugs, Turku"""
STATEMENT = (
    "\n\nAuthor contributions\n\nAL and BE planned the study, PQ and BE asked the pilots, and XYW wrote the text.\n"
)


def make_decimal_comma(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield one decimal comma in a text of decimal points."""
    found = _find_own(document, _DECIMAL)
    if len(found) > 4:
        at = chance.choice(found)
        point = document.text.index(".", at.start)
        yield Fault("inconsistent-decimal-sign", point, point + 1, ",")


def make_name(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a name with two letters changed about, outside of citations."""
    found = _find_own(document, _NAME)
    found = [one for one in found if not any(citation.span.contains(one) for citation in document.citations)]
    counts = Counter(one.of(document.text) for one in found)
    often = [
        one
        for one in found
        if counts[one.of(document.text)] > 3 and f" {one.of(document.text).lower()}" not in document.text
    ]
    for one in chance.sample(often, min(len(often), 5)):
        name = one.of(document.text)
        if name[3] != name[4]:
            yield Fault("name-in-two-spellings", one.start + 3, one.start + 5, name[4] + name[3])


def make_term(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a term with a capital."""
    found = _find_own(document, _TERM)
    counts = Counter(one.of(document.text) for one in found)
    often = [
        one
        for one in found
        if counts[one.of(document.text)] > 4 and one.of(document.text).capitalize() not in document.text
    ]
    if often:
        one = chance.choice(often)
        yield Fault("term-in-two-cases", one.start, one.start + 1, document.text[one.start].upper())


def make_numeral(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a numeral for a number that is spelt elsewhere before the same noun."""
    found = _find_own(document, _SPELT)
    often = _find_frequent(document, found, 3)
    if often:
        one = chance.choice(often)
        word = one.of(document.text).split()[0]
        yield Fault("number-in-two-forms", one.start, one.start + len(word), _NUMERALS[word])


def make_abstract_number(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a number of the abstract with its last digit but one changed, where the text has it with the same unit."""
    abstract = find_abstract(document)
    others = {(one.digits, one.unit) for one in find_numbers(document, Span(abstract.end, len(document.text)))}
    found = [one for one in find_numbers(document, abstract) if one.unit and (one.digits, one.unit) in others]
    found = [
        one for one in found if len(one.digits) > 2 and one.printed[-2:].isdigit() and not one.digits.endswith("00")
    ]
    if found:
        one = chance.choice(found)
        at = one.span.end - 2
        yield Fault("abstract-number-mismatch", at, at + 1, str((int(document.text[at]) + 4) % 10))


def make_byline(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a byline with a mark that no affiliation has, or with an author whom `make_statement` does not name."""
    title = document.text.find("\n", 1)
    marked, longer = BYLINE.format(mark=",4", author=""), BYLINE.format(mark="", author=", Ida Moss3")
    rule, byline = chance.choice((("unmatched-affiliation-mark", marked), ("author-without-contribution", longer)))
    yield Fault(rule, title, title, byline)


def make_statement(document: Document, _chance: random.Random) -> Iterator[Fault]:
    """Yield a statement of contributions that names somebody who is not in the byline of `make_byline`."""
    yield Fault("contributor-not-in-byline", len(document.text), len(document.text), STATEMENT)


def _find_own(document: Document, pattern: re.Pattern[str]) -> list[Span]:
    own = own_words_of(document)
    found = (Span(*match.span()) for match in pattern.finditer(document.prose))
    return [one for one in found if own.is_own(one.start) and "\t" not in _line(document, one)]


def _find_frequent(document: Document, found: list[Span], fewest: int) -> list[Span]:
    counts = Counter(one.of(document.text) for one in found)
    return [one for one in found if counts[one.of(document.text)] >= fewest]


def _line(document: Document, place: Span) -> str:
    text = document.text
    return text[text.rfind("\n", 0, place.start) + 1 : text.find("\n", place.end) % (len(text) + 1)]


FORMS = (make_decimal_comma, make_name, make_term, make_numeral, make_abstract_number, make_byline, make_statement)
