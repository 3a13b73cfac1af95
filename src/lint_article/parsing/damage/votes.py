"""What a sign stands for in a document: the different words that hold it vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from math import log10

from lint_article.dataclass import dataclass
from lint_article.parsing.damage.broken_words import BrokenWord
from lint_article.parsing.damage.ligature_signs import (
    ACCENTED,
    CATCH_ALL,
    ENCODED,
    LIGATURES,
    PAIRS,
    PRIOR,
    RARE,
    SETS,
    USUAL,
)
from lint_article.parsing.damage.readings import Fillings, Restoration

PURE = 0.9  # a sign stands for one thing if this share of its words says so
_BEYOND_CHANCE = 2.0  # decimal logarithm: how unlikely it must be that a sign for anything is seen for one thing only
_FEWEST = 2  # words that make a rule of what one of them shows
_EVIDENCE = 3  # letters that a word needs beside its hole to be evidence
_SHARES = {**USUAL, **{filling: prior / sum(RARE.values()) for filling, prior in RARE.items()}}
_PAIR = 2
_PRIOR_OF_PAIR = 1e-4
_PRIOR_IN_SET = 0.5
_NONE: Counter[str] = Counter()


@dataclass(frozen=True, slots=True)
class Votes:
    """Counts of different words with a sign. `sure`: those with one reading, by what the sign is in it.

    `fits`: those that a filling makes a word. `tried`: those that have a reading. `words`: all of them.
    """

    sure: Counter[str] = field(default_factory=Counter)
    fits: Counter[str] = field(default_factory=Counter)
    tried: int = 0
    words: int = 0

    def best(self) -> tuple[str, int]:
        """Return what the sign is in nearly all of its words, and how many more words that fits than anything else."""
        (best, count), (_, second) = [*self.fits.most_common(2), ("", 0), ("", 0)][:2]
        agreed = count >= PURE * self.tried and self.sure[best] >= PURE * self.sure.total()
        return (best, count - second) if agreed and count > second else ("", 0)

    def support(self, filling: str) -> float:
        """Return how many words speak for a filling: those with one reading, and some of those that it fits."""
        return self.sure[filling] or (
            self.fits[filling] * (self.fits[filling] / self.tried) ** 4 if self.tried else 0.0
        )


@dataclass(frozen=True, slots=True)
class Signs:
    """What the signs of a document stand for; `likely`: where no word has a reading, by the letters beside them."""

    votes: Mapping[str, Votes]
    likely: Mapping[str, str] = field(default_factory=dict)

    def fillings(self, sign: str) -> Fillings:
        """Return all that a sign may stand for.

        A sign for anything may be one letter of a ligature; U+FFFD a letter with an accent, two of it two ligatures.
        """
        if CATCH_ALL.isdisjoint(sign):
            return (*LIGATURES, *RARE)
        letters = ACCENTED if "\ufffd" in sign else ()
        return (*USUAL, *RARE, *letters, *(PAIRS if len(sign) == _PAIR else ()))

    def chance(self, sign: str, filling: str) -> float:
        """Return how likely a sign stands for a filling; a font with one ligature of a set has all of the set."""
        votes = self._of(sign)
        prior = PRIOR.get(filling, _PRIOR_OF_PAIR)
        if filling in SETS and any(votes.sure[other] for other in SETS):
            prior = max(prior, _PRIOR_IN_SET)
        return (votes.support(filling) + prior) / (votes.sure.total() + 1)

    def rank(self, word: BrokenWord, readings: Iterable[Restoration]) -> list[tuple[float, Restoration]]:
        """Return the readings with their scores, the likeliest first."""
        scored = ((one.weight + self._chances(word, one), one) for one in readings)
        return sorted(scored, key=lambda pair: -pair[0])

    def meaning(self, sign: str) -> str:
        """Return the one thing that a sign stands for throughout the document, or ""."""
        votes, encoded = self._of(sign), ENCODED.get(sign, "")
        if encoded and votes.fits[encoded] >= PURE * votes.tried:
            return encoded
        best, lead = votes.best()
        if not best or (votes.sure[best] < _FEWEST and lead < _FEWEST):
            return self.likely.get(sign, "")
        if CATCH_ALL.isdisjoint(sign):
            return best
        unlikely = -log10(_SHARES.get(best, PRIOR.get(best, _PRIOR_OF_PAIR))) * votes.sure[best] >= _BEYOND_CHANCE
        return best if unlikely and votes.sure[best] == votes.sure.total() else ""

    def shown_fillings(self, sign: str) -> Fillings:
        """Return what a sign stands for in words with one reading, the commonest first."""
        return tuple(filling for filling, _ in self._of(sign).sure.most_common())

    def is_shown(self, sign: str, filling: str) -> bool:
        """Tell whether at least two words with one reading say that a sign stands for a filling."""
        return self._of(sign).sure[filling] >= _FEWEST or ENCODED.get(sign) == filling

    def is_accent(self, sign: str) -> bool:
        """Tell whether a sign stands mostly for letters with accents."""
        seen = self._of(sign).sure
        return seen.total() > _FEWEST and sum(seen[letter] for letter in ACCENTED) >= PURE * seen.total()

    def is_known(self, sign: str, share: float) -> bool:
        """Tell whether enough of a sign's words have one reading for the others to be guessed by them."""
        votes = self._of(sign)
        return sign in ENCODED or votes.sure.total() >= max(_FEWEST, share * votes.words)

    def _chances(self, word: BrokenWord, reading: Restoration) -> float:
        return sum(log10(self.chance(sign, what)) for sign, what in zip(word.signs, reading.fillings, strict=True))

    def _of(self, sign: str) -> Votes:
        return self.votes.get(sign, Votes(_NONE, _NONE))


def count_votes(words: Iterable[tuple[BrokenWord, list[Restoration]]]) -> Signs:
    """Count what each sign is in the readings of different words; those that parts make do not vote."""
    votes: dict[str, list[Counter[str]]] = {}
    for word, readings in words:
        if word.size < _EVIDENCE:
            continue
        listed = [] if not readings or readings[0].made else readings
        for hole, sign in enumerate(word.signs):
            sure, fits, counts = votes.setdefault(sign, [Counter(), Counter(), Counter()])
            counts["words"] += 1
            counts["tried"] += bool(listed)
            fits.update({reading.fillings[hole] for reading in listed})
            if len(listed) == 1:
                sure[listed[0].fillings[hole]] += 1
    return Signs({s: Votes(sure, fits, c["tried"], c["words"]) for s, (sure, fits, c) in votes.items()})
