"""Report headings in title case among headings of their level in sentence case, and the reverse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.outside import is_outside
from lint_article.text import Span

_WORD = re.compile(r"(?<![\w-])[A-Za-z][a-z]{3,}(?![\w-])")
_START = re.compile(r"[\W\d_]*\w+[^\w\s]*\s|.*[:.?–—]\s")  # the first word, or what a colon ends: capitals follow it
_LONGEST = 150  # code points of a heading
_TITLE, _SENTENCE = "title case", "sentence case"


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per level for all headings that depart from the level's own custom, at the first."""
    levels: dict[int, dict[str, list[Span]]] = defaultdict(lambda: {_TITLE: [], _SENTENCE: []})
    for block in document.blocks if document.source.format != "pdf" else ():  # whose headings are guessed
        if block.kind == "heading" and len(block.span) <= _LONGEST and not is_outside(document, block.span.start):
            case = _case_of(document, block.span)
            if case:
                levels[block.level][case].append(block.span)
    for _, uses in sorted(levels.items()):
        yield from find_departing(uses, options)


def _case_of(document: Document, heading: Span) -> str:
    """Return the case of a heading, "" where its words cannot tell; names have capitals in both cases."""
    start = _START.match(document.prose, heading.start, heading.end)
    words = [match[0] for match in _WORD.finditer(document.prose, start.end() if start else heading.end, heading.end)]
    small = [word for word in words if word.islower()]
    large = [word for word in words if not word.islower() and not _is_name(document, word)]
    if len(large) > 1 and not small:
        return "" if document.prose.count(" ".join(large)) > 1 else _TITLE  # a name, as running text shows
    return _SENTENCE if len(small) > 1 and not large else ""


def _is_name(document: Document, word: str) -> bool:
    """Tell whether a word has its capital in running text too: its small form is rarer."""
    return document.prose.count(f" {word.lower()}") * 2 < vocabulary(document.text)[word.lower()]
