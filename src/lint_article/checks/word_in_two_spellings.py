"""Report words that a text spells in both of two ways, where neither custom is its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._customs import Side, is_rare, sides_of
from lint_article.document import Document, Finding, Related


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word, at the first use of its rarer spelling, or of the later one of two as frequent."""
    for one, two in sides_of(document, options):
        if not (is_rare(one, two, options) or is_rare(two, one, options)):
            yield from _find_both(one, two)


def _find_both(one: Side, two: Side) -> Iterator[Finding]:
    for word, spans in one.uses.items():
        others = two.uses.get(one.other[word])
        if others:
            kept, rare = sorted((spans, others), key=lambda uses: (-len(uses), uses[0]))
            text, other = (word, one.other[word]) if rare is spans else (one.other[word], word)
            values = {"text": text, "word": other, "count": str(len(rare)), "others": str(len(kept))}
            related = (*(Related(span, "also here") for span in rare[1:]), Related(kept[0], f"`{other}` here"))
            yield Finding(rare[0], values, related=related)
