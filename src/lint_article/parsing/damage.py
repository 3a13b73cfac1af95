"""Damaged words: found once per document, with what each of them was."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from lint_article.document import Damage, Repair
from lint_article.parsing.damage_reading import LIGATURES, USUAL, Reader, Reading
from lint_article.parsing.damage_signs import HARD, BrokenWord, hard_words, soft_words
from lint_article.parsing.lexicon import lexicon
from lint_article.text import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_HARD = re.compile(HARD)
_PURE = 0.9  # a sign stands for one thing if this share of its certain words says so
_FEW = 3  # votes that make a rule of a chance
_EVIDENCE = 3  # letters that a word needs besides its hole to vote
_LONG = 6  # letters that make a single word evidence enough for a sign that may be right


def find_damage(text: str, language: str = "") -> Damage:
    """Return every word that extraction broke by a foreign sign, with its repair, in order and apart.

    `language` is a BCP 47 tag; its word list and the document's own words decide what a word is.
    """
    hard, soft = hard_words(text), soft_words(text)
    if not hard and not soft:
        return Damage()
    words = Counter(m.group().lower() for m in _WORD.finditer(text))
    lookup = lexicon(language)
    repairs = [*_judged(hard, Reader(lookup, words, {}, (*USUAL,)))]
    taken = [repair.span for repair in repairs]
    for sign, group in _by_sign(soft).items():
        free = [word for word in group if not any(span.overlaps(word.span) for span in _near(taken, word.span))]
        repairs += _convicted(sign, free, Reader(lookup, words, {}, LIGATURES))
    return Damage(tuple(sorted(repairs, key=lambda repair: repair.span)))


def mended(text: str, span: Span, damage: Damage) -> str:
    """Return how the stretch read before it was damaged; a word of which no reading is known stays as it is."""
    pieces, at = [], span.start
    for repair in _near_repairs(damage, span):
        if repair.word and span.contains(repair.span):
            pieces += [text[at : repair.span.start], repair.word]
            at = repair.span.end
    return "".join((*pieces, text[at : span.end]))


def masked(text: str, damage: Damage) -> str:
    """Return the text, as long as it was, with U+FFFD for each character that stands for lost letters in a word."""
    pieces, at = [], 0
    for repair in damage.repairs:
        if not repair.word:
            continue
        pieces.append(text[at : repair.span.start])
        word = repair.span.of(text)
        pieces.append(_signs(repair).sub(lambda match: "\ufffd" * len(match.group()), word))
        at = repair.span.end
    return "".join((*pieces, text[at:]))


def _signs(repair: Repair) -> re.Pattern[str]:
    return re.compile(f"{_HARD.pattern}|{re.escape(repair.sign)}")


def _near_repairs(damage: Damage, span: Span) -> tuple[Repair, ...]:
    first = bisect_left(damage.repairs, span.start, key=lambda repair: repair.span.end)
    last = bisect_right(damage.repairs, span.end, key=lambda repair: repair.span.start)
    return damage.repairs[first:last]


def _near(spans: list[Span], span: Span) -> list[Span]:
    index = bisect_left(spans, span)
    return spans[max(index - 1, 0) : index + 1]


def _by_sign(words: list[BrokenWord]) -> dict[str, list[BrokenWord]]:
    groups: dict[str, list[BrokenWord]] = {}
    for word in words:
        groups.setdefault(word.signs[0], []).append(word)
    return groups


def _letters(word: BrokenWord) -> int:
    return sum(map(len, word.letters))


def _votes(words: list[BrokenWord], reader: Reader) -> dict[str, Counter[str]]:
    """Return what each sign stands for in the words that have one reading only."""
    votes: dict[str, Counter[str]] = {}
    for word in words:
        readings = reader.readings(word) if _letters(word) >= _EVIDENCE else []
        if len(readings) == 1:
            for sign, filling in zip(word.signs, readings[0].fillings, strict=True):
                votes.setdefault(sign, Counter())[filling] += 1
    return votes


def _judged(words: list[BrokenWord], reader: Reader) -> Iterator[Repair]:
    """Yield the repair of every word that holds a sign which no word has."""
    votes = _votes(words, reader)
    learned = Reader(reader.lexicon, reader.vocabulary, votes, reader.fillings)
    tried = Counter(sign for word in words for sign in word.signs if _letters(word) >= _EVIDENCE)
    for word in words:
        trusted = all(2 * votes.get(sign, Counter()).total() >= max(tried[sign], 2) for sign in word.signs)
        yield _repair(word, learned, trusted)


def _repair(word: BrokenWord, reader: Reader, trusted: bool) -> Repair:
    readings = reader.readings(word)
    if not readings and trusted:
        guesses = reader.guesses(word)
        certainty = "learned" if _pure(word, reader.votes) else "open"
        return _made(word, guesses, certainty)
    if not readings:
        return Repair(word.span, "", "none", word.signs[0])
    if len(readings) == 1:
        return _made(word, readings, "sure")
    return _made(word, readings, "learned" if _pure(word, reader.votes) else "open")


def _made(word: BrokenWord, readings: list[Reading], certainty: str) -> Repair:
    best = readings[0]
    others = tuple(reading.word for reading in readings[1:4] if reading.known)
    return Repair(word.span, best.word, certainty, word.signs[0], best.fillings[0], others)  # type: ignore[arg-type]


def _pure(word: BrokenWord, votes: Mapping[str, Counter[str]]) -> bool:
    """Tell whether each sign of the word has but one meaning in the document."""
    return all(_share(votes.get(sign, Counter())) for sign in word.signs)


def _share(votes: Counter[str]) -> bool:
    return votes.total() >= _FEW and votes.most_common(1)[0][1] >= _PURE * votes.total()


def _convicted(sign: str, words: list[BrokenWord], reader: Reader) -> list[Repair]:
    """Return the repairs of words with a sign that may be right, if the document shows that it is not.

    The sign must stand for one ligature in most of its words: in two different ones, or in one long one.
    """
    unknown = [word for word in words if not reader.lexicon.weight(word.filled(word.signs))]
    votes: Counter[str] = Counter()
    strong: set[str] = set()
    for word in unknown:
        readings = reader.readings(word) if _letters(word) >= 2 and len(word.signs) == 1 else []
        for reading in readings[:1]:
            votes[reading.fillings[0]] += 1
            strong.add(reading.word.lower())
    if not votes:
        return []
    filling, count = votes.most_common(1)[0]
    against = [word for word in words if not reader.readings(word) and not reader.plausible(word, filling)]
    if (
        votes.total() < len(against)
        or count < _PURE * votes.total()
        or (len(strong) < 2 and max(map(len, strong)) < _LONG + len(filling))
    ):
        return []
    learned = Reader(reader.lexicon, reader.vocabulary, {sign: votes}, (filling,))
    return [_soft_repair(word, learned) for word in unknown]


def _soft_repair(word: BrokenWord, reader: Reader) -> Repair:
    readings = reader.readings(word)
    return _made(word, readings or reader.guesses(word), "sure" if readings else "learned")
