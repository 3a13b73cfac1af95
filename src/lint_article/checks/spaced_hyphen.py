"""Report compounds with a space behind their hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.structure.hyphenation import Hyphenated, divided_words, find_hyphenated
from lint_article.text import Span

# First parts that never stand alone.
_COMBINING = frozenset(
    """anti bi bio co counter cross de eco ex extra geo hetero homo hyper inter intra macro mega meta micro mid mini
    mono multi neo neuro non over para photo poly post pre pro proto pseudo psycho quasi re self semi socio sub super
    supra tele trans tri ultra un uni""".split()
)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per compound that is written closed elsewhere, or whose first part never stands alone."""
    # Where the gap is no white space in the text, code or a formula stands there.
    found = [one for one in find_hyphenated(document) if one.gap.of(document.text).isspace()]
    if not found:
        return
    divided = {one.span for one, _ in divided_words(document)}
    lowered = document.prose.lower()
    for one in found:
        evidence = _evidence(one, lowered) if one.span not in divided else ""
        if evidence:
            text = f"{one.first}{one.hyphen} {one.second}"
            fix = Fix("Delete the space", (Edit(Span(one.gap.start, one.gap.end), ""),), "unsafe")
            yield Finding(one.span, {"text": text, "evidence": evidence}, fix)


def _evidence(one: Hyphenated, lowered: str) -> str:
    closed = f"{one.first}-{one.second}"
    if re.search(rf"(?<!\w){re.escape(closed.lower())}(?!\w)", lowered):
        return f"elsewhere it is written `{closed}`"
    return f"`{one.first}-` is not a word by itself" if one.first.lower() in _COMBINING else ""
