"""Report misspelt English words: listed ones, and those one slip from a frequent word of the text or of English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._options import number_of
from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.lexicon import COMMON, EVERYDAY, FRAGMENT, lexicon
from lint_article.parsing.language.own_words import own_uses
from lint_article.spelling.misspellings import misspellings
from lint_article.spelling.neighbours import neighbours
from lint_article.spelling.slips import beside, slips
from lint_article.spelling.variants import variants
from lint_article.text import Span

_RANK = re.compile(r"\b(?:(?:aff|cf|cv|f|fo|nr|sect|sp|spp|ssp|subg|subsp|var)\.|formae?|[A-Z]\w{0,2}\.)\s+$")
_CAPITALISED = re.compile(r"\b([A-Z][a-z]+)\)?\s+$")
_LATIN = re.compile(r"(?:us|um|is|ii|ae|[ai]|[ai]l[ei]|ar[ei]|ans|ens|ense|or)$")
_FOREIGN = re.compile(r"[Ā-ſḀ-ỿ]\w*\s+$")  # a word with letters that English has not, before
_NOTE_LETTERS = "abcdefgh"
_CELL = re.compile(r"[^\S\n]*(?:\n|\d|$)")
_BEFORE = 40
_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday"
    " january february april june july september october november december english".split()
)
_LEAD = 1.5  # of the decimal logarithms of two words' counts


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per use of a misspelt word."""
    counts = vocabulary(document.text)
    most = number_of(options, "most")
    listed = misspellings(counts)
    listed = {word: right for word, right in listed.items() if counts[word] <= max(most, counts[right])}
    near = {word: often for word, often in neighbours(counts).items() if word not in listed}
    once = slips(word for word, count in counts.items() if count == 1 and word not in listed.keys() | near.keys())
    for word, span in own_uses(document, listed):
        if not _is_meant(document.prose, span, listed[word]):
            yield _finding(span, word, _in_custom(listed[word], counts), "")
    for word, span in own_uses(document, near):
        if not _is_epithet(document.prose, span) and _is_unknown(word, near[word]):
            yield _finding(span, word, near[word], f", which this text uses {counts[near[word]]} times")
    for word, span in own_uses(document, once):
        if not _is_meant(document.prose, span, once[word]) and _is_sure(word, once[word]):
            yield _finding(span, word, _in_custom(once[word], counts), "")


def _in_custom(right: str, counts: Mapping[str, int]) -> str:
    """Return a correction as this text spells it: `behaviour` where it never has `behavior`; days with a capital."""
    if right in _NAMES:
        return right.capitalize()
    other = variants("american").first.get(right, right)
    return other if counts[other] > counts[right] else right


def _finding(span: Span, word: str, right: str, evidence: str) -> Finding:
    fix = Fix(f"Replace with `{right}`", (Edit(span, right),), "unsafe")
    return Finding(span, {"text": word, "word": right, "evidence": evidence}, fix)


def _is_meant(text: str, span: Span, right: str) -> bool:
    """Tell whether the word is an abbreviation, a search term (`determin*`), an epithet, or with a note's letter."""
    after = text[span.end : span.end + 1]
    is_short = after == "*" or (after == "." and right.startswith(span.of(text)))
    return is_short or _is_epithet(text, span) or _has_note_letter(text, span)


def _is_epithet(text: str, span: Span) -> bool:
    """Tell whether the word belongs to a name in Latin or another language: it follows a genus, a rank, `māhāḷi`."""
    before = text[max(span.start - _BEFORE, 0) : span.start]
    if _RANK.search(before) or _FOREIGN.search(before):
        return True
    genus = _CAPITALISED.search(before)
    weight = lexicon(("en",)).weight(genus[1]) if genus else EVERYDAY
    return weight < FRAGMENT or (weight < EVERYDAY and bool(_LATIN.search(span.of(text))))


def _has_note_letter(text: str, span: Span) -> bool:
    """Tell whether a letter refers to a note: the last one of a cell (`repeatd`), or the first of the note (`aout`)."""
    word = span.of(text)
    if _CELL.match(text, span.end) and word[-1] in _NOTE_LETTERS:
        return lexicon(("en",)).weight(word[:-1]) >= COMMON
    is_first = text[max(span.start - 1, 0) : span.start] in ("", "\n", "\t")
    return is_first and word[0] in _NOTE_LETTERS and lexicon(("en",)).weight(word[1:]) >= COMMON


def _is_unknown(word: str, often: str) -> bool:
    """Tell whether no list has the word, and one has the word that it is taken for."""
    english = lexicon(("en",))
    return english.weight(often) > 0 and not english.has(word)


def _is_sure(word: str, right: str) -> bool:
    """Tell whether the word cannot be made of others, and no other word near to it comes close to the right one."""
    english = lexicon(("en",))
    if english.has(word):
        return False
    others = max((english.weight(other) for other in beside(word) - {right}), default=0.0)
    return english.weight(right) >= others + _LEAD
