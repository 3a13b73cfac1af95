"""What a broken word was: its readings, weighed by the words of its language and of the document, and by its signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from math import log10

from lint_article.dataclass import dataclass
from lint_article.parsing.damage.broken_words import BrokenWord, join_hyphenated
from lint_article.parsing.damage.ligature_signs import ACCENTED
from lint_article.parsing.language.lexicon import Lexicon, lexicon
from lint_article.parsing.language.passages import Passages

_ACCENTS = frozenset(ACCENTED)
_MOST_HEADS = 400  # beginnings of a word with many holes; more of them decide nothing
_MADE = 1.0  # weight of a word that only its parts make known
_SHORTEST_MADE = 7
_MID_SENTENCE = re.compile(r"[a-z,\d][ \xa0]\Z")
_SENTENCE_START = re.compile(r"[.!?][\"'”’)\]]?\s+\Z")
Fillings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restoration:
    """One way to read a broken word; `weight` is how well it is known, as a decimal logarithm.

    `made`: no list has the word, and its parts are words.
    """

    word: str
    fillings: Fillings
    weight: float
    made: bool = False


@dataclass(frozen=True, slots=True)
class WordRestorer:
    """Reads broken words by the lexicon of the passage that they stand in, and by the document's intact words."""

    passages: Passages
    own: Mapping[str, int]
    _sorted: list[str] = field(default_factory=list, repr=False, compare=False)

    def lexicon_at(self, word: BrokenWord) -> Lexicon:
        """Return the words of the languages that a broken word may be in."""
        return self.passages.lexicon_at(word.span.start)

    def is_word(self, letters: str, word: BrokenWord) -> bool:
        """Tell whether letters are a word of any language of the document, or of the passage of the broken word."""
        return self.passages.lexicon().weight(letters) > 0 or self.lexicon_at(word).weight(letters) > 0

    def knows(self, word: str, lexicon: Lexicon) -> float:
        """Return how well a word is known: its weight, more for the document's own words, 0 for an unknown one."""
        word = join_hyphenated(word)
        seen = self.own.get(word.lower(), 0)
        return lexicon.weight(word) + (2 + log10(seen) if seen else 0)

    def readings(self, broken: BrokenWord, fillings: Sequence[Fillings]) -> list[Restoration]:
        """Return the readings that are words, by the choices for each hole; made ones only if no other is there."""
        listed = self.find_listed(broken, fillings)
        if listed or len(broken.signs) > 1:
            return listed
        words = self.lexicon_at(broken)
        plain = ((word, choice) for word, choice in self._fill(broken, fillings) if choice[0] not in _ACCENTS)
        made = (choice for word, choice in plain if _is_made(word, words))
        return [Restoration(broken.fill(choice), choice, _MADE, made=True) for choice in made]

    def find_listed(self, broken: BrokenWord, fillings: Sequence[Fillings]) -> list[Restoration]:
        """Return the readings that a list or the document itself has, by the choices for each hole."""
        words = self.lexicon_at(broken)
        weighed = ((choice, self.knows(word, words)) for word, choice in self._fill(broken, fillings))
        return [Restoration(broken.fill(choice), choice, weight) for choice, weight in weighed if weight]

    def guesses(self, broken: BrokenWord, fillings: Sequence[Fillings]) -> list[Restoration]:
        """Return all readings of a word that no list has, by the letters around such fillings in other words."""
        words = self.lexicon_at(broken)
        likely = (
            (choice, sum(log10(words.holding(piece) + 0.1) for piece in _pieces(broken, choice)))
            for choice in _choices(fillings)
        )
        return [Restoration(broken.fill(choice), choice, weight, made=True) for choice, weight in likely]

    def is_similar(self, broken: BrokenWord, filling: str) -> bool:
        """Tell whether English words hold the letters around a filling, as loan words of other languages do."""
        left, right, english = "^" + broken.letters[0], broken.letters[-1], lexicon(("en",))
        around = (left[-3:] + filling, left[-1:] + filling + right[:1], left[-2:] + filling + right[:1])
        return all(english.holding(piece) for piece in around)

    def is_plausible(self, broken: BrokenWord, filling: str) -> bool:
        """Tell whether other words begin or end like this one, as the words of a kindred language do."""
        head, tail = broken.letters[0] + filling, filling + broken.letters[-1]
        words = self.lexicon_at(broken)
        return (len(head) > 5 and words.is_beginning(head)) or (len(tail) > 5 and words.holding(tail + "$") > 0)

    def _fitting(self, broken: BrokenWord, fillings: Sequence[Fillings]) -> Sequence[Fillings]:
        """Return the fillings without those with a capital letter, unless the word may begin a sentence with it."""
        before = self.passages.text[max(broken.span.start - 2, 0) : broken.span.start]
        if not broken.letters[0] and not _MID_SENTENCE.search(before):
            return fillings
        return [tuple(filling for filling in choices if filling.islower()) for choices in fillings]

    def is_sentence_start(self, broken: BrokenWord) -> bool:
        """Tell whether a sentence ends before a word."""
        start = broken.span.start
        return _SENTENCE_START.search(self.passages.text, max(start - 6, 0), start) is not None

    def _fill(self, broken: BrokenWord, fillings: Sequence[Fillings]) -> Iterator[tuple[str, Fillings]]:
        """Yield the words that the letters make with these fillings; of several holes, those that begin any word."""
        lexicon, fillings = self.lexicon_at(broken), self._fitting(broken, fillings)
        first, *rest = map(join_hyphenated, broken.letters)
        heads: list[tuple[str, Fillings]] = [(first, ())]
        for hole, (after, choices) in enumerate(zip(rest, fillings, strict=True), 1):
            heads = [(head + filling + after, (*chosen, filling)) for head, chosen in heads for filling in choices]
            if hole < len(rest):
                heads = [one for one in heads if lexicon.is_beginning(one[0]) or self._is_beginning(one[0].lower())]
            if len(heads) > _MOST_HEADS * max(map(len, fillings)):
                return
        yield from heads

    def _is_beginning(self, letters: str) -> bool:
        """Tell whether any of the document's words begins with these letters."""
        if not self._sorted:
            self._sorted.extend(sorted(self.own))
        at = bisect_left(self._sorted, letters)
        return at < len(self._sorted) and self._sorted[at].startswith(letters)


def _is_made(word: str, lexicon: Lexicon) -> bool:
    return (len(word) >= _SHORTEST_MADE and lexicon.is_derived(word)) or lexicon.is_compound(word)


def _choices(fillings: Sequence[Fillings]) -> list[Fillings]:
    """Return every way to fill all holes, if they are few."""
    choices: list[Fillings] = [()]
    for options in fillings:
        choices = [(*chosen, filling) for chosen in choices for filling in options]
        if len(choices) > _MOST_HEADS:
            return []
    return choices


def _pieces(broken: BrokenWord, choice: Fillings) -> Iterator[str]:
    """Yield the letters around each filling: those before, those after, and both."""
    letters = ("^" + broken.letters[0], *broken.letters[1:-1], broken.letters[-1] + "$")
    for (left, right), filling in zip(pairwise(letters), choice, strict=True):
        yield left[-3:] + filling
        yield filling + right[:3]
        yield left[-1:] + filling + right[:1]
        yield left[-2:] + filling + right[:2]
