"""What is a word: frequency lists of well-kept packages, read only when a damaged word is met."""

from __future__ import annotations

import re
from dataclasses import field
from functools import lru_cache
from importlib.util import find_spec
from math import log10
from pathlib import Path
from unicodedata import normalize

from lint_article.dataclass import dataclass
from lint_article.parsing.language.word_list import WordList, read_word_list

LANGUAGES = frozenset("ar de en es eu fa fr it lv nl pt ru".split())
_OTHER_SCRIPTS = frozenset("am ar be bg el fa he hi hy ja ka kk ko mk mn ru sr ta th uk ur zh".split())
_COMPOUNDING = frozenset({"de", "nl"})  # languages in which two nouns written as one are a word
_PREFIXES = tuple(
    """anti auto bio co counter cyber de dis electro geo hetero homo hydro hyper immuno in infra inter intra macro micro
    mini mis mono multi nano neo neuro non out over photo poly post pre pro pseudo psycho quasi radio re self semi socio
    sub super supra tele thermo trans tri ultra un under uni""".split()
)
_SUFFIXES = tuple("'s ’s s ly ness less like able ability ation ations ization ed ing".split())
# The English list has American spellings only.
_BRITISH = re.compile(
    r"(?<=[a-z]{2})(?:(?P<is>is)(?=(?:e[drs]?|ers|ing|ations?|ational)$)|(?P<ys>ys)(?=(?:e[drs]?|ers|ing)$)"
    r"|(?P<our>our)(?=(?:s|ed|ing|able|ite|ful|less)?$)|(?P<re>(?<=[bt])re)(?=s?$)|(?P<ll>ll)(?=(?:ed|ing|er)$))"
)
_AMERICAN = {"is": "iz", "ys": "yz", "our": "or", "re": "er", "ll": "l"}
_SHORTEST_STEM = 4
# What weights mean: below the first, a word is mostly an abbreviation or a misprint; above the others it needs no
# second look, or none at all.
FRAGMENT, COMMON, EVERYDAY = 2.0, 3.5, 5.0
_MOST_LOOKS = 600
_MOST_WEIGHED = 100_000  # as many different words as 10 MB of articles have; 15 MB


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of some languages; `counts` hold each list's own frequencies, keys in lower case.

    `compounds`: two of its words written as one are a word, too. `is_english`: British spellings are words, too.
    """

    counts: tuple[WordList, ...]
    compounds: bool = False
    is_english: bool = False
    _weights: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    _begun: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    _held: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _letters: dict[bytes, bytes] = field(default_factory=dict, repr=False, compare=False)

    def weight(self, word: str) -> float:
        """Return the decimal logarithm of the word's count, and 0 for an unknown word (source: the list's corpus)."""
        if word not in self._weights:
            if len(self._weights) >= _MOST_WEIGHED:
                self._weights.clear()
            self._weights[word] = self._weigh(word.lower() if word.isascii() else normalize("NFC", word.lower()))
        return self._weights[word]

    def _weigh(self, word: str) -> float:
        most = self._count(word)
        if not most and self.is_english and (found := _BRITISH.search(word)):
            most = self._count(word[: found.start()] + _AMERICAN[found.lastgroup or ""] + word[found.end() :])
        return log10(most + 1)

    def _count(self, word: str) -> int:
        return max([counts.get(word, 0) for counts in self.counts], default=0)

    def has(self, word: str) -> bool:
        """Tell whether the word is listed, or is made of listed words by rule."""
        return self.weight(word) > 0 or self.is_derived(word) or (self.compounds and self.is_compound(word))

    def is_beginning(self, letters: str) -> bool:
        """Tell whether any word begins with these letters."""
        if letters not in self._begun:
            if len(self._begun) >= _MOST_WEIGHED:
                self._begun.clear()
            begun = letters.lower() if letters.isascii() else normalize("NFC", letters.lower())
            self._begun[letters] = any(counts.is_beginning(begun) for counts in self.counts)
        return self._begun[letters]

    def is_derived(self, word: str) -> bool:
        """Tell whether the word is a known stem with a common prefix or suffix."""
        word = word.lower()
        stems: list[str] = []
        if word.startswith(_PREFIXES):
            stems += [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
        if word.endswith(_SUFFIXES):
            stems += [word[: -len(suffix)] for suffix in _SUFFIXES if word.endswith(suffix)]
        return any(len(stem) >= _SHORTEST_STEM and self.weight(stem) > 0 for stem in stems)

    def is_compound(self, word: str) -> bool:
        """Tell whether the word is two known words in one."""
        cuts = range(_SHORTEST_STEM, len(word) - _SHORTEST_STEM + 1)
        return any(self.weight(word[:cut]) and self.weight(word[cut:]) for cut in cuts)

    def holding(self, letters: str) -> int:
        """Return how many words with an f, or else a t, hold these letters; `^` and `$` stand for a word's two ends.

        Each look goes through all of them; after very many the answer to a new question is 0, so that a text of nothing
        but damage takes no longer.
        """
        letters = letters.lower()
        if letters in self._held or len(self._held) > _MOST_LOOKS:
            return self._held.get(letters, 0)
        piece = letters.replace("^", '"').replace("$", '"').encode("utf-8", "replace")
        self._held[letters] = self._words_with(b"f" if b"f" in piece else b"t").count(piece)
        return self._held[letters]

    def _words_with(self, letter: bytes) -> bytes:
        if letter not in self._letters:
            self._letters[letter] = b"".join(word for counts in self.counts for word in counts.quoted_with(letter))
        return self._letters[letter]


@lru_cache(maxsize=16)
def lexicon(languages: tuple[str, ...]) -> Lexicon:
    """Return the lexicon of languages by their primary BCP 47 subtags.

    English is added where no language is known, or none that is written in Latin letters: what is Latin in such a text
    is mostly English. A language without a list has no words.
    """
    listed = [language for language in languages if language in LANGUAGES]
    if _OTHER_SCRIPTS.issuperset(languages):
        listed.append("en")
    return Lexicon(tuple(map(_counts, listed)), not _COMPOUNDING.isdisjoint(listed), "en" in listed)


@lru_cache(maxsize=8)
def _counts(language: str) -> WordList:
    """Read pyspellchecker's list itself: importing the package would cost more than reading it."""
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None:  # a broken installation: nothing is a word, and nothing gets repaired
        return WordList(b"")
    return read_word_list(Path(spec.origin).parent / "resources" / f"{language}.json.gz")
