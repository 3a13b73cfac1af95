"""Report decimal commas in a text that mostly has decimal points, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.parsing.outside import is_outside
from lint_article.text import Span

# A comma also parts thousands, the ends of an interval and the items of a list: decimals are few, and a unit or a sign
# says that this is one number.
_NUMBER = re.compile(
    r"(?P<number>\d(?<![\w.,/–−-].)(?:(?<=0)(?P<small>[.,])\d{1,4}|\d{0,2}(?P<large>[.,])\d{1,2}))(?![\w.,/–−-]*\d)(?P<unit>"
    r"\s?(?:%|°C|[kcmµμn]?[mgLl]\b|mm\b|k?Hz\b|kPa\b|mol\b|m?M\b))?"
)
_COMMA = re.compile(r"\d,\d(?!\d\d(?!\d))")
_COMPARED = re.compile(r"(df\d?\s?)?[=<>≤≥±]\s?[-−]?$", re.IGNORECASE)
_NAMES = {".": "decimal point", ",": "decimal comma"}


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all numbers that depart from the text's own custom, at the first."""
    uses: dict[str, list[Span]] = {name: [] for name in _NAMES.values()}
    if _COMMA.search(document.prose):
        for match in _NUMBER.finditer(document.prose):
            if _is_decimal(document, match) and not is_outside(document, match.start()):
                uses[_NAMES[match["small"] or match["large"]]].append(Span(match.start(), match.end("number")))
    return find_departing(uses, options)


def _is_decimal(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a unit is behind a number or a sign before it; `i = 1,2` is a list, and `df = 1,30` two numbers."""
    if match["unit"]:
        return True
    compared = _COMPARED.search(document.prose, max(match.start() - 8, 0), match.start())
    return compared is not None and not compared[1] and len(match["number"]) > 3
