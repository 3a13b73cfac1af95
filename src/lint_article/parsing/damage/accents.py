"""Accents that stand beside their letters, as TeX and old fonts set them: which letter bears each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from unicodedata import normalize

from lint_article.dataclass import dataclass
from lint_article.text import Span

COMBINING: Mapping[str, str] = dict(
    zip("ˆˇ˘˙˚˜˝¨´¸˛", "\u0302\u030c\u0306\u0307\u030a\u0303\u030b\u0308\u0301\u0327\u0328", strict=True)
)
"""Spacing accents, with the combining character of each."""

# Letters with accents that languages of Europe use; others come from setting the accent on the wrong side.
_USUAL = frozenset("áéíóúýàèìòùâêîôûäëïöüÿãõñåçčďěňřšťžůőűńśźćąęğşţżăį")
_VOWELS = frozenset("aeiouyı")
_COMBINED = frozenset(COMBINING.values())
_SIGNS = "".join(COMBINING) + "".join(COMBINING.values())
_LONGEST = 40  # letters of a word
_ACCENT, _LETTERS = f"[{_SIGNS}]", rf"[^\W\d_]{{1,{_LONGEST}}}"
_ANY = re.compile(_ACCENT)
_WORD = re.compile(
    rf"(?<![\w{_SIGNS}])"
    rf"(?:(?:{_LETTERS}[ ]?)?{_ACCENT}{_LETTERS}(?:{_ACCENT}{_LETTERS}){{0,3}}{_ACCENT}?"
    rf"|{_LETTERS}{_ACCENT}(?![ ][a-z]))"
    rf"(?![\w{_SIGNS}\u2061-\u2064])"
)
_PIECE = re.compile(rf"([ ]?{_ACCENT})")
_APOSTROPHE = re.compile(r"´(?:s|t|re|ve|ll|d|m|n)\b|´[A-ZÀ-Þ]")
# Where Polish and Croatian have an acute on a consonant behind a vowel, as in `Szymański`, `Kościuszko`, `Petrović`;
# where Spanish has one on an i before a vowel, as in `María`, `Díaz`, `Ríos`.
_SLAVIC = re.compile(r"n(?:sk|cz|ko)|s[cnlw]|z[dlmn]|c\Z")
_HIATUS = re.compile(r"[ao][sz]?\Z")
_FEWEST = 2  # words that show on which side of their letters a document's accents stand
_SHORTEST = 3
_ACUTE = frozenset("´\u0301")


@dataclass(frozen=True, slots=True)
class Detached:
    """A word with accents beside their letters; `readings` are the ways to set them on letters (see `readings`)."""

    span: Span
    letters: tuple[str, ...]
    accents: tuple[str, ...]
    readings: tuple[tuple[str, str], ...]

    @property
    def sign(self) -> str:
        """The first accent, without the space before it."""
        return self.accents[0].strip()

    @property
    def is_joined(self) -> bool:
        """Tell whether every accent stands between two letters, without a space."""
        return "" not in (self.letters[0], self.letters[-1]) and self.sign == self.accents[0]


def detached_words(text: str) -> Iterator[Detached]:
    """Yield the words with an accent that a letter beside it can bear."""
    for match in _find_words(text):
        word = match.group()
        if _is_apostrophe(text, match) or _is_composed(word):
            continue
        pieces = _PIECE.split(word)
        letters, accents = tuple(pieces[::2]), tuple(pieces[1::2])
        if found := tuple(readings(letters, accents)):
            yield Detached(Span(*match.span()), letters, accents, found)


def _find_words(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_WORD` matches, in order; it is tried only where a word with an accent may begin."""
    end = 0
    for accent in _ANY.finditer(text):
        at = accent.start()
        spaced = start_of_letters(text, at - 1) if text[at - 1 : at] == " " else at
        for start in sorted({spaced, start_of_letters(text, at), at}):
            if start >= end and (match := _WORD.match(text, start)):
                end = match.end()
                yield match
                break


def start_of_letters(text: str, end: int) -> int:
    """Return where the letters before an offset begin: at most so many as `_WORD` takes, and one."""
    start, floor = end, max(0, end - _LONGEST - 1)
    while start > floor and text[start - 1].isalnum() and not text[start - 1].isdecimal():
        start -= 1
    return start


