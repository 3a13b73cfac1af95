"""What a broken word was: its readings, weighed by the lexicon, the document's words and what each sign stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import log10, prod

from lint_article.parsing.damage_signs import BrokenWord
from lint_article.parsing.lexicon import Lexicon

LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
# How often each stands in English running text, among all of them; f alone: a sign for one letter of the ligature.
USUAL = {"fi": 0.46, "fl": 0.13, "ff": 0.14, "ffi": 0.08, "ffl": 0.01, "f": 0.15}
RARE = {
    "ft": 0.004,
    "tt": 0.004,
    "ti": 0.004,
    "th": 0.004,
    "Th": 0.004,
    "st": 0.002,
    "ct": 0.002,
    "fj": 0.002,
    "tf": 0.001,
}
# Where TeX's T1 and OT1 encodings (Knuth, Computer Modern; Ferguson et al., Cork 1990) have their ligatures.
_PLACES = {
    **dict(zip((27, 28, 29, 30, 31), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    **dict(zip((11, 12, 14, 15), ("ff", "fi", "ffi", "ffl"), strict=True)),
}
ENCODED = {sign: filling for place, filling in _PLACES.items() for sign in (chr(place), f"(cid:{place})")}
_MOST_HOLES = 3
_FLOOR = 1e-4


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a broken word; `score` is a decimal logarithm, `known` tells a word from a guess."""

    word: str
    fillings: tuple[str, ...]
    score: float
    known: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads broken words: by the lexicon, the document's own words, and the votes of its certain repairs."""

    lexicon: Lexicon
    vocabulary: Mapping[str, int]
    votes: Mapping[str, Counter[str]]
    fillings: tuple[str, ...]

    def readings(self, broken: BrokenWord) -> list[Reading]:
        """Return the readings that are words, the likeliest first."""
        found = [r for fillings in self._choices(broken) if (r := self._reading(broken, fillings)) and r.known]
        return sorted(found, key=lambda reading: -reading.score)

    def guesses(self, broken: BrokenWord) -> list[Reading]:
        """Return all readings of a word that no list has, by the letters that stand around such fillings elsewhere."""
        made = (self._guess(broken, fillings) for fillings in self._choices(broken))
        return sorted(made, key=lambda reading: -reading.score)

    def plausible(self, broken: BrokenWord, filling: str) -> bool:
        """Tell whether other words begin or end like this one, as the words of a kindred language do."""
        head, tail = broken.letters[0] + filling, filling + broken.letters[-1]
        return (len(head) > 5 and self.lexicon.holding("^" + head) > 0) or (
            len(tail) > 6 and self.lexicon.holding(tail + "$") > 0
        )

    def chance(self, sign: str, filling: str) -> float:
        """Return how likely a sign stands for a filling, from the document's votes and the usual frequencies."""
        votes = self.votes.get(sign, Counter())
        usual = {**USUAL, **RARE}.get(filling, _FLOOR)
        encoded = 2 if ENCODED.get(sign) == filling else 0
        total = votes.total() + 1 + (2 if sign in ENCODED else 0)
        return (votes[filling] + encoded + usual) / total

    def knows(self, word: str) -> float:
        """Return how well a word is known: its weight, more for the document's own words, 0 for an unknown one."""
        seen = self.vocabulary.get(word.lower(), 0)
        return self.lexicon.weight(word) + (2 + log10(seen) if seen else 0)

    def _choices(self, broken: BrokenWord) -> Iterator[tuple[str, ...]]:
        holes = len(broken.signs)
        return product(self.fillings, repeat=holes) if holes <= _MOST_HOLES else iter(())

    def _chances(self, broken: BrokenWord, fillings: Iterable[str]) -> float:
        return log10(prod(self.chance(s, f) for s, f in zip(broken.signs, fillings, strict=True)))

    def _reading(self, broken: BrokenWord, fillings: tuple[str, ...]) -> Reading:
        word = broken.filled(fillings)
        weight = max(self.knows(form) for form in _forms(word))
        if not weight and len(word) > 6 and self.lexicon.derived(_joined(word)):
            weight = 1.0
        return Reading(word, fillings, weight + self._chances(broken, fillings), weight > 0)

    def _guess(self, broken: BrokenWord, fillings: tuple[str, ...]) -> Reading:
        seen = 1.0
        for (left, right), filling in zip(_around(broken), fillings, strict=True):
            seen *= self.lexicon.holding(left[-2:] + filling + right[:2]) + 0.1
        return Reading(broken.filled(fillings), fillings, log10(seen) + 2 * self._chances(broken, fillings), False)


def _around(broken: BrokenWord) -> list[tuple[str, str]]:
    letters = ("^" + broken.letters[0], *broken.letters[1:-1], broken.letters[-1] + "$")
    return list(pairwise(letters))


def _joined(word: str) -> str:
    """Return the word without a hyphen and line break inside it."""
    head, _, tail = word.partition("\n")
    return head.rstrip(" \t\r")[:-1] + tail.lstrip(" \t") if tail else word


def _forms(word: str) -> tuple[str, ...]:
    """Return what may be looked up for a word: itself, or both sides of a hyphen at a line's end joined or apart."""
    if "\n" not in word:
        return (word,)
    return (_joined(word), word.partition("\n")[2].lstrip(" \t"))
