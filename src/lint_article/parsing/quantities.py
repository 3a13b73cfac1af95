"""Numbers with symbols of units behind them: `12 mm`, `5Kg`, `37 %`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.parsing.outside import is_outside
from lint_article.text import Span

_RIGHT = (
    "mm cm km kg mg µg μg ng ml mL dl dL µl µL μl μL µm μm nm kDa Hz kHz MHz GHz kPa MPa kJ kcal mol mmol"
    " µmol μmol mM µM μM kW MW mV kV mA °C"
).split()
WRONG = {
    "Kg": "kg",
    "KG": "kg",
    "kgs": "kg",
    "Kgs": "kg",
    "KHz": "kHz",
    "Khz": "kHz",
    "khz": "kHz",
    "Mhz": "MHz",
    "mhz": "MHz",
    "Ghz": "GHz",
    "Ml": "mL",
    "gms": "g",
    "cms": "cm",
    "mms": "mm",
    "kms": "km",
    "Kms": "km",
    "hrs": "h",
    "secs": "s",
}
"""Symbols that do not exist, and the right ones."""

_UNITS = "|".join(sorted((*_RIGHT, *WRONG), key=len, reverse=True))
_QUANTITY = re.compile(rf"\d([^\S\n]?)({_UNITS})(?![\w/·⋅=^−-]|\.\w)")
_NUMBER = re.compile(r"(?<![\w.,/·⋅=–−-])[\d.,–−-]*$")
_LONGEST = 16  # code points of a number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit; `space` is what parts them, empty or not."""

    span: Span
    space: Span
    unit: str


@kept
def quantities_of(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of a document's prose in order, without those of references and links."""
    return tuple(one for one in _find_quantities(document.prose) if not is_outside(document, one.span.start))


def _find_quantities(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        number = _NUMBER.search(text, max(match.start() - _LONGEST, 0), match.start() + 1)
        if number:
            yield Quantity(Span(number.start(), match.end()), Span(*match.span(1)), match[2])
