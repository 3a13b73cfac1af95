"""Report sentences that begin with a numeral."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._options import words_of
from lint_article.document import Document, Finding
from lint_article.parsing.language.own_words import own_words_of
from lint_article.text import Span

_NUMERAL = re.compile(r"\d(?<=[a-z]{3}[.?] .)\d{0,2}(?:,\d{3})* [a-z]{3,}(?= [a-z])")
_BEFORE = re.compile(r"\b(\w+)[.?] $")


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per sentence; what is before a numeral must be no abbreviation, such as `approx.`"""
    abbreviations = words_of(options, "abbreviations")
    for match in _NUMERAL.finditer(document.prose):
        before = _BEFORE.search(document.prose, max(match.start() - 30, 0), match.start())
        is_end = before is not None and before[1].lower() not in abbreviations
        if is_end and not _is_in_table(document, match.start()) and own_words_of(document).is_own(match.start()):
            yield Finding(Span(*match.span()), {"text": match[0]})


def _is_in_table(document: Document, place: int) -> bool:
    text = document.prose
    return "\t" in text[text.rfind("\n", 0, place) + 1 : text.find("\n", place) % (len(text) + 1)]
