"""Faults of consistency: one use of what a text has in one form throughout is put in another form."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from benchmarks.queries.fault import Fault
from lint_article.document import Document
from lint_article.parsing.language.own_words import own_words_of


class Swap(NamedTuple):
    """A form, what makes the other form of it, and what a text with the form throughout does not have."""

    form: str
    other: str
    never: str
    fewest: int = 5


_SPELLINGS = {"olour": "olor", "ehaviour": "ehavior", "umour": "umor", "entre\\b": "enter", "nalys(?=ed)": "nalyz"}
SWAPS: Mapping[str, tuple[Swap, ...]] = {
    "word-in-two-spellings": tuple(Swap(rf"(?<=[a-z]){a}", b, rf"[a-z]{b}") for a, b in _SPELLINGS.items()),
    "inconsistent-unit-symbol": (Swap(r"(?<=\d )mL\b", "ml", r"\d ml\b"), Swap(r"(?<=\d )ml\b", "mL", r"\d mL\b")),
    "inconsistent-percent": (Swap(r"(?<=\d)%(?= [a-z])", " percent", r"\bper ?cent\b"),),
    "inconsistent-quotation-mark": (Swap(r"“([\w ]{4,60})”", r'"\1"', r'"', 3),),
    "inconsistent-range-dash": (Swap(r"(?<= \d{2})–(?=\d{2} )", "-", r" \d{2}-\d{2} "),),
    "inconsistent-serial-comma": (Swap(r"(?<= [a-z]{5}), and(?= [a-z]{5})", " and", r"\w, \w+ and "),),
}
_COMPOUND = re.compile(r"\b(?:non|co|pre|post|multi|anti|semi|micro|inter|sub)-[a-z]{4,10}\b")


def make_swap(rule: str, document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield one use in the other form, in the author's own words."""
    own, text = own_words_of(document), document.text
    for swap in SWAPS[rule]:
        found = [match for match in re.finditer(swap.form, text) if own.is_own(match.start())]
        if len(found) >= swap.fewest and not re.search(swap.never, text):
            match = chance.choice(found)
            yield Fault(rule, match.start(), match.end(), match.expand(swap.other))


def make_compound(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a compound without its hyphen."""
    own, text = own_words_of(document), document.text
    found = [match for match in _COMPOUND.finditer(text) if own.is_own(match.start())]
    words = [match[0] for match in found]
    for match in chance.sample(found, min(len(found), 40)):
        closed = match[0].replace("-", "")
        if words.count(match[0]) > 4 and closed not in text and match[0].replace("-", " ") not in text:
            yield Fault("inconsistent-compound", match.start(), match.end(), closed)
