"""Report signs that come in pairs where one of the pair is missing in its paragraph.

`opening`, `closing`: patterns of the signs; `lone`: a pattern of a closing sign that may stand without an opening one
(a list's `a)`); `whole`: a pattern of what has signs that are not looked at (an interval, `]0, 1]`); `reopened`: the
sign is set again where the next paragraph begins, and the last one closes it. Any closing sign closes any opening one,
so that intervals such as `[0, 1)` are whole. Rows of tables are left out.
Values: `text`, `fault` ("has no closing counterpart" or "has no opening counterpart").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import regex

from lint_article.document import Document, Finding
from lint_article.kinds.option_values import compile_pattern
from lint_article.kinds.paragraphs import paragraphs
from lint_article.kinds.search import has_needed_literal, is_blanked, is_in_link
from lint_article.text import Span


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per sign that stands alone."""
    if not has_needed_literal(document.prose, options):
        return
    for paragraph, following in pairwise((*paragraphs(document), Span(0, 0))):
        if "\t" not in paragraph.of(document.text):
            for finding in _find_unmatched(document, paragraph, options):
                if not (options.get("reopened") and _is_reopened(document, finding.span, paragraph, following)):
                    yield finding


def _is_reopened(document: Document, sign: Span, paragraph: Span, following: Span) -> bool:
    """Tell whether an opening sign is repeated at the beginning of the next paragraph, where a quotation goes on."""
    begins = following.of(document.text).lstrip()[:1]
    return begins == sign.of(document.text) and following.start >= paragraph.end and sign.end < paragraph.end


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
