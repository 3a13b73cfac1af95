"""Report terms with and without a capital: `Western blot` and `western blot`, `Group A` and `group B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._forms import find_departing
from lint_article.checks._options import words_of
from lint_article.document import Document, Finding
from lint_article.parsing.language.own_words import own_words_of
from lint_article.text import Span

# What is before a term shows that no sentence, heading or item of a list begins there; what is behind it, that no name
# goes on.
_TERM = re.compile(r"[A-Z](?<=[a-z][a-z] .)[a-z]{3,} [a-z]{4,}(?![\w-]| (?:of|and|for) | [A-Z])")
_RUNNING = re.compile(r"[a-z][a-z] ")
_END = re.compile(r"(?![\w-])")
_LABEL = re.compile(r" (?:[A-Z]|[IVX]{1,4}|\d{1,2})(?![\w%°/–-]|[.,]\d| [a-z]{2,}s\b)")
_IN_NAME = re.compile(r"[A-Z][\w-]* $|\b[A-Z]\w+ (?:of|for|and) $")
_MOST = 300  # terms that are compared
_SHORTEST = 100  # code points of a paragraph; shorter ones may be headings


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per term, at the first use of its rarer form, outside of quotations and references."""
    terms = sorted({match[0] for match in _TERM.finditer(document.prose)})[:_MOST]
    for large in terms:
        small = large[0].lower() + large[1:]
        if small in document.prose:
            yield from _compare(document, (large, small), _END, options)
    for word in sorted(words_of(options, "labels")):
        forms = (word.capitalize(), word)
        if all(f"{form} " in document.prose for form in forms):
            yield from _compare(document, forms, _LABEL, options)


def _compare(
    document: Document, forms: Sequence[str], behind: re.Pattern[str], options: Mapping[str, object]
) -> Iterator[Finding]:
    own, uses = own_words_of(document), {}
    for form in forms:
        found = _find(document.prose, form, behind)
        uses[form] = [span for span in found if _is_running(document.prose, span.start) and own.is_own(span.start)]
    yield from find_departing(uses, options)


def _find(text: str, form: str, behind: re.Pattern[str]) -> Iterator[Span]:
    """Yield where a form is, with what the pattern finds behind it."""
    at = text.find(form)
    while at >= 0:
        end = behind.match(text, at + len(form))
        if end:
            yield Span(at, end.end())
        at = text.find(form, at + 1)


def _is_running(text: str, place: int) -> bool:
    """Tell whether a term is in no heading, row of a table or name (`Tropical Japonica rice`)."""
    if not _RUNNING.match(text, place - 3):
        return False
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place) % (len(text) + 1)
    is_short = end - start < _SHORTEST and not text[start:end].rstrip().endswith(".")
    return not is_short and "\t" not in text[start:end] and not _IN_NAME.search(text, max(place - 30, 0), place)
