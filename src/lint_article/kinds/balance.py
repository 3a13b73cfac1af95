"""Report signs that come in pairs where one of the pair is missing in its paragraph.

`opening`, `closing`: patterns of the signs; `lone`: a pattern of a closing sign that may stand without an opening one
(a list's `a)`); `whole`: a pattern of what has signs that are not looked at (an interval, `]0, 1]`). Any closing sign
closes any opening one, so that intervals such as `[0, 1)` are whole. Rows of tables are left out.
Values: `text`, `fault` ("has no closing counterpart" or "has no opening counterpart").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import regex

from lint_article.document import Document, Finding
from lint_article.kinds.search import compile_pattern, has_needed_literal, is_blanked, is_in_link
from lint_article.text import Span

_LONG_LINE = 300  # code points; a text with longer lines has a paragraph on each line
_NO_PROSE = frozenset({"table", "code", "math", "furniture", "metadata"})
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’»)\]]*\s*$")


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per sign that stands alone."""
    if not has_needed_literal(document.prose, options):
        return
    for paragraph in _paragraphs(document):
        if "\t" not in paragraph.of(document.text):
            yield from _find_unmatched(document, paragraph, options)


def _find_unmatched(document: Document, paragraph: Span, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield the signs without a partner; what stands beside them is looked up in the text, where nothing is blank."""
    whole = f"(?P<whole>{options['whole']})|" if options.get("whole") else ""
    signs = compile_pattern(rf"{whole}(?P<open>{options['opening']})|{options['closing']}")
    opened: list[tuple[Span, bool]] = []
    visible = 0  # of those, the ones outside of mathematics and code; signs inside are counted and never reported
    for match in signs.finditer(document.text, paragraph.start, paragraph.end):
        if whole and match["whole"] is not None:
            continue
        span = Span(match.end() - 1, match.end())
        seen = not is_blanked(document, span)
        if document.prose[span.start] == "\ufffd":
            continue  # part of a damaged word
        if match["open"] is not None:
            opened.append((span, seen))
            visible += seen
            continue
        while seen and visible and not opened[-1][1]:
            opened.pop()
        if opened:
            visible -= opened.pop()[1]
        elif seen and not is_in_link(document, span) and not _may_stand_alone(match, paragraph, options):
            yield Finding(span, {"text": match[0][-1], "fault": "has no opening counterpart"})
    for span, seen in opened:
        if seen and not is_in_link(document, span):
            yield Finding(span, {"text": span.of(document.text), "fault": "has no closing counterpart"})


def _may_stand_alone(closing: regex.Match[str], paragraph: Span, options: Mapping[str, object]) -> bool:
    """Tell whether the pattern `lone` matches up to a closing sign, read from there to the left."""
    lone = options.get("lone")
    return (
        bool(lone)
        and compile_pattern(f"(?r)(?:{lone})").match(closing.string, paragraph.start, closing.end()) is not None
    )


def _paragraphs(document: Document) -> Iterator[Span]:
    """Yield the blocks that hold no other block; of a text without blocks, what stands between blank lines or lines."""
    if document.blocks:
        following = [*(block.span for block in document.blocks[1:]), None]
        for block, inner in zip(document.blocks, following, strict=True):
            if block.kind not in _NO_PROSE and not (inner and block.span.contains(inner)):
                yield block.span
    else:
        yield from _find_paragraphs(document.prose)


def _find_paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs; one that stops short of a sentence's end and reads on after a gap is not over."""
    long = max((len(line) for line in text.splitlines()), default=0) > _LONG_LINE
    start = 0
    for gap in compile_pattern(r"\n\s*" if long else r"\n[^\S\n]*\n\s*").finditer(text):
        ended = _SENTENCE_END.search(text, max(gap.start() - 20, start), gap.start())
        if ended or not text[gap.end() : gap.end() + 1].islower():
            yield Span(start, gap.start())
            start = gap.end()
    yield Span(start, len(text))
