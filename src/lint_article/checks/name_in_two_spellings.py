"""Report names of persons, places and organisms that a text spells once or twice in another way than elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Related
from lint_article.parsing.language.lexicon import lexicon
from lint_article.parsing.language.own_words import own_words_of
from lint_article.parsing.names.edit_distance import edits
from lint_article.text import Span

_NAME = re.compile(r"[A-Z](?<![\w@/.’'-].)[^\W\d_A-Z]{6,}(?![\w@/’'-]|\.\w)")
_MOST = 100  # pairs that are looked at
_ENDING = 3  # letters at the end in which forms of one word differ (`Chilean`, `Chileans`), and so do ranks of taxa


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per rare spelling, at its first use."""
    counts, fewest = Counter(_NAME.findall(document.prose)), number_of(options, "fewest")
    first_uses: dict[str, Span] = {}
    times = number_of(options, "times")
    for odd, name in islice(_pair(counts, fewest, number_of(options, "most")), _MOST):
        if not _may_be_another(odd, name, counts, times) and _is_name(document, name, odd):
            first_uses = first_uses or _first_uses(document.prose)
            first, other = first_uses[odd], first_uses[name]
            if not _is_cited(document, first):
                values = {"text": odd, "count": str(counts[odd]), "word": name, "others": str(counts[name])}
                yield Finding(first, values, related=(Related(other, f"`{name}` here"),))


def _may_be_another(odd: str, name: str, counts: Mapping[str, int], times: int) -> bool:
    """Tell whether two names may differ so: a letter is replaced, and one is used twice or the other one rarely."""
    is_replaced = len(odd) == len(name) and sorted(odd) != sorted(name)
    return is_replaced and (counts[odd] > 1 or counts[name] < times)


def _pair(counts: Mapping[str, int], fewest: int, most: int) -> Iterator[tuple[str, str]]:
    """Yield the rare spellings that are one edit from one common name, inside of the word."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, count in counts.items():
        if count >= fewest:
            alike[name[0], name[-_ENDING:]].append(name)
    for odd, count in counts.items():
        names = alike.get((odd[0], odd[-_ENDING:]), ()) if count <= most else ()
        near = [name for name in names if abs(len(name) - len(odd)) < 2 and edits(odd, name, 1) == 1]
        if len(near) == 1:
            yield odd, near[0]


def _first_uses(text: str) -> dict[str, Span]:
    uses: dict[str, Span] = {}
    for match in _NAME.finditer(text):
        uses.setdefault(match[0], Span(*match.span()))
    return uses


def _is_name(document: Document, name: str, odd: str) -> bool:
    """Tell whether the common spelling is a name, never in small letters, and the rare one no word of its own."""
    is_word = any(f" {word.lower()}" in document.prose for word in (name, odd))
    return not is_word and not lexicon(("en",)).weight(odd)


def _is_cited(document: Document, name: Span) -> bool:
    """Tell whether a name is in a citation, which other rules compare with the reference list, or in others' words."""
    if not own_words_of(document).is_own(name.start):
        return True
    return any(citation.span.contains(name) for citation in document.citations)
