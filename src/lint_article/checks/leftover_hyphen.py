"""Report words that are still divided for a line's end that is no longer there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.structure.hyphenation import divided_words
from lint_article.text import Span


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word."""
    for one, whole in divided_words(document):
        text = f"{one.first}{one.hyphen} {one.second}"
        edit = Edit(Span(one.gap.start - len(one.hyphen), one.gap.end), "")
        yield Finding(one.span, {"text": text, "word": whole}, Fix(f"Replace with `{whole}`", (edit,), "unsafe"))
