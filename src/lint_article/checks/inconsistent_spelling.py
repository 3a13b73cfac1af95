"""Report words spelled by one custom in a text that mostly follows another: American or British, -ize or -ise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._customs import Side, is_rare, sides_of
from lint_article.document import Document, Edit, Finding, Fix, Related


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word that departs from the text's own custom, at its first use."""
    for one, two in sides_of(document, options):
        if is_rare(one, two, options):
            yield from _departing(one, two)
        elif is_rare(two, one, options):
            yield from _departing(two, one)


def _departing(rare: Side, common: Side) -> Iterator[Finding]:
    few, many = rare.count(), common.count()
    example = max(common.uses, key=lambda word: (word == rare.other.get(word), len(common.uses[word])))
    for word, spans in rare.uses.items():
        new = rare.other[word]
        kept = new if new in common.uses else example
        values = {"text": word, "word": new, "custom": rare.name, "other": common.name, "kept": kept}
        values |= {"count": str(few), "others": str(many)}
        fix = Fix(f"Replace with `{new}`", tuple(Edit(span, new) for span in spans), "unsafe")
        related = [Related(span, "also here") for span in spans[1:]] + [Related(common.uses[kept][0], f"`{kept}` here")]
        yield Finding(spans[0], values, fix, tuple(related))