def readings(letters: Sequence[str], accents: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that setting each accent on a letter beside it makes, if it makes usual letters only.

    The second string has `<` for each accent that the letter before it bears, and `>` for the others.
    """
    for sides in product("<>", repeat=len(accents)):
        word = letters[0]
        for accent, side, after in zip(accents, sides, letters[1:], strict=True):
            head, bearer, tail = (word[:-1], word[-1:], after) if side == "<" else (word, after[:1], after[1:])
            letter = _compose_accent(bearer, accent.strip())
            if not letter:
                break
            word = head + letter + tail
        else:
            if word.islower() or word.isupper() or word.istitle():
                yield word, "".join(sides)


def chosen(words: list[Detached], is_known: Callable[[str, Span], bool]) -> Iterator[tuple[Detached, str]]:
    """Yield the words with the reading that each has, where the document, its languages or its names support one."""
    order = _order(words)
    read = [(word, _best(word, order, is_known)) for word in words]
    known = {word.span for word, best in read if is_known(best, word.span)}
    proven = Counter(word.sign for word, best in read if word.span in known or (word.is_joined and _is_name(best)))
    for word, best in read:
        is_named = _is_name(best) or (len(best) > _SHORTEST and best.islower() and proven[word.sign] > 0)
        if word.span in known or (is_named and not _is_doubtful(word, proven, is_known)):
            yield word, best


def _is_apostrophe(text: str, match: re.Match[str]) -> bool:
    return any(_APOSTROPHE.match(text, place) for place in range(match.start(), match.end()))


def _is_composed(word: str) -> bool:
    """Tell whether a combining character stands behind a letter that bears it, as it should."""
    return any(len(normalize("NFC", word[at - 1 : at + 1])) == 1 for at in range(1, len(word)) if word[at] in _COMBINED)


def _compose_accent(letter: str, accent: str) -> str:
    """Return a letter with an accent, or "" if no language has it."""
    combined = COMBINING.get(accent, accent)
    composed = normalize("NFC", letter.replace("ı", "i") + combined)
    return composed if composed.lower() in _USUAL else ""


def _order(words: list[Detached]) -> Mapping[str, str]:
    """Return on which side of an accent its letter stands, for the accents that show it."""
    votes: dict[str, Counter[str]] = {}
    for word in words:
        if len(word.readings) == 1 and len(word.accents) == 1:
            votes.setdefault(word.sign, Counter())[word.readings[0][1]] += 1
    return {accent: max(seen) for accent, seen in votes.items() if len(seen) == 1 and seen.total() >= _FEWEST}


def _best(word: Detached, order: Mapping[str, str], is_known: Callable[[str, Span], bool]) -> str:
    """Return the reading that is a word, else the one whose letters are likelier to bear their accents."""
    known = [text for text, _ in word.readings if is_known(text, word.span)]
    if len(known) == 1:
        return known[0]
    places = range(len(word.accents))
    return max(word.readings, key=lambda reading: [_fitness(word, at, reading[1][at], order) for at in places])[0]


def _fitness(word: Detached, at: int, side: str, order: Mapping[str, str]) -> tuple[bool, ...]:
    """Return how well a side fits an accent: as a dotless i, by usage, as a vowel, by the document's order."""
    before, after, accent = word.letters[at][-1:].lower(), word.letters[at + 1].lower(), word.accents[at].strip()
    bearer = before if side == "<" else after[:1]
    usual = order.get(accent, "")
    is_usage = accent in _ACUTE and _is_usage(before, after, side, usual)
    return bearer == "ı", is_usage, bearer in _VOWELS, side == usual, side == ">"


def _is_usage(before: str, after: str, side: str, order: str) -> bool:
    """Tell whether an acute stands as in the names of a language that has it there."""
    if side == "<":
        return before == "i" and bool(_HIATUS.match(after))
    return before in _VOWELS and after[:1] not in _VOWELS and (order == ">" or bool(_SLAVIC.match(after)))


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST and word.istitle()


def _is_doubtful(word: Detached, proven: Mapping[str, int], is_known: Callable[[str, Span], bool]) -> bool:
    """Tell whether an accent at a word's edge may be a quotation mark, or one behind a space follows another word."""
    if word.is_joined:
        return False
    if not word.letters[0] or not word.letters[-1]:
        begins_name = not word.letters[0] and word.letters[1][0].isupper() and word.sign not in _ACUTE
        return proven[word.sign] < _FEWEST and not begins_name
    return len(word.letters[0]) > 1 and is_known(word.letters[0], word.span)
