"""What of a text is its author's own English: no reference, quotation, link, or passage in another language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.parsing.language.passages import Passages, passages_of
from lint_article.text import Span

_QUOTATION = re.compile(r"[“„][^“”„]{1,1500}[”“]|«[^«»]{1,1500}»|(?<![\w\"])\"[^\"\n]{1,1500}\"(?!\w)")
_JOINED_BEFORE = re.compile(r"(?:[\w@/\\.'’\-‐‑]|[-‐‑]\s?\n)$")
_JOINED_AFTER = re.compile(r"[\w@/\\\-‐‑]|[.'’]\w")
_ENGLISH = ((), ("en",))


def own_uses(document: Document, words: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Yield the places of whole words in small letters in the author's own English prose, word by word."""
    for word in words:
        for span in _places(document.prose, word):
            if own_words_of(document).is_own(span.start):
                yield word, span


@kept
def own_words_of(document: Document) -> OwnWords:
    """Return where a document is its author's own English."""
    return OwnWords(document)


def _places(text: str, word: str) -> Iterator[Span]:
    """Yield where the word is neither a part of another nor of a name, an address or a file."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _JOINED_BEFORE.search(text[max(at - 3, 0) : at]) and not _JOINED_AFTER.match(text, end):
            yield Span(at, end)
        at = text.find(word, end)


class OwnWords:
    """The stretches that are somebody else's words, and the languages of the rest."""

    def __init__(self, document: Document) -> None:
        self._passages: Passages = passages_of(document)
        self._others = sorted(_others(document))

    def is_own(self, place: int) -> bool:
        """Tell whether the author's own English is here."""
        last = bisect_right(self._others, place, key=lambda span: span.start) - 1
        if any(place < span.end for span in self._others[max(last - 3, 0) : last + 1]):
            return False
        return self._passages.languages_at(place) in _ENGLISH


def _others(document: Document) -> Iterator[Span]:
    yield from (section.span for section in document.sections if section.role == "references")
    yield from (block.span for block in document.blocks if block.kind in ("reference", "quote"))
    yield from (reference.span for reference in document.references)
    yield from (link.span for link in document.links)
    yield from (repair.span for repair in document.damage.repairs)
    yield from (Span(*match.span()) for match in _QUOTATION.finditer(document.prose))
