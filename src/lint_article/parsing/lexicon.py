"""What is a word: frequency lists of well-kept packages, read only when a damaged word is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from importlib.util import find_spec
from math import log10
from pathlib import Path

from lint_article.dataclass import dataclass
from lint_article.parsing.wordlist import read_word_list

LANGUAGES = frozenset("ar de en es eu fa fr it lv nl pt ru".split())
_LATIN = LANGUAGES - {"ar", "fa", "ru"}
_PREFIXES = tuple(
    """anti auto bio co counter cyber de dis electro geo hetero homo hydro hyper immuno in infra inter intra macro micro
    mini mis mono multi nano neo neuro non out over photo poly post pre pro pseudo psycho quasi radio re self semi socio
    sub super supra tele thermo trans tri ultra un under uni""".split()
)
_SUFFIXES = tuple("'s ’s s ly ness less like able ability ation ations ization ed ing".split())
_SHORTEST_STEM = 4
# What weights mean: below the first, a word is mostly an abbreviation or a misprint; above the others it needs no
# second look, or none at all.
FRAGMENT, COMMON, EVERYDAY = 2.0, 3.5, 5.0
_MOST_LOOKS = 10_000


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one or two languages; `counts` hold each list's own frequencies, keys in lower case."""

    counts: tuple[Mapping[str, int], ...]
    _held: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _letters: list[str] = field(default_factory=list, repr=False, compare=False)

    def weight(self, word: str) -> float:
        """Return the decimal logarithm of the word's count, and 0 for an unknown word (source: the list's corpus)."""
        word = word.lower()
        most = 0
        for counts in self.counts:
            most = max(most, counts.get(word, 0))
        return log10(most + 1)

    def derived(self, word: str) -> bool:
        """Tell whether the word is a known stem with a common prefix or suffix."""
        word = word.lower()
        stems = [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
        stems += [word[: -len(suffix)] for suffix in _SUFFIXES if word.endswith(suffix)]
        return any(len(stem) >= _SHORTEST_STEM and self.weight(stem) > 0 for stem in stems)

    def compound(self, word: str) -> bool:
        """Tell whether the word is two known words in one."""
        cuts = range(_SHORTEST_STEM, len(word) - _SHORTEST_STEM + 1)
        return any(self.weight(word[:cut]) and self.weight(word[cut:]) for cut in cuts)

    def holding(self, letters: str) -> int:
        """Return how many words with an f hold these letters in a row; `^` and `$` stand for a word's two ends.

        Each look goes through the whole list; after very many the answer to a new question is 0, so that a text of
        nothing but damage takes no longer.
        """
        letters = letters.lower()
        if letters in self._held or len(self._held) > _MOST_LOOKS:
            return self._held.get(letters, 0)
        if not self._letters:
            words = (word for counts in self.counts for word in counts if "f" in word)
            self._letters.append("^" + "$^".join(words) + "$")
        self._held[letters] = self._letters[0].count(letters)
        return self._held[letters]


@lru_cache(maxsize=4)
def lexicon(languages: tuple[str, ...]) -> Lexicon:
    """Return the lexicon of BCP 47 languages, and of English where none of them has a list of Latin words."""
    primary = dict.fromkeys(language.partition("-")[0].lower() for language in languages)
    listed = [language for language in primary if language in LANGUAGES]
    if not _LATIN.intersection(listed):
        listed.append("en")  # what is Latin in a text of another script is mostly English
    return Lexicon(tuple(_counts(language) for language in listed))


@lru_cache(maxsize=4)
def _counts(language: str) -> Mapping[str, int]:
    """Read pyspellchecker's list itself: importing the package would cost more than reading it."""
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None:  # a broken installation: nothing is a word, and nothing gets repaired
        return {}
    return read_word_list(Path(spec.origin).parent / "resources" / f"{language}.json.gz")
