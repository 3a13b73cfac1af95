"""What each word was that holds a sign which no word has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lint_article.document import Repair
from lint_article.parsing.damage_reading import ACCENTED, ENCODED, FILLINGS, RARE, USUAL, Certainty, Reader, Reading
from lint_article.parsing.damage_signs import BrokenWord
from lint_article.parsing.lexicon import COMMON

_EVIDENCE = 3  # letters that a word needs beside its hole to be evidence
_SHORTEST_WORD = 2
_SHARE = 0.2  # of the words with a sign that must be certain for the others to be guessed


def judge_hard(words: Iterable[BrokenWord], reader: Reader) -> Iterator[Repair]:
    """Yield the repair of every word that holds a sign which no word has."""
    words = [_fitted(word, reader) for word in words]
    learned = Reader(reader.lexicon, reader.vocabulary, _votes(words, reader))
    trusted = ENCODED.keys() | _trusted(words, learned)
    judged: dict[tuple[tuple[str, ...], tuple[str, ...]], Repair] = {}
    for word in words:
        key = word.letters, word.signs
        if key not in judged:
            judged[key] = _judged(word, learned, trusted.issuperset(word.signs))
        yield replace(judged[key], span=word.span)


def _trusted(words: Iterable[BrokenWord], learned: Reader) -> set[str]:
    """Return the signs of which enough certain words are known for the others to be guessed by them."""
    different = {(word.letters, word.signs) for word in words if word.size >= _EVIDENCE}
    tried = Counter(sign for _, signs in different for sign in signs)
    voted = {sign: learned.votes.get(sign, Counter()).total() for sign in tried}
    return {sign for sign, count in voted.items() if count > 1 and count >= _SHARE * tried[sign]}


def _fitted(word: BrokenWord, reader: Reader) -> BrokenWord:
    """Return the word, or what stands on its holes' side of a hyphen or line break if that is the better word."""
    side = word.trimmed()
    if side is None:
        return word
    whole, alone = (max((r.score for r in _read(w, reader)), default=0.0) for w in (word, side))
    return side if alone > whole or not whole else word


def _read(word: BrokenWord, reader: Reader) -> list[Reading]:
    """Return the word's readings; a letter with an accent may have stood in a hole that U+FFFD marks."""
    readings = reader.readings(word, tuple(USUAL))
    settled = any(reader.knows(reading.word) >= COMMON for reading in readings)
    if not all("\ufffd" in sign and (not settled or reader.settled(sign) is ACCENTED) for sign in word.signs):
        return readings
    if len(word.signs) > 1:
        return reader.readings(word, FILLINGS)
    accented = reader.readings(word, ACCENTED)
    return sorted([*readings, *accented], key=lambda reading: -reading.score)


def _votes(words: Iterable[BrokenWord], reader: Reader) -> dict[str, Counter[str]]:
    """Return how many different words with one reading only say what each sign stands for."""
    votes: dict[str, Counter[str]] = {}
    for word in {(word.letters, word.signs): word for word in words}.values():
        readings = _read(word, reader) if word.size >= _EVIDENCE else []
        if len(readings) == 1:
            for sign, filling in zip(word.signs, readings[0].fillings, strict=True):
                votes.setdefault(sign, Counter())[filling] += 1
    return votes


def _judged(word: BrokenWord, reader: Reader, trusted: bool) -> Repair:
    alone = word.size == 0 or (word.size == 1 and not "".join(word.letters).isascii())  # a sign of mathematics
    if alone or (not trusted and (word.size < 2 or _whole_without(word, reader))):
        return repair_of(word, [], "none")
    readings = _read(word, reader)
    settled = [reader.settled(sign) for sign in word.signs]
    fitting = [r for r in readings if all(f in s for f, s in zip(r.fillings, settled, strict=True))]
    if len(readings) == 1 and (fitting or not trusted):
        return repair_of(word, readings, "sure")
    if fitting:
        return repair_of(word, fitting, "learned" if len(fitting) == 1 and trusted else "open")
    one = all(len(choice) == 1 for choice in settled)
    if trusted and (one or not readings) and not two_words(word, reader):
        fillings = tuple(dict.fromkeys(f for choice in settled for f in choice if f in USUAL))
        return repair_of(word, reader.guesses(word, fillings), "learned" if one else "open")
    return _rarely(word, reader, readings)


def _rarely(word: BrokenWord, reader: Reader, readings: list[Reading]) -> Repair:
    """Return the repair of a word to which the usual fillings do not fit: a rarer ligature."""
    if word.size >= _EVIDENCE and not readings:
        readings = reader.readings(word, tuple(RARE))[:1]
    return repair_of(word, readings, "open" if readings else "none")


def two_words(word: BrokenWord, reader: Reader) -> bool:
    """Tell whether the letters before and after the sign are two words, as in `Who?me`."""
    left, right = word.letters[0], word.letters[-1]
    if min(len(left), len(right)) < _SHORTEST_WORD:
        return False
    weight = min(reader.lexicon.weight(left), reader.lexicon.weight(right))
    return weight >= COMMON + left[:1].isupper()


def _whole_without(word: BrokenWord, reader: Reader) -> bool:
    """Tell whether the letters beside a hole at the word's edge are a word: a dash or quotation mark may be lost."""
    return "" in word.letters and reader.lexicon.weight(max(word.letters, key=len)) > COMMON


def repair_of(word: BrokenWord, readings: list[Reading], certainty: Certainty) -> Repair:
    """Return the repair by the first reading; none if there is no reading."""
    if not readings:
        return Repair(word.span, "", "none", word.signs[0])
    best, *rest = readings
    others = tuple(reading.word for reading in rest[:3]) if certainty == "open" else ()
    return Repair(word.span, best.word, certainty, word.signs[0], best.fillings[0], others)
