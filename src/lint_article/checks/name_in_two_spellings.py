"""Report names of persons, places and organisms that a text spells once or twice in another way than elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Related
from lint_article.parsing.language.lexicon import lexicon
from lint_article.parsing.language.own_words import own_words_of
from lint_article.parsing.names.edit_distance import edits
from lint_article.text import Span

_NAME = re.compile(r"(?<![^\W\d_])(?<![\w@/.’'-])[A-Z][^\W\d_A-Z]{6,}(?![\w@/’'-]|\.\w)")
_MOST = 100  # pairs that are looked at
_ENDING = 3  # letters at the end in which forms of one word differ (`Chilean`, `Chileans`), and so do ranks of taxa

Uses = Mapping[str, list[Span]]


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per rare spelling, at its first use."""
    uses, fewest, most = _find_names(document), number_of(options, "fewest"), number_of(options, "most")
    common = [name for name, spans in uses.items() if len(spans) >= fewest]
    rare = [name for name, spans in uses.items() if len(spans) <= most]
    for odd, name in islice(_pair(rare, common), _MOST):
        spans, others = uses[odd], uses[name]
        is_replaced = len(odd) == len(name) and sorted(odd) != sorted(name)  # two names may differ so
        enough = number_of(options, "times") * len(spans) if is_replaced else fewest
        if len(others) >= enough and _is_name(document, name, odd) and not _is_cited(document, spans[0]):
            values = {"text": odd, "count": str(len(spans)), "word": name, "others": str(len(others))}
            yield Finding(spans[0], values, related=(Related(others[0], f"`{name}` here"),))


def _find_names(document: Document) -> Uses:
    uses: dict[str, list[Span]] = defaultdict(list)
    for match in _NAME.finditer(document.prose):
        uses[match[0]].append(Span(*match.span()))
    return uses


def _pair(rare: Iterable[str], common: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the rare spellings that are one edit from a common one; such are the same once each has lost one letter."""
    by_rest: dict[str, list[str]] = defaultdict(list)
    for name in common:
        for rest in _leave_out(name):
            by_rest[rest].append(name)
    for odd in rare:
        near = {name for rest in _leave_out(odd) for name in by_rest.get(rest, ())}
        alike = [name for name in sorted(near) if edits(odd, name, 1) == 1 and _is_slip(odd, name)]
        if len(alike) == 1:
            yield odd, alike[0]


def _leave_out(name: str) -> Iterator[str]:
    yield name
    for at in range(1, len(name)):
        yield name[:at] + name[at + 1 :]


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two spellings differ inside the word; in its ending words differ that mean different things."""
    return one[0] == other[0] and one[-_ENDING:] == other[-_ENDING:]


def _is_name(document: Document, name: str, odd: str) -> bool:
    """Tell whether the common spelling is a name, never in small letters, and the rare one no word of its own."""
    is_word = any(f" {word.lower()}" in document.prose for word in (name, odd))
    return not is_word and not lexicon(("en",)).weight(odd)


def _is_cited(document: Document, name: Span) -> bool:
    """Tell whether a name is in a citation, which other rules compare with the reference list, or in others' words."""
    if not own_words_of(document).is_own(name.start):
        return True
    return any(citation.span.contains(name) for citation in document.citations)
