"""Numbers as a text prints them, with the unit or noun behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.text import Span

_NUMBER = re.compile(
    r"(?<![\w.,/:·−–-])(?P<sample>[nN]\s?=\s?)?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:[.·]\d+)?)"
    r"(?:\s?(?P<percent>%)|\s(?P<noun>[a-z]{4,})\b)?(?![\w%°/]|[.,·]\d)"
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as `printed`; `digits` has no commas; `unit` is `%`, `n` behind `n =`, or the word that follows."""

    span: Span
    printed: str
    digits: str
    unit: str

    @property
    def with_unit(self) -> str:
        """The number with its unit, as messages have it."""
        forms = {"": self.printed, "%": f"{self.printed}%", "n": f"n = {self.printed}"}
        return forms.get(self.unit, f"{self.printed} {self.unit}")

    @property
    def value(self) -> float:
        """The value."""
        return float(self.digits)

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        return len(self.digits.partition(".")[2])


def find_numbers(document: Document, stretch: Span) -> Iterator[PrintedNumber]:
    """Yield the numbers of a stretch in order, without those in words, ranges, dates and fractions."""
    for match in _NUMBER.finditer(document.prose, stretch.start, stretch.end):
        digits = match["number"].replace(",", "").replace("·", ".")
        unit = "n" if match["sample"] else match["percent"] or match["noun"] or ""
        yield PrintedNumber(Span(*match.span("number")), match["number"], digits, unit)
