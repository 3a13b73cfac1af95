"""Report accents that stand beside their letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.damage.accents import COMBINING, chosen, detached_words
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.passages import passages_of
from lint_article.text import Span


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word; none where nothing tells whether an accent belongs to a letter."""
    words = [] if document.prose.isascii() else list(detached_words(document.prose))
    if not words:
        return
    passages, own = passages_of(document), vocabulary(document.text)

    def is_known(word: str, span: Span) -> bool:
        return word.lower() in own or passages.lexicon_at(span.start).weight(word) > 0

    # Where an accent stands for a ligature, the others do so too, and only a word shows that one is an accent.
    ligatures = any(repair.sign in COMBINING for repair in document.damage.ligatures)
    for word, best in chosen(words, is_known):
        if ligatures and not is_known(best, word.span):
            continue
        fix = Fix(f"Replace with `{best}`", (Edit(word.span, best),), "unsafe")
        yield Finding(word.span, {"text": word.span.of(document.text), "word": best}, fix)
