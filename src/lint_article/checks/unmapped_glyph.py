"""Report glyphs that have a number or a private code, and no character."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from lint_article.checks._gather import gather
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding
from lint_article.text import Span
from lint_article.text.pattern import characters

_GLYPH = re.compile(r"(?:\(cid:\d{1,5}\)|[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd])+")


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per run of glyphs outside of words with a broken ligature; in a PDF, one for many alike."""
    return gather(document, _find(document), lambda one: one.values["glyphs"], number_of(options, "most"))


def _find(document: Document) -> Iterator[Finding]:
    if "(cid:" not in document.text and max(characters(document.text), default="") < "\ue000":
        return
    repairs = document.damage.ligatures
    for match in _GLYPH.finditer(document.text):
        span = Span(*match.span())
        if not span.of(document.prose).strip():
            continue
        index = bisect_right(repairs, span.start, key=lambda repair: repair.span.start) - 1
        if index < 0 or not repairs[index].span.overlaps(span):
            shown = (
                match.group() if match.group().isascii() else " ".join(f"U+{ord(char):04X}" for char in match.group())
            )
            yield Finding(span, {"text": match.group(), "glyphs": shown})
