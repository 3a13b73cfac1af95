"""Report words whose letters stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.language.passages import passages_of
from lint_article.text import Span

_HINT = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_] ")  # in the middle of each such word
_APART = re.compile(r"(?<![\w.])(?:[^\W\d_][ ]){4,40}[^\W\d_](?![\w.])")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word."""
    found = list(_APART.finditer(document.prose)) if _HINT.search(document.prose) else []
    if not found:
        return
    passages = passages_of(document)
    for match in found:
        word, span = match.group().replace(" ", ""), Span(*match.span())
        if passages.lexicon_at(span.start).weight(word) and document.map.is_editable(span):
            fix = Fix(f"Replace with `{word}`", (Edit(span, word),), "unsafe")
            yield Finding(span, {"text": match.group(), "word": word}, fix)
