"""Report parts of an article that the settings require and the text does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._options import words_of
from lint_article.document import Document, Finding
from lint_article.parsing.abstract import find_abstract
from lint_article.text import Span
from lint_article.text.pattern import small_letters
from lint_article.vocabulary import words

_LONGEST = 60  # code points of what is flagged


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per part that is required and missing, at the first line."""
    for part in sorted(words_of(options, "required")):
        if not _has_part(document, part):
            yield Finding(_first_line(document), {"part": part})


def _has_part(document: Document, part: str) -> bool:
    if part == "abstract":
        return len(find_abstract(document)) > 0
    text = small_letters(document.text)
    return any(form in text for form in words(f"part-{part}"))


def _first_line(document: Document) -> Span:
    text = document.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return Span(start, min(end if end >= 0 else len(text), start + _LONGEST))
