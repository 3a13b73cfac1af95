"""Report series without the comma before `and` in a text that mostly has it, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.parsing.language.own_words import own_words_of
from lint_article.text import Span

# Two commas in front of the last item show a series; with one, the first words may be an adverbial.
_ITEM = r"(?!and |or |but |with |together |including |which )[\w-]+(?: (?!and |or )[\w-]+){0,2}"
_SERIES = re.compile(rf"(?<![\w-]){_ITEM}, {_ITEM}, {_ITEM}(?P<joined>,? (?:and|or)) {_ITEM}[.;)]")
_NAMES = {True: "with the comma", False: "without the comma"}


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for all series that depart from the text's own custom, at the first."""
    uses = {name: list[Span]() for name in _NAMES.values()}
    for match in _SERIES.finditer(document.prose):
        if own_words_of(document).is_own(match.start()):
            uses[_NAMES[match["joined"].startswith(",")]].append(Span(match.start(), match.end() - 1))
    return find_departing(uses, options)
