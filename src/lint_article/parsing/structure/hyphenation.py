"""Hyphens with a space behind them: compounds, and words that were divided at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.language.passages import passages_of
from lint_article.text import Span
from lint_article.vocabulary import words

_LETTER = r"(?:[^\W\d_]|\ufffd)"
# Hyphens are rare and words are not, so the first part is looked for backwards from the hyphen.
_SPACED = re.compile(rf"(?P<hyphen>[-\u2010\u00ad])(?P<gap>[ ]+)(?P<second>{_LETTER}{{2,40}})(?![\w\ufffd])")
_FIRST = re.compile(rf"(?<![\w\ufffd-]){_LETTER}{{2,40}}\Z")
_LONGEST = 41
_SUSPENDING = ("and", "or", "after-hyphen")  # terms: what follows a hyphen that waits for its second part
_FRAGMENT = 2.5  # weight of what is more likely a piece of a word


@dataclass(frozen=True, slots=True)
class Hyphenated:
    """Two parts with a hyphen and a space between them; `gap` is the space."""

    span: Span
    first: str
    hyphen: str
    gap: Span
    second: str


def find_hyphenated(document: Document) -> Iterator[Hyphenated]:
    """Yield the hyphens with a space behind them, save those that wait for a second part (`pre- and post-war`)."""
    end = 0
    for match in _SPACED.finditer(document.prose):
        first = _FIRST.search(document.prose, max(match.start() - _LONGEST, end), match.start())
        if first is None:
            continue
        end = match.end()
        if match["second"].lower() not in words(*_SUSPENDING):
            gap = Span(*match.span("gap"))
            parts = (Span(*part).of(document.text) for part in (first.span(), match.span("second")))
            yield Hyphenated(Span(first.start(), end), next(parts), match["hyphen"], gap, next(parts))


def divided_words(document: Document) -> Iterator[tuple[Hyphenated, str]]:
    """Yield words that a line's end divided, with how they read whole: a part alone is no word, both together are."""
    found = [one for one in find_hyphenated(document) if one.second.islower()]
    if not found:
        return
    passages = passages_of(document)
    for one in found:
        words = passages.lexicon_at(one.span.start)
        whole = one.first + one.second
        if min(words.weight(one.first), words.weight(one.second)) < _FRAGMENT and words.weight(whole):
            yield one, whole
