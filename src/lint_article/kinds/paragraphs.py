"""Paragraphs, printed headings and sentences of a document, for kinds that look at one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lint_article.document import Document
from lint_article.kinds.option_values import compile_pattern
from lint_article.text import Span
from lint_article.vocabulary import abbreviations, words

_LONG_LINE = 300  # code points; a text with longer lines has a paragraph on each line
_NO_PROSE = frozenset({"table", "code", "math", "furniture", "metadata"})
_ENDED = re.compile(r"[.!?:;…]['\"”’»)\]]*\s*$")
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]{1,5}['\"”’»)\]]{0,5}(?P<gap>\s+)(?=[\"'“‘«(\[]{0,5}[A-Z\d\u00c0-\u00de])"
)
_STOPPED = """
et-al editor translator page chapter section paragraph line volume issue figure table equation version reference see
see-also month name-suffix""".split()  # terms with forms that end in a stop, which is no sentence's end
_LONGEST_STOPPED = 15
_HEADING = re.compile(r"(?:\A|\n[^\S\n]*\n)[^\S\n]*(?P<heading>[^\n]{1,90})(?=\n[^\S\n]*\n)")


def paragraphs(document: Document) -> Iterator[Span]:
    """Yield the blocks that hold no other block; of a text without blocks, what stands between blank lines or lines."""
    if document.blocks:
        following = [*(block.span for block in document.blocks[1:]), None]
        for block, inner in zip(document.blocks, following, strict=True):
            if block.kind not in _NO_PROSE and not (inner and block.span.contains(inner)):
                yield block.span
    else:
        yield from _find_paragraphs(document.prose)


def printed_headings(text: str) -> Iterator[Span]:
    """Yield the short lines without a mark at their end that stand between blank lines, in a text without blocks."""
    for match in _HEADING.finditer(text):
        heading = match["heading"].rstrip()
        if heading and heading[-1] not in ".!?:;,…" and any(map(str.isalpha, heading)):
            yield Span(match.start("heading"), match.start("heading") + len(heading))


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch, without the white space between them."""
    start = within.start
    for end in _SENTENCE_END.finditer(text, within.start, within.end):
        if end[0][0] == "." and _is_abbreviated(text[max(start, end.start() - _LONGEST_STOPPED) : end.start()]):
            continue
        yield Span(start, end.start("gap"))
        start = end.end()
    if start < within.end:
        yield Span(start, within.end)


def _is_abbreviated(before: str) -> bool:
    """Tell whether a stop belongs to the word before it: an initial, `e.g`, a title or an abbreviation."""
    word = re.split(r"[\s(\[]", before)[-1].lower()
    return len(word) == 1 or "." in word or word in _stopped_words()


@cache
def _stopped_words() -> frozenset[str]:
    return words("person-title").union(form.split()[-1] for form in abbreviations(*_STOPPED))


def _find_paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs; one that stops short of a sentence's end and reads on after a gap is not over."""
    long = max((len(line) for line in text.splitlines()), default=0) > _LONG_LINE
    start = 0
    for gap in compile_pattern(r"\n\s*" if long else r"\n[^\S\n]*\n\s*").finditer(text):
        ended = _ENDED.search(text, max(gap.start() - 20, start), gap.start())
        if ended or not text[gap.end() : gap.end() + 1].islower():
            yield Span(start, gap.start())
            start = gap.end()
    yield Span(start, len(text))
