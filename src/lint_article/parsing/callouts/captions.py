"""Captions: mentions that begin a paragraph and go on as a caption does, not as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lint_article.document import Document
from lint_article.document.callout import Callout, Caption
from lint_article.text import Span

_LONG_LINE = 300  # code points; a text with longer lines has a paragraph on each line
_LEAD = re.compile(r"[\s*_#>|]*(?:[^\W\d_]{3,14}\.?\s)?$")  # signs of mark-up, and a word as `Supplementary`
PART = r"\s?[—–-]\s?[a-z]{4,10}\s[a-z]{4,10}\s\d"  # behind the number of an item: `Figure 1 – figure supplement 2`
_GOES_ON = re.compile(r"[*_]*(?!—[a-z])(?:\s?[.:|–—•]|\s?\n|\s{2,}|\s*$|\s?\(|\s[“\"'*_]?[^\W\d_a-zà-ÿ])")
_IS_PART = re.compile(PART)
_IS_ROW = re.compile(r"[^\S\n]*\t[^\t\n]*\t")
_MORE = re.compile(r"(?:\s?[–,&-]\s?|\sand\s)\d{1,3}(?!\d)")
_BEHIND = 8  # code points between two numbers of a caption
_SENTENCE_END = re.compile(r"[.!?:;)\]”\"]\s*$")
_LETTER = re.compile(r"(?<![\w’'°.])([A-Za-z])(?:\s?[-–]\s?([A-Za-z]))?(?![\w’'])")


class Lines:
    """Where paragraphs begin in a text."""

    def __init__(self, document: Document) -> None:
        self._text = document.prose
        self._starts = frozenset(block.span.start for block in document.blocks)
        self._captions = [block.span for block in document.blocks if block.kind == "caption"]
        self._has_long_lines = any(len(line) > _LONG_LINE for line in self._text.splitlines())

    def paragraph_from(self, at: int) -> Span | None:
        """Return the paragraph that begins with what is here, or None."""
        start = self._text.rfind("\n", 0, at) + 1
        if not _LEAD.fullmatch(self._text, start, at):
            return None
        if not (self._starts or self._is_beginning(start)):
            return None
        if self._starts and not any(place in self._starts for place in range(start, at + 1)):
            return None
        return Span(at, self._end(at))

    def is_line_start(self, at: int) -> bool:
        """Tell whether nothing but signs is before this on its line."""
        return _LEAD.fullmatch(self._text, self._text.rfind("\n", 0, at) + 1, at) is not None

    def is_caption(self, at: int) -> bool:
        """Tell whether the format says that this is in a caption."""
        return any(span.start <= at < span.end for span in self._captions)

    def _is_beginning(self, start: int) -> bool:
        above = self._text[max(start - 200, 0) : start - 1].rpartition("\n")[2]
        if not above.strip() or self._has_long_lines or "\t" in above:
            return True
        return _SENTENCE_END.search(above) is not None

    def _end(self, at: int) -> int:
        gap = re.compile(r"\n" if self._has_long_lines or self._starts else r"\n[^\S\n]*\n").search(self._text, at)
        return gap.start() if gap else len(self._text)


def find_captions(document: Document, mentions: list[Callout], lines: Lines) -> Iterator[tuple[Callout, Caption]]:
    """Yield the mentions that are labels of captions, each with its caption: one of several for `Figs 1–4. Crabs`."""
    text, caption = document.prose, None
    for mention in mentions:
        if len(mention.word):
            caption = _caption_of(text, mention, lines)
        elif caption and mention.span.start <= caption.label.end + _BEHIND:
            caption = replace(caption, number=mention.number, label=Span(caption.label.start, mention.span.end))
        else:
            caption = None
        if caption:
            yield mention, caption


def _caption_of(text: str, mention: Callout, lines: Lines) -> Caption | None:
    paragraph, at = lines.paragraph_from(mention.span.start), mention.span.end
    while found := _MORE.match(text, at):
        at = found.end()
    if (
        paragraph is None
        or _IS_ROW.match(text, at)
        or _IS_PART.match(text, at)
        or not (_GOES_ON.match(text, at) or lines.is_caption(mention.span.start))
    ):
        return None
    part = mention.panels if len(mention.panels) == 1 else ""
    letters = _read_letters(text[at : paragraph.end])
    return Caption(paragraph, mention.span, mention.kind, mention.number, letters, part)


def _read_letters(text: str) -> str:
    """Return every letter that may name a panel, those that a range means too, in capitals."""
    letters: set[str] = set()
    for match in _LETTER.finditer(text):
        first, last = match[1].upper(), (match[2] or match[1]).upper()
        letters.update(map(chr, range(ord(first), ord(last) + 1)))
    return "".join(sorted(letters))
