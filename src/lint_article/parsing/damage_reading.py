"""What a broken word was: its readings, weighed by the lexicon, the document's words and what each sign stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import pairwise, product
from math import log10, prod
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.parsing.damage_signs import BrokenWord, unbroken
from lint_article.parsing.lexicon import Lexicon

LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
# How often each stands in English running text, among all of them; f alone: a sign for one letter of the ligature.
USUAL = {"fi": 0.46, "fl": 0.13, "ff": 0.14, "ffi": 0.08, "ffl": 0.01, "f": 0.15}
RARE = {"ft": 0.004, "tt": 0.004, "ti": 0.004, "Th": 0.004, "st": 0.002, "ct": 0.002, "fj": 0.002}
ACCENTED = tuple("áàâãäåæçéèêëíìîïñóòôõöøœúùûüýßšžčřěůąęłńśźżđğışț")
# Where TeX's T1 and OT1 encodings (Ferguson et al., Cork 1990; Knuth, Computer Modern) have their ligatures.
_PLACES = {27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 11: "ff", 12: "fi", 14: "ffi", 15: "ffl"}
ENCODED = {sign: filling for place, filling in _PLACES.items() for sign in (chr(place), f"(cid:{place})")}
FILLINGS = (*USUAL, *ACCENTED)
_ACCENTS = frozenset(ACCENTED)
_PRIOR = {**dict.fromkeys(ACCENTED, 0.02), **USUAL, **RARE}
_MOST_CHOICES = 5000
PURE = 0.9  # a sign stands for one thing if this share of its certain words says so
_FEW = 3  # votes that make a rule of a chance
Certainty = Literal["sure", "learned", "open", "none"]
Votes = Mapping[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a broken word; `score` is a decimal logarithm."""

    word: str
    fillings: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads broken words: by the lexicon, the document's own words, and the votes of its certain repairs."""

    lexicon: Lexicon
    vocabulary: Mapping[str, int]
    votes: Votes = field(default_factory=dict)

    def readings(self, broken: BrokenWord, fillings: tuple[str, ...]) -> list[Reading]:
        """Return the readings with these fillings that are words, the likeliest first."""
        choices = {choice: broken.filled(choice) for choice in self._choices(broken, fillings)}
        plain = {choice: word for choice, word in choices.items() if not _ACCENTS.intersection(choice)}
        for weigh, tried in ((self.knows, choices), (self.derives, plain), (self.compounds, plain)):
            weighed = ((choice, word, weigh(word)) for choice, word in tried.items())
            found = [Reading(word, c, weight + self._chances(broken, c)) for c, word, weight in weighed if weight]
            if found:
                return sorted(found, key=lambda reading: -reading.score)
        return []

    def guesses(self, broken: BrokenWord, fillings: tuple[str, ...]) -> list[Reading]:
        """Return all readings of a word that no list has, by the letters around such fillings in other words."""
        made = (Reading(broken.filled(c), c, self._likeness(broken, c)) for c in self._choices(broken, fillings))
        return sorted(made, key=lambda reading: -reading.score)

    def settled(self, sign: str) -> tuple[str, ...]:
        """Return what a sign may stand for in this document: one filling, or all that its votes leave open."""
        votes = self.votes.get(sign, Counter())
        count, encoded = votes.total(), ENCODED.get(sign, "")
        if encoded and (not count or votes[encoded] >= PURE * count):
            return (encoded,)
        if count < _FEW:
            return FILLINGS
        best, most = votes.most_common(1)[0]
        if most >= PURE * count:
            return (best,)
        accents = sum(votes[letter] for letter in ACCENTED)
        if accents > (1 - PURE) * count:
            return ACCENTED if accents >= PURE * count else FILLINGS
        return LIGATURES if votes["f"] <= (1 - PURE) * count else tuple(USUAL)

    def knows(self, word: str) -> float:
        """Return how well a word is known: its weight, more for the document's own words, 0 for an unknown one."""
        word = unbroken(word)
        seen = self.vocabulary.get(word.lower(), 0)
        return self.lexicon.weight(word) + (2 + log10(seen) if seen else 0)

    def derives(self, word: str) -> float:
        """Return the weight of a word that only its stem makes known: little, or 0."""
        word = unbroken(word)
        return 1.0 if len(word) > 6 and self.lexicon.derived(word) else 0.0

    def compounds(self, word: str) -> float:
        """Return the weight of a word that is two words in one: little, or 0."""
        return 1.0 if self.lexicon.compound(unbroken(word)) else 0.0

    def plausible(self, broken: BrokenWord, filling: str) -> bool:
        """Tell whether other words begin or end like this one, as the words of a kindred language do."""
        head, tail = "^" + broken.letters[0] + filling, filling + broken.letters[-1] + "$"
        return any(len(part) > 6 and self.lexicon.holding(part) for part in (head, tail))

    def _choices(self, broken: BrokenWord, fillings: tuple[str, ...]) -> list[tuple[str, ...]]:
        holes = len(broken.signs)
        return list(product(fillings, repeat=holes)) if len(fillings) ** holes <= _MOST_CHOICES else []

    def _chances(self, broken: BrokenWord, choice: tuple[str, ...]) -> float:
        return log10(prod(self._chance(s, f) for s, f in zip(broken.signs, choice, strict=True)))

    def _chance(self, sign: str, filling: str) -> float:
        votes = self.votes.get(sign, Counter())
        return (votes[filling] + _PRIOR[filling]) / (votes.total() + 1)

    def _likeness(self, broken: BrokenWord, choice: tuple[str, ...]) -> float:
        pieces = list(_pieces(broken, choice))
        return sum(log10(self.lexicon.holding(piece) + 0.1) for piece in pieces) + self._chances(broken, choice)


def _pieces(broken: BrokenWord, choice: tuple[str, ...]) -> Iterator[str]:
    """Yield the letters around each filling: those before, those after, and both."""
    letters = ("^" + broken.letters[0], *broken.letters[1:-1], broken.letters[-1] + "$")
    for (left, right), filling in zip(pairwise(letters), choice, strict=True):
        yield left[-3:] + filling
        yield filling + right[:3]
        yield left[-1:] + filling + right[:1]
        yield left[-2:] + filling + right[:2]
