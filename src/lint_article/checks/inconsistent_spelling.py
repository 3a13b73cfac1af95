"""Report words spelled by one custom in a text that mostly follows another: American or British, -ize or -ise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._options import number_of, words_of
from lint_article.document import Document, Edit, Finding, Fix, Related
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.own_words import own_uses
from lint_article.spelling.variants import CUSTOMS, Custom, variants
from lint_article.text import Span

_NAMES: Mapping[Custom, tuple[str, str]] = {"american": ("American", "British"), "ize": ("-ize", "-ise")}

Uses = Mapping[str, Sequence[Span]]


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word that departs from the text's own custom, at its first use."""
    words = vocabulary(document.text).keys() - words_of(options, "except") - words_of(options, "dictionary")
    for custom in CUSTOMS:
        pairs = variants(custom)
        first, second = words & pairs.first.keys(), words & pairs.second.keys()
        if first and second:
            one, two = _uses(document, sorted(first)), _uses(document, sorted(second))
            name, other = _NAMES[custom]
            if _is_rare(one, two, options):
                yield from _departing(one, two, pairs.first, (name, other))
            elif _is_rare(two, one, options):
                yield from _departing(two, one, pairs.second, (other, name))


def _uses(document: Document, words: Sequence[str]) -> Uses:
    uses: dict[str, list[Span]] = defaultdict(list)
    for word, span in own_uses(document, words):
        uses[word].append(span)
    return uses


def _count(uses: Uses) -> int:
    return sum(map(len, uses.values()))


def _is_rare(rare: Uses, common: Uses, options: Mapping[str, object]) -> bool:
    """Tell whether the common custom is the text's own: it is used often enough, and many times as often."""
    return _count(common) >= max(number_of(options, "fewest"), number_of(options, "times") * _count(rare))


def _departing(rare: Uses, common: Uses, other: Mapping[str, str], names: tuple[str, str]) -> Iterator[Finding]:
    few, many = _count(rare), _count(common)
    example = max(common, key=lambda word: (word == other.get(word), len(common[word])))
    for word, spans in rare.items():
        kept = other[word] if other[word] in common else example
        values = {"text": word, "word": other[word], "custom": names[0], "other": names[1], "kept": kept}
        values |= {"count": str(few), "others": str(many)}
        fix = Fix(f"Replace with `{other[word]}`", tuple(Edit(span, other[word]) for span in spans), "unsafe")
        related = [Related(span, "also here") for span in spans[1:]] + [Related(common[kept][0], f"`{kept}` here")]
        yield Finding(spans[0], values, fix, tuple(related))
