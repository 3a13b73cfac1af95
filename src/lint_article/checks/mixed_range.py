"""Report ranges that begin with a word and go on with a dash: `from 1982–2015`, `between 10–20 cm`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.language.own_words import own_words_of
from lint_article.text import Span

_NUMBER = r"\d{1,4}(?:\.\d+)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_UNIT = r"\s?(?:%|°|µ|[cmk]?m\b|[mk]?g\b|m[lL]\b|kDa\b|years?\b|days?\b|months?\b|weeks?\b|h\b|min\b)"
_END = r"(?![\w–-]|[.,]\d)"
_RANGE = re.compile(
    r"(?P<word>[Ff]rom(?<!\w[Ff]rom)|[Bb]etween(?<!\w[Bb]etween))\s"  # what a word begins with is looked for first
    rf"(?P<first>{_NUMBER})\s?(?P<dash>[–—])\s?(?P<last>{_NUMBER})(?:(?={_UNIT})|{_END})"
)
_YEARS = re.compile(rf"{_YEAR}\D+{_YEAR}$")
_MEASURE = re.compile(_UNIT)
_SPANNING = re.compile(r"\b(?:rang|var|increas|decreas)[a-z]+\s$")
_COMPOUND = re.compile(r"\s?[a-z]+-(?:old|long)\b")  # from seedlings of that age
_GOES_ON = re.compile(r"[^\S\n]?[%°\w/µ]{0,6}\s(?:and|to)\s\d")  # the range is one of two things
_NOUN = re.compile(r"\s(?!long|wide|high|deep|tall|thick|above|below|with|after|before|from|during)[a-z]{4}")
_JOINING = {"from": "to", "between": "and"}


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per range of years, of a measure, or of what ranges or varies."""
    for match in _RANGE.finditer(document.prose):
        if not (_is_measured(document.prose, match) and int(float(match["first"])) < float(match["last"])):
            continue
        if own_words_of(document).is_own(match.start()):
            joining = _JOINING[match["word"].lower()]
            whole = f"{match['word']} {match['first']} {joining} {match['last']}"
            dash = Span(match.end("first"), match.start("last"))
            fix = Fix(f"Replace with `{whole}`", (Edit(dash, f" {joining} "),), "unsafe")
            yield Finding(Span(*match.span()), {"text": match[0], "word": whole}, fix)


def _is_measured(text: str, match: re.Match[str]) -> bool:
    """Tell whether the numbers span something: `from 2–3 sites` counts sites and spans nothing."""
    if _GOES_ON.match(text, match.end()) or _COMPOUND.match(text, match.end()):
        return False
    spanning = _SPANNING.search(text, max(match.start() - 20, 0), match.start())
    measured = _MEASURE.match(text, match.end())
    return bool(spanning or _YEARS.search(match[0]) or (measured and not _NOUN.match(text, measured.end())))
