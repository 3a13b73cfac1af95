"""Years of publication that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import localtime

from lint_article.checks._describe import name_reference
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

# Right after the authors: `Blank, S. (201).`, `Blank, S. (20111).`
_BROKEN = Pattern(r"[^()\n]{0,20}\((?P<year>(?:1[5-9]|20)\d{3}|(?:1[5-9]|20)\d)[a-z]?\)")
_WORD_BEFORE = Pattern(r"(\p{L}+)\s$")
_LONGEST = 20  # letters of a word


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per year before printing, after next year, or not of four digits."""
    latest = localtime().tm_year + 1
    for index, reference in enumerate(document.references):
        if reference.authors:
            broken = _BROKEN.match(document.prose, reference.authors[-1].span.end, reference.span.end)
            if broken:
                span = Span(*broken.span("year"))
                values = {
                    "entry": reference.authors[0].family,
                    "year": broken.group("year"),
                    "why": "does not have four digits",
                }
                yield Finding(span, values)
                continue
        year = reference.year
        if year and year.value.isdigit() and not number_of(options, "first") <= int(year.value) <= latest:
            if _is_name_of_thing(document, year.span.start):
                continue
            why = "is in the future" if int(year.value) > latest else "predates printing"
            yield Finding(year.span, {"entry": name_reference(document, index), "year": year.value, "why": why})


def _is_name_of_thing(document: Document, start: int) -> bool:
    """Tell whether the number is part of a name: `Agenda 2030`."""
    word = _WORD_BEFORE.search(document.prose, max(0, start - _LONGEST), start)
    return word is not None and word[1].lower() in words("dated-thing")
