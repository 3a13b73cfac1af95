"""What each word was that holds a sign which no word has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from lint_article.document import Certainty, Repair
from lint_article.parsing.damage.broken_words import BrokenWord
from lint_article.parsing.damage.ligature_signs import (
    ACCENTED,
    CATCH_ALL,
    LIGATURES,
    LIGATURES_OF_T1,
    MARKS_OF_T1,
    PAIRS,
    RARE,
    SETS,
)
from lint_article.parsing.damage.readings import Fillings, Restoration, WordRestorer
from lint_article.parsing.damage.votes import Signs, count_votes
from lint_article.parsing.language.lexicon import COMMON

_ACCENTS = frozenset(ACCENTED)
_RARE = PAIRS.union(RARE)
_ORNAMENTAL = RARE.keys() - set(SETS)
_SHORTEST_WORD = 2
_SHARE = 0.2  # of the words with a sign that must be certain for the others to be guessed
_CLEAR = 2.0  # decimal logarithm: how much likelier one reading must be than the next to be the only one
_FEWEST = 2  # letters of a broken word that may be read by itself; words that show what a sign is
_EVIDENCE = 3  # letters that make it no chance that a word has one reading only
_Key = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def restore_unambiguous(words: Iterable[BrokenWord], reader: WordRestorer) -> Iterator[Repair]:
    """Yield the repair of every word that holds a sign which no word has."""
    court = _Court(reader)
    fit_signs = [court.fit_signs(word) for word in words]
    court.count(fit_signs)
    for word in fit_signs:
        yield court.judge_word(word)


class _Court:
    """Judges the words of one document: reads each different one once, counts the votes, then decides."""

    def __init__(self, reader: WordRestorer) -> None:
        self._reader = reader
        self._signs = Signs({})
        self._marks: frozenset[str] = frozenset()
        self._read: dict[_Key, list[Restoration]] = {}
        self._judged: dict[_Key, Repair] = {}

    def fit_signs(self, word: BrokenWord) -> BrokenWord:
        """Return the word, or what stands on its holes' side of a hyphen or line break if that is the better word."""
        side = word.trim()
        if side is None:
            return word
        whole, alone = (max((r.weight for r in self._readings(w)), default=0.0) for w in (word, side))
        return side if alone > whole or not whole else word

    def count(self, words: Iterable[BrokenWord]) -> None:
        """Count what the different words say of their signs."""
        different = {self._key(word): word for word in words}.values()
        signs = count_votes((word, self._readings(word)) for word in different)
        self._signs = replace(signs, likely=self._likeliest(signs, different))
        is_t1 = any(votes.fits[LIGATURES_OF_T1.get(sign, "")] for sign, votes in signs.votes.items())
        self._marks = MARKS_OF_T1 if is_t1 else frozenset()

    def _likeliest(self, signs: Signs, words: Collection[BrokenWord]) -> dict[str, str]:
        """Return what signs are by which most words of a language without a list look like English ones.

        Each stands for another ligature; the one in most words is read first.
        """
        likely: dict[str, str] = {}
        for sign, votes in sorted(signs.votes.items(), key=lambda pair: -pair[1].words):
            if votes.tried or not CATCH_ALL.isdisjoint(sign):
                continue
            ones = [word for word in words if word.signs == (sign,) and word.size >= _EVIDENCE]
            left = [filling for filling in LIGATURES if filling not in likely.values()]
            ranked = sorted(((sum(self._reader.is_similar(word, f) for word in ones), f) for f in left), reverse=True)
            (best, filling), (second, _) = ranked[:2] if len(ranked) > 1 else (*ranked, (0, ""), (0, ""))[:2]
            if best >= max(_FEWEST, _SHARE * len(ones), 2 * second):
                likely[sign] = filling
        return likely

    def judge_word(self, word: BrokenWord) -> Repair:
        """Return the repair of a word."""
        key = self._key(word)
        if key not in self._judged:
            self._judged[key] = self._judge(word)
        return replace(self._judged[key], span=word.span)

    def _key(self, word: BrokenWord) -> _Key:
        return word.letters, word.signs, self._reader.passages.languages_at(word.span.start)

    def _readings(self, word: BrokenWord) -> list[Restoration]:
        key = self._key(word)
        if key not in self._read:
            fillings = [self._signs.fillings(sign) for sign in word.signs]
            self._read[key] = self._reader.readings(word, fillings)
        return self._read[key]

    def _judge(self, word: BrokenWord) -> Repair:
        known = all(self._signs.is_known(sign, _SHARE) or sign in self._signs.likely for sign in word.signs)
        if _is_no_word(word) or not self._marks.isdisjoint(word.signs):
            return repair_of(word, [], "none")
        if not known and (word.size < _FEWEST or is_whole_without(word, self._reader)):
            return repair_of(word, [], "none")
        meanings = tuple(self._signs.meaning(sign) for sign in word.signs)
        likely = self._likely(word)
        fitting = [reading for reading in likely if not self._is_contradicted(word, reading, meanings)]
        if ranked := self._signs.rank(word, fitting):
            return repair_of(word, [reading for _, reading in ranked], self._certainty(word, ranked, meanings))
        if known and not (are_two_words(word, self._reader) or is_whole_without(word, self._reader)):
            return self._guess_repair(word, meanings)
        return repair_of(word, [], "none")

    def _is_contradicted(self, word: BrokenWord, reading: Restoration, meanings: Fillings) -> bool:
        """Tell whether a sign that stands for one thing in this document would stand for another one here."""
        ones = zip(word.signs, reading.fillings, meanings, strict=True)
        return any(meaning not in ("", filling) and CATCH_ALL.isdisjoint(sign) for sign, filling, meaning in ones)

    def _likely(self, word: BrokenWord) -> list[Restoration]:
        """Return the readings by letters with an accent alone, or without them, as the signs or a common word say."""
        readings = self._readings(word)
        accented = [reading for reading in readings if _ACCENTS.issuperset(reading.fillings)]
        plain = [reading for reading in readings if _ACCENTS.isdisjoint(reading.fillings)]
        if all(self._signs.is_accent(sign) for sign in word.signs):
            return accented or plain
        common = any(r.weight >= COMMON and _RARE.isdisjoint(r.fillings) for r in plain)
        return plain if common else readings

    def _certainty(self, word: BrokenWord, ranked: list[tuple[float, Restoration]], meanings: Fillings) -> Certainty:
        """Tell how sure the first reading is: the signs mean it, or no other reading is a word or as likely."""
        best = ranked[0][1]
        meant = best.fillings == meanings
        if best.made:
            return "open" if not meant else "learned" if self._reader.lexicon_at(word).has(best.word) else "guessed"
        if meant:
            return "sure" if len(self._readings(word)) == 1 else "learned"
        shown = all(self._signs.is_shown(*pair) for pair in zip(word.signs, best.fillings, strict=True))
        if not self._is_proof(word, best):
            return "open"
        if len(ranked) == 1:
            return "sure" if shown or _RARE.isdisjoint(best.fillings) else "open"
        clear = ranked[0][0] - ranked[1][0] >= _CLEAR and PAIRS.isdisjoint(best.fillings)
        return "learned" if shown and clear else "open"

    def _is_proof(self, word: BrokenWord, reading: Restoration) -> bool:
        """Tell whether a word is long and common enough for its reading to be no chance.

        Names have too many readings, no sentence begins with a small letter, and few fonts have other ligatures.
        """
        if not word.letters[0] and reading.word[0].islower() and self._reader.is_sentence_start(word):
            return False
        if not _ORNAMENTAL.isdisjoint(reading.fillings):
            return False
        is_name = word.letters[0][:1].isupper() and "de" not in self._reader.passages.languages_at(word.span.start)
        return word.size >= _EVIDENCE and not (is_name and reading.weight < COMMON)

    def _guess_repair(self, word: BrokenWord, meanings: Fillings) -> Repair:
        """Return the repair of a word that no list has, by what its signs mean elsewhere."""
        if all(meanings):
            return repair_of(word, [Restoration(word.fill(meanings), meanings, 0.0, made=True)], "guessed")
        shown = [tuple(f for f in self._signs.shown_fillings(sign) if f not in _ACCENTS) for sign in word.signs]
        guesses = self._signs.rank(word, self._reader.guesses(word, shown))
        return repair_of(word, [reading for _, reading in guesses], "open")


