"""Which signs of a document are damage, and what each word with one was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from lint_article.document import Repair
from lint_article.parsing.damage_reading import ACCENTED, ENCODED, LIGATURES, RARE, USUAL, Reader, Reading
from lint_article.parsing.damage_signs import BrokenWord

_EVIDENCE = 3  # letters that a word needs beside its hole to be evidence
_LONG = 6  # letters that make a single word evidence enough for a sign that may be right
_PURE = 0.9
Certainty = Literal["sure", "learned", "open", "none"]


def judge_hard(words: Iterable[BrokenWord], reader: Reader) -> Iterator[Repair]:
    """Yield the repair of every word that holds a sign which no word has."""
    words = list(words)
    learned = Reader(reader.lexicon, reader.vocabulary, _votes(words, reader))
    tried = Counter(sign for word in words for sign in word.signs if word.size >= _EVIDENCE)
    trusted = {s for s in tried if 2 * learned.votes.get(s, Counter()).total() >= max(tried[s], 2)} | ENCODED.keys()
    judged: dict[tuple[tuple[str, ...], tuple[str, ...]], Repair] = {}
    for word in words:
        key = word.letters, word.signs
        if key not in judged:
            judged[key] = _judged(word, learned, trusted.issuperset(word.signs))
        known = judged[key]
        yield Repair(word.span, known.word, known.certainty, known.sign, known.stands_for, known.others)


def _votes(words: Iterable[BrokenWord], reader: Reader) -> dict[str, Counter[str]]:
    """Return what each sign stands for in the words that have one reading only."""
    votes: dict[str, Counter[str]] = {}
    for word in words:
        readings = reader.readings(word, tuple(USUAL)) if word.size >= _EVIDENCE else []
        if len(readings) == 1:
            for sign, filling in zip(word.signs, readings[0].fillings, strict=True):
                votes.setdefault(sign, Counter())[filling] += 1
    return votes


def _judged(word: BrokenWord, reader: Reader, trusted: bool) -> Repair:
    if not trusted and _whole_without(word, reader):
        return _repair(word, [], "none")
    readings = reader.readings(word, tuple(USUAL))
    settled = [reader.settled(sign) for sign in word.signs]
    fitting = [r for r in readings if all(f in s for f, s in zip(r.fillings, settled, strict=True))]
    if len(readings) == 1 and (fitting or not trusted):
        return _repair(word, readings, "sure")
    if fitting:
        return _repair(word, fitting, "learned" if len(fitting) == 1 else "open")
    if trusted and not readings:
        fillings = tuple(dict.fromkeys(filling for choice in settled for filling in choice))
        one = all(len(choice) == 1 for choice in settled)
        return _repair(word, reader.guesses(word, fillings), "learned" if one else "open")
    return _rarely(word, reader, readings)


def _rarely(word: BrokenWord, reader: Reader, readings: list[Reading]) -> Repair:
    """Return the repair of a word to which the usual fillings do not fit: rarer ones, or a letter with an accent."""
    for fillings in ((*RARE,), ACCENTED) if word.size >= _EVIDENCE and not readings else ():
        readings = reader.readings(word, fillings)
        if len(readings) == 1:
            break
    return _repair(word, readings, "open" if readings else "none")


def _whole_without(word: BrokenWord, reader: Reader) -> bool:
    """Tell whether the letters on each side of the hole are words, so that a dash or quotation mark may be lost."""
    sides = [part for part in word.letters if part]
    return all(len(side) > 1 and reader.lexicon.weight(side) > 2 for side in sides) and "" in word.letters


def _repair(word: BrokenWord, readings: list[Reading], certainty: Certainty) -> Repair:
    if not readings:
        return Repair(word.span, "", "none", word.signs[0])
    best, *rest = readings
    others = tuple(reading.word for reading in rest[:3]) if certainty == "open" else ()
    return Repair(word.span, best.word, certainty, word.signs[0], best.fillings[0], others)


def judge_soft(words: Iterable[BrokenWord], reader: Reader) -> Iterator[Repair]:
    """Yield repairs of words with a sign that may be right, where the document shows that it is not.

    The sign must stand for one ligature in most of the words that hold it: in two different ones, or in one long one.
    """
    groups: dict[str, list[BrokenWord]] = {}
    for word in words:
        if len(word.signs) == 1:
            groups.setdefault(word.signs[0], []).append(word)
    for group in groups.values():
        yield from _convicted(group, reader)


def _convicted(words: list[BrokenWord], reader: Reader) -> Iterator[Repair]:
    unknown = [word for word in words if not reader.lexicon.weight(word.filled(word.signs))]
    read = [(word, readings[0]) for word in unknown if (readings := reader.readings(word, LIGATURES))]
    if not read:
        return
    votes = Counter(reading.fillings for _, reading in read)
    fillings, count = votes.most_common(1)[0]
    evidence = {reading.word.lower(): word.size for word, reading in read if reading.fillings == fillings}
    against = len(words) - len(read) - sum(1 for word in unknown if reader.plausible(word, fillings[0]))
    if count < _PURE * len(read) or len(read) < against or not _enough(evidence.values()):
        return
    for word in unknown:
        readings = reader.readings(word, fillings)
        yield _repair(word, readings or reader.guesses(word, fillings), "sure" if readings else "learned")


def _enough(sizes: Iterable[int]) -> bool:
    """Tell whether words with so many letters beside the hole show what the sign is."""
    ordered = sorted(sizes, reverse=True)
    return ordered[0] >= _LONG or (len(ordered) > 1 and ordered[0] >= _EVIDENCE)
