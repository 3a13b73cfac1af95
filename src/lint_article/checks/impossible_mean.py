"""Report means that no whole numbers of so many cases have (the GRIM test of Brown and Heathers)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.text import Span

_MEAN = re.compile(r"\bM\s?=\s?(?P<mean>\d{1,3}\.(?P<decimals>\d{1,3}))(?![\d.])")
_CASES = re.compile(r"\b[nN]\s?=\s?(\d{1,4})(?![\d,.]*\d)")
_NEAR = 60  # code points between a mean and its number of cases, in the same brackets


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per mean that is impossible for whole numbers."""
    text = document.prose
    for match in _MEAN.finditer(text):
        opened = text.rfind("(", max(match.start() - _NEAR, 0), match.start())
        closed = text.find(")", match.end(), match.end() + _NEAR)
        cases = _CASES.search(text, opened, closed) if min(opened, closed) >= 0 else None
        if cases and _is_impossible(match["mean"], int(cases[1]), len(match["decimals"])):
            values = {"text": match[0], "cases": cases[1]}
            yield Finding(Span(*match.span()), values)


def _is_impossible(mean: str, cases: int, decimals: int) -> bool:
    if not 0 < cases < 10**decimals:
        return False
    half = 0.5 * 10.0**-decimals + 1e-9
    nearest = round(float(mean) * cases)
    return all(abs(total / cases - float(mean)) > half for total in (nearest - 1, nearest, nearest + 1))
