"""Report accents that stand beside their letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.text import Span

_COMBINING = dict(
    zip("ˆˇ˘˙˚˜˝¨´¸¯˛`", "\u0302\u030c\u0306\u0307\u030a\u0303\u030b\u0308\u0301\u0327\u0304\u0328\u0300", strict=True)
)
_ACCENT = "".join(_COMBINING)
_WORD = re.compile(
    rf"(?P<head>[^\W\d_]{{1,40}})[ ]?(?P<accent>[ˆˇ˘˙˚˜˝¨´¸˛])(?P<tail>[^\W\d_]{{1,40}})(?![\w{_ACCENT}])"
)
_APOSTROPHE = re.compile(r"´(?:s|t|re|ve|ll|d|m|n)\b|´[A-ZÀ-Þ]")
# Letters with accents that languages of Europe use; others come from setting the accent on the wrong side.
_USUAL = frozenset("áéíóúýàèìòùâêîôûäëïöüÿãõñåçčďěňřšťžůőűńśźćłąęğşıżőāēīūģķļņĺŕľ")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word."""
    if document.prose.isascii():
        return
    for match in _WORD.finditer(document.prose):
        if _APOSTROPHE.match(match.string, match.start("accent")):
            continue
        word = _composed(match["head"], _COMBINING[match["accent"]], match["tail"])
        if word:
            span = Span(*match.span())
            fix = Fix(f"Replace with `{word}`", (Edit(span, word),), "unsafe")
            yield Finding(span, {"text": match.group(), "word": word}, fix)


def _composed(head: str, accent: str, tail: str) -> str:
    """Return the word with the accent on the letter after it, else on the one before it, or "" if neither takes it."""
    after = normalize("NFC", tail[0].replace("ı", "i") + accent)
    if after.lower() in _USUAL:
        return head + after + tail[1:]
    before = normalize("NFC", head[-1].replace("ı", "i") + accent)
    return head[:-1] + before + tail if before.lower() in _USUAL else ""
