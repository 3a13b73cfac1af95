"""Report words that a house does not use, and what it uses instead.

`phrases`: a list of words and phrases; `swap`: a table from each to what replaces it, whose case follows that of the
words it replaces. Case is ignored unless `ignore-case` is false; links are left alone. Values: `text`, `replacement`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from lint_article.document import Document, Edit, Finding
from lint_article.kinds.option_values import words
from lint_article.kinds.pattern import repair
from lint_article.kinds.phrase_search import find_phrases, longest
from lint_article.kinds.search import is_blanked, is_in_link, scope_of
from lint_article.text import Span
from lint_article.text.span import is_inside


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per phrase, the longest where several begin."""
    swap = cast("Mapping[str, str]", options.get("swap", {}))
    phrases = (*words(options, "phrases"), *swap)
    found = find_phrases(document.prose, phrases, options.get("ignore-case") is not False)
    if not found:
        return
    spans = scope_of(document, options)
    for span, index in longest(found):
        text = span.of(document.text)
        new = match_case(text, swap.get(phrases[index], text))
        if not is_looked_at(document, span, spans):
            continue
        if phrases[index] not in swap:
            yield Finding(span, {"text": " ".join(text.split()), "replacement": ""})
        elif new != text:
            values = {"text": " ".join(text.split()), "replacement": new}
            yield Finding(span, values, repair(options, Edit(span, new)))


def is_looked_at(document: Document, span: Span, spans: Sequence[Span]) -> bool:
    """Tell whether words are prose of the author's in one of the stretches, and no part of a link."""
    return is_inside(spans, span) and not is_in_link(document, span) and not is_blanked(document, span)


def match_case(old: str, new: str) -> str:
    """Return the new words with the capitals of the old ones; what has capitals of its own keeps them."""
    if not new.islower():
        return new
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new
