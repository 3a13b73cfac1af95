"""Report two words that are written as one because a line's end took the hyphen or space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

from lint_article.checks._options import number_of
from lint_article.dataclass import dataclass
from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.language.hyphenated import hyphenated_words
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.lexicon import Lexicon
from lint_article.parsing.language.passages import Passages, passages_of
from lint_article.text import Span
from lint_article.text.whole_words import has_whole

_LONG = re.compile(r"(?<![\w.@/’'-])[A-Za-z][a-z]{11,30}(?![\w@/-]|\.\w)")
# What the second word of a compound often is, and letters that never stand three times: most texts hold no such words,
# and the word list is not opened.
_SECOND = tuple(
    """associated based bearing binding containing controlled deficient dependent derived determining
    dimensional directed driven effective enriched forming free generated inducing induced infected inhibiting
    labeled level limiting linear linked mediated operating oriented performance positive producing reducing
    regulated related resistant resolution rich scale sectional selective sensitive specific stimulated term
    time treated weighted""".split()
)
_ENDS = frozenset(second[-3:] for second in _SECOND)
_FIRST_LETTERS = 4  # at least, of the first word of such a compound
_LONGEST = 20  # letters of the second
_TRIPLES = tuple(letter * 3 for letter in ascii_lowercase)
_FIRST_PARTS = frozenset(
    """afro ante anti arch auto back beta bradi brady chemo contra counter cyber down echo electro embryo endo ever
    extra fore gallo halo hetero homo hydro hyper immune immuno infra inter intra macro mega meta metro micro mini mono
    multi nano neuro nitro over para peri photo physio poly post pseudo psycho quasi radio reno retro rhino schizo self
    semi socio spiro stereo sub super supra techno tele terra tetra thermo trans ultra under video""".split()
)
_KNOWN = 2.0  # weight of a word that is no mere entry of the list


@dataclass(frozen=True, slots=True)
class _Joined:
    spans: tuple[Span, ...]
    first: str
    second: str
    gap: str

    @property
    def word(self) -> str:
        return self.first + self.second


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word, where the text has the two apart or several words show that hyphens were lost."""
    fewest, shortest = number_of(options, "fewest"), number_of(options, "shortest")
    if not _is_suspicious(document, fewest):
        return
    joined = list(_find_joined(document.prose, passages_of(document), shortest))
    slips = [one for one in joined if len(one.spans) <= number_of(options, "most")]
    many = len(slips) >= fewest and sum(_is_compound(one.word) for one in slips) >= fewest - 1
    for one in slips:
        if one.gap or many or _has_triple(one.word):
            yield from _findings(one)


def _is_suspicious(document: Document, fewest: int) -> bool:
    text, held = document.prose, vocabulary(document.text)
    if sum(map(_is_compound, held)) >= fewest - 1 or _has_triple(text):
        return True
    hyphenated = {
        first + second for first, second in hyphenated_words(text) if _may_stand_alone(first, second)
    } & held.keys()
    return bool(hyphenated) and not hyphenated.isdisjoint(match.lower() for match in _LONG.findall(text))


def _may_stand_alone(first: str, second: str) -> bool:
    return len(first) >= _FIRST_LETTERS and len(second) <= _LONGEST


def _is_compound(word: str) -> bool:
    return word[-3:] in _ENDS and word[_FIRST_LETTERS:].endswith(_SECOND)


def _has_triple(text: str) -> bool:
    return any(triple in text for triple in _TRIPLES)


def _find_joined(text: str, passages: Passages, shortest: int) -> Iterator[_Joined]:
    """Yield the long words that no list has, and that are two English words which could stand apart."""
    places: dict[str, list[Span]] = {}
    for match in _LONG.finditer(text):
        places.setdefault(match.group(), []).append(Span(*match.span()))
    lexicon, lowered = passages.lexicon(), text.lower()
    for word, spans in places.items():
        if lexicon.weight(word) or lexicon.is_derived(word) or not (cut := _cut(word.lower(), lexicon, shortest)):
            continue
        english = tuple(span for span in spans if passages.languages_at(span.start) in ((), ("en",)))
        if english:
            first, second = word[:cut], word[cut:]
            yield _Joined(english, first, second, _gap(lowered, first.lower(), second))


def _cut(word: str, lexicon: Lexicon, shortest: int) -> int:
    """Return where two words meet, or 0."""
    cuts = range(shortest, len(word) - shortest + 1)
    weighed = [(min(lexicon.weight(word[:cut]), lexicon.weight(word[cut:])), cut) for cut in cuts]
    weight, cut = max(((w, c) for w, c in weighed if word[:c] not in _FIRST_PARTS), default=(0.0, 0))
    return cut if weight >= _KNOWN else 0


def _gap(text: str, first: str, second: str) -> str:
    """Return what the text has between the two words elsewhere, or ""."""
    gaps: Sequence[str] = "- "
    return next((gap for gap in gaps if has_whole(text, f"{first}{gap}{second}")), "")


def _findings(one: _Joined) -> Iterator[Finding]:
    apart = f"{one.first}{one.gap or '-'}{one.second}"
    evidence = ", as elsewhere in this text" if one.gap else ""
    for span in one.spans:
        at = span.start + len(one.first)
        fix = Fix(f"Replace with `{apart}`", (Edit(Span(at, at), one.gap or "-"),), "unsafe")
        yield Finding(span, {"text": one.word, "word": apart, "evidence": evidence}, fix)
