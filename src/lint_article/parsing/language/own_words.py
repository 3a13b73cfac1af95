"""What of a text is its author's own English: no reference, quotation, link, or passage in another language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.parsing.language.passages import passages_of
from lint_article.text import Span

_QUOTATION = re.compile(r"[“„][^“”„]{1,1500}[”“]|«[^«»]{1,1500}»|(?<![\w\"])\"[^\"\n]{1,1500}\"(?!\w)")
_JOINED_BEFORE = re.compile(r"[\w@/\\.'’\-‐‑]")
_JOINED_AFTER = re.compile(r"[\w@/\\\-‐‑]|[.'’]\w")
_ENGLISH = ((), ("en",))


def own_uses(document: Document, words: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Yield the places of whole words in small letters in the author's own English prose, word by word."""
    for word in words:
        for span in _places(document.prose, word):
            if is_own(document, span.start):
                yield word, span


def is_own(document: Document, place: int) -> bool:
    """Tell whether the author's own English is at a place of the text."""
    others = _others_of(document)
    last = bisect_right(others, place, key=lambda span: span.start) - 1
    if any(place < span.end for span in others[max(last - 3, 0) : last + 1]):
        return False
    return passages_of(document).languages_at(place) in _ENGLISH


def _places(text: str, word: str) -> Iterator[Span]:
    """Yield where the word is neither a part of another nor of a name, an address or a file."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _JOINED_BEFORE.match(text[max(at - 1, 0) : at]) and not _JOINED_AFTER.match(text, end):
            yield Span(at, end)
        at = text.find(word, end)


@kept
def _others_of(document: Document) -> list[Span]:
    """Return the stretches that are somebody else's words, in order."""
    return sorted(_others(document))


def _others(document: Document) -> Iterator[Span]:
    yield from (section.span for section in document.sections if section.role == "references")
    yield from (block.span for block in document.blocks if block.kind in ("reference", "quote"))
    yield from (reference.span for reference in document.references)
    yield from (link.span for link in document.links)
    yield from (repair.span for repair in document.damage.repairs)
    yield from (Span(*match.span()) for match in _QUOTATION.finditer(document.prose))
