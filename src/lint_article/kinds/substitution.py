"""Report words that stand in a table, and give the word to write instead.

`swaps`: a table from the wrong form to the right one. Forms are whole words; a capital first letter is kept.
Values: `text`, `replacement`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import regex

from lint_article.document import Document, Edit, Finding
from lint_article.kinds.pattern import repair
from lint_article.kinds.search import excepted, flagged, matches


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per wrong form."""
    swaps = cast("Mapping[str, str]", options["swaps"])
    lowered = {wrong.lower(): right for wrong, right in swaps.items()}
    for match in matches(document, options, alternation(swaps)):
        text = match[0]
        if excepted(text, options):
            continue
        right = swaps.get(text) or lowered[text.lower()]
        if text[0].isupper() and not text.isupper():
            right = right[0].upper() + right[1:]
        span = flagged(match)
        yield Finding(span, {"text": text, "replacement": right}, repair(options, Edit(span, right)))


def alternation(words: Mapping[str, object] | list[str]) -> str:
    """Return a pattern that matches any of the words as a whole word, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    return rf"(?<![\p{{L}}\p{{N}}])(?:{'|'.join(regex.escape(word) for word in longest)})(?![\p{{L}}\p{{N}}])"
