"""Words that two customs spell in two ways, such as `colour` and `color`, and how often a text uses each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._options import number_of, words_of
from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.own_words import own_uses
from lint_article.spelling.variants import CUSTOMS, Custom, variants
from lint_article.text import Span

NAMES: Mapping[Custom, tuple[str, str]] = {"american": ("American", "British"), "ize": ("-ize", "-ise")}

Uses = Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two customs: its name, its words with their places, and what the other custom makes of each."""

    name: str
    uses: Uses
    other: Mapping[str, str]

    def count(self) -> int:
        """Return how many words follow the custom."""
        return sum(map(len, self.uses.values()))


def sides_of(document: Document, options: Mapping[str, object]) -> Iterator[tuple[Side, Side]]:
    """Yield both sides of each custom of which the text uses both."""
    words = vocabulary(document.text).keys() - words_of(options, "except") - words_of(options, "dictionary")
    for custom in CUSTOMS:
        pairs = variants(custom)
        first, second = words & pairs.first.keys(), words & pairs.second.keys()
        if first and second:
            name, other = NAMES[custom]
            one = Side(name, _uses(document, sorted(first)), pairs.first)
            yield one, Side(other, _uses(document, sorted(second)), pairs.second)


def is_rare(rare: Side, common: Side, options: Mapping[str, object]) -> bool:
    """Tell whether the common custom is the text's own: it is used often enough, and many times as often."""
    return common.count() >= max(number_of(options, "fewest"), number_of(options, "times") * rare.count())


def _uses(document: Document, words: Sequence[str]) -> Uses:
    uses: dict[str, list[Span]] = defaultdict(list)
    for word, span in own_uses(document, words):
        uses[word].append(span)
    return uses
