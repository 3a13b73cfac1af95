"""Report percentages that are not those of the counts beside them: `12 of 30 (45 %)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.text import Span

_OF = r"(?:/|(?:out )?of(?: the| all| these| our)?|von(?: den)?|d(?:e|as|os|es)(?: los| las| les)?|sur)"
_COUNTED = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_COUNT = rf"(?P<part>{_COUNTED})\s?{_OF}\s?(?!(?<=/)(?:19|20)\d\d\b)(?P<whole>{_COUNTED})"
_SHARE = r"(?P<share>\d{1,3}(?:[.,·]\d{1,3})?)\s?%"
_SIGN = re.compile(r"\d\s?%")
_COUNTS_FIRST = re.compile(rf"(?<![\d.,/–-])(?<!\d )\b{_COUNT}(?:\s[^\W\d_]+){{0,3}}\s?[(\[]\s?{_SHARE}(?=\s?[)\];,])")
_SHARE_FIRST = re.compile(rf"{_SHARE}(?:\s[^\W\d_]+){{0,2}}\s?[(\[]\s?(?:[nN]\s?=\s?)?{_COUNT}\s?[)\]]")
_SHARE_BEGINS = re.compile(r"(?<![\d.,–-])(?<!±)(?<!±\s)\d[\d.,·]{0,6}$")
_BEFORE = 80  # code points in which counts are looked for


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per share that no rounding of the counts gives."""
    for match in _find_shares(document.prose):
        part, whole = (int(match[name].replace(",", "")) for name in ("part", "whole"))
        if 0 < part <= whole and whole > 2 and not _is_share(part, whole, match["share"]):
            right = f"{100 * part / whole:.{_decimals(match['share'])}f}"
            values = {"text": " ".join(match[0].split()) + ")" * (match[0].count("(") > match[0].count(")"))}
            yield Finding(Span(*match.span("share")), {**values, "right": right})


def _find_shares(text: str) -> Iterator[re.Match[str]]:
    """Yield each share with the counts before or behind it."""
    for sign in _SIGN.finditer(text):
        begins = _SHARE_BEGINS.search(text, max(sign.start() - 8, 0), sign.start() + 1)
        match = begins and _SHARE_FIRST.match(text, begins.start())
        if not match:
            found = _COUNTS_FIRST.search(text, max(sign.start() - _BEFORE, 0), sign.end() + 2)
            match = found if found and found.end() == sign.end() else None
        if match:
            yield match


def _is_share(part: int, whole: int, printed: str) -> bool:
    """Tell whether the printed share is nearer than one unit of its last place."""
    share = float(re.sub(r"[,·]", ".", printed))
    return abs(share - 100 * part / whole) < 10.0 ** -_decimals(printed)


def _decimals(printed: str) -> int:
    return len(re.split(r"[.,·]", printed)[1]) if not printed.isdecimal() else 0
