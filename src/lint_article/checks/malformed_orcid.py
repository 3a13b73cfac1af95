"""Report ORCID iDs whose digits cannot be right: the last one is a checksum of the others (ISO 7064)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.text import Span

_ID = re.compile(r"(?i:orcid(?:\.org/|[^\w\n]{0,3}(?:id)?[^\w\n]{1,3}))(\d[\dXx–-]{11,24})")
_RIGHT = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per iD that has another number of digits or a wrong checksum."""
    raised = {mark.span.start for mark in document.marks if mark.kind == "superscript"}
    for match in _ID.finditer(document.text):
        end = min(raised.intersection(range(*match.span(1))), default=match.end(1))  # the number of an affiliation
        printed = document.text[match.start(1) : end].replace("–", "-").upper().rstrip("-")
        if not (_RIGHT.fullmatch(printed) and _checksum(printed) == printed[-1]):
            yield Finding(Span(match.start(1), match.start(1) + len(printed)), {"text": printed})


def _checksum(printed: str) -> str:
    total = 0
    for digit in printed.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    value = (12 - total % 11) % 11
    return "X" if value == 10 else str(value)
