"""Report words that were decoded by the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word; its fix is safe if what the word was is certain."""
    for repair in document.damage.repairs:
        if repair.kind == "encoding":
            word, span = repair.word, repair.span
            fix = Fix(f"Replace with `{word}`", (Edit(span, word),), "safe" if repair.certainty == "sure" else "unsafe")
            yield Finding(span, {"text": span.of(document.text), "word": word}, fix)
