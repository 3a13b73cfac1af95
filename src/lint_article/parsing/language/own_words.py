"""What of a text is its author's own English: no reference, quotation, link, or passage in another language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.parsing.language.passages import Passages, passages_of
from lint_article.text import Span

_QUOTATION = re.compile(r"[“„][^“”„]{1,1500}[”“]|«[^«»]{1,1500}»|(?<![\w\"])\"[^\"\n]{1,1500}\"(?!\w)")
_JOINED_BEFORE = re.compile(r"(?:[\w@/\\.'’\-‐‑]|[-‐‑]\s?\n)$")
_JOINED_AFTER = re.compile(r"[\w@/\\\-‐‑]|[.'’]\w")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = ((), ("en",))


def own_uses(document: Document, words: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Yield the places of whole words in small letters, or phrases, in the author's own English prose, one by one."""
    for word in words:
        first = _WORD.match(word)
        for start in _starts_of_words(document).get(first[0], ()) if first else ():
            span = Span(start, start + len(word))
            is_here = document.prose.startswith(word, start) and not _is_joined(document.prose, span)
            if is_here and own_words_of(document).is_own(start):
                yield word, span


@kept
def own_words_of(document: Document) -> OwnWords:
    """Return where a document is its author's own English."""
    return OwnWords(document)


@kept
def _starts_of_words(document: Document) -> Mapping[str, Sequence[int]]:
    starts: dict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(document.prose):
        starts[match[0]].append(match.start())
    return starts


def _is_joined(text: str, word: Span) -> bool:
    """Tell whether a word is a part of another, or of a name, an address or a file."""
    before = text[max(word.start - 3, 0) : word.start]
    return bool(_JOINED_BEFORE.search(before) or _JOINED_AFTER.match(text, word.end))


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