def _is_no_word(word: BrokenWord) -> bool:
    """Tell whether a sign stands alone, or beside a letter of mathematics."""
    return word.size == 0 or (word.size == 1 and not "".join(word.letters).isascii())


def are_two_words(word: BrokenWord, reader: WordRestorer) -> bool:
    """Tell whether the letters before and after the sign are two words, as in `Who?me`."""
    left, right = word.letters[0], word.letters[-1]
    if min(len(left), len(right)) < _SHORTEST_WORD:
        return False
    lexicon = reader.lexicon_at(word)
    return min(lexicon.weight(left), lexicon.weight(right)) >= COMMON + left[:1].isupper()


def is_whole_without(word: BrokenWord, reader: WordRestorer) -> bool:
    """Tell whether the letters beside a hole at the word's edge are a word: a dash or quotation mark may be lost."""
    return "" in word.letters and reader.lexicon_at(word).weight(max(word.letters, key=len)) > COMMON


def repair_of(word: BrokenWord, readings: list[Restoration], certainty: Certainty) -> Repair:
    """Return the repair by the first reading; none if there is no reading."""
    if not readings:
        return Repair(word.span, "", "none", word.signs[0])
    best, *rest = readings
    others = tuple(reading.word for reading in rest[:3]) if certainty == "open" else ()
    return Repair(word.span, best.word, certainty, word.signs[0], best.fillings[0], others)
