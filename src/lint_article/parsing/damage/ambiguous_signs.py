"""Which signs that may be right stand for a ligature in a document: `Þ`, `ß`, `λ`, `?`, `®`, `Ɵ`, `W` …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import log10

from lint_article.dataclass import dataclass
from lint_article.document import Certainty, Repair
from lint_article.parsing.damage.accents import COMBINING, readings
from lint_article.parsing.damage.broken_words import BrokenWord
from lint_article.parsing.damage.ligature_signs import LIGATURES, PRIOR, RARE
from lint_article.parsing.damage.readings import Fillings, Restoration, WordRestorer
from lint_article.parsing.damage.suspects import words_holding
from lint_article.parsing.damage.unambiguous_signs import are_two_words, repair_of
from lint_article.parsing.damage.votes import PURE, Signs, Votes, count_votes
from lint_article.parsing.language.lexicon import COMMON, FRAGMENT

_FILLINGS = (*LIGATURES, *RARE)
_EVIDENCE = 3  # letters that the longest of several words must have beside its hole
_LONG = 6  # letters that make a single word evidence enough
_FEWEST_DOUBTFUL = 3  # different words that show what a letter or digit stands for
_GUESSED = 4  # letters that a word needs to be repaired though no list has it
_MANY = 5  # different words that show that a sign is foreign to all
_SMALL_SHARE = 0.15  # of the words with a small letter that no list has; most of them are names and terms of a field
_PUNCTUATION = frozenset('?!"#$%®¯°')  # signs that may stand beside a word as well
_NAME_PARTS = frozenset("De Di Du La Le Mac Mc Van Von Fitz".split())


@dataclass(frozen=True, slots=True)
class _Group:
    """The different words with one sign: those that are words as they stand, and those that are not with readings."""

    sign: str
    right: int
    unknown: Mapping[tuple[str, ...], BrokenWord]
    readings: Mapping[tuple[str, ...], list[Restoration]]
    signs: Signs

    @property
    def votes(self) -> Votes:
        return self.signs.votes.get(self.sign, Votes())


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a sign stands for: one filling, or any of the usual ligatures; `signs` knows how often each.

    `is_clear`: no other filling makes as many words. `is_foreign`: many words show that the sign belongs to none.
    """

    fillings: Fillings
    signs: Signs
    is_clear: bool
    is_foreign: bool


def restore_ambiguous(text: str, words: Iterable[BrokenWord], reader: WordRestorer) -> Iterator[Repair]:
    """Yield repairs of words with a sign that may be right, where the document shows that it is not.

    The sign must stand for one ligature in most of the words that hold it: in two different ones, or in one long one; a
    letter or digit in three. A sign that is neither may stand for all of them. Where other signs stand for ligatures, a
    common word is enough.
    """
    sorted_by_sign: dict[str, list[BrokenWord]] = {}
    for word in words:
        if len(word.signs) == 1:
            sorted_by_sign.setdefault(word.signs[0], []).append(word)
    groups = [_group(sign, ones, reader) for sign, ones in sorted_by_sign.items()]
    verdicts = {group.sign: verdict for group in groups if (verdict := _verdict(group, reader))}
    if verdicts:
        rest = [group for group in groups if group.sign not in verdicts]
        verdicts |= {group.sign: verdict for group in rest if (verdict := _verdict(group, reader, is_damaged=True))}
        for word in words_holding(text, verdicts):
            yield from _repair(word, verdicts, reader)


def _group(sign: str, words: list[BrokenWord], reader: WordRestorer) -> _Group:
    unknown = {word.letters: word for word in words if not reader.is_word(word.fill(word.signs), word)}
    readings = {key: reader.find_listed(word, [_FILLINGS]) for key, word in unknown.items()}
    right = len({word.letters for word in words} - unknown.keys())
    return _Group(sign, right, unknown, readings, count_votes((unknown[key], read) for key, read in readings.items()))


def _verdict(group: _Group, reader: WordRestorer, is_damaged: bool = False) -> _Verdict | None:
    """Return what a sign stands for, if most of the different words that are none with it agree."""
    ranked = sorted(
        ((count, _support(group, filling), filling) for filling, count in group.votes.fits.items()), reverse=True
    )
    count, _, best = ranked[0] if ranked else (0, 0.0, "")
    pure = count >= PURE * group.votes.tried
    if not best or not (pure or not group.sign.isalnum()):
        return None
    unread = sum(1 for _ in _unread(group, best, reader))
    against = unread * _SMALL_SHARE if _is_small(group.sign) else unread + group.right + _count_accented(group, reader)
    if group.votes.tried < against or not _is_enough(group, best, pure, is_damaged, reader):
        return None
    is_clear = not is_damaged and (len(ranked) == 1 or count > ranked[1][0])
    is_foreign = is_clear and pure and not group.sign.isascii() and not group.right and count >= _MANY
    return _Verdict((best,) if pure else LIGATURES, group.signs, is_clear, is_foreign)


def _count_accented(group: _Group, reader: WordRestorer) -> int:
    """Return how many of the words are words if the sign is the accent of a letter beside it."""
    if group.sign not in COMBINING:
        return 0
    found = ((text, word) for word in group.unknown.values() for text, _ in readings(word.letters, word.signs))
    return len({word.letters for text, word in found if reader.is_word(text, word)})


def _support(group: _Group, filling: str) -> float:
    """Return how well known the words are that a filling makes, and how usual it is."""
    known = (one.weight for read in group.readings.values() for one in read if one.fillings[0] == filling)
    return sum(known) + log10(PRIOR[filling])


def _unread(group: _Group, best: str, reader: WordRestorer) -> Iterator[BrokenWord]:
    """Yield the words that no ligature makes words, and that do not look as if one had stood there."""
    for key, word in group.unknown.items():
        if not group.readings[key] and not reader.is_plausible(word, best):
            yield word


def _is_enough(group: _Group, best: str, pure: bool, is_damaged: bool, reader: WordRestorer) -> bool:
    """Tell whether the words with a reading are enough to show what the sign is."""
    agreeing = [
        (group.unknown[key], reading)
        for key, readings in group.readings.items()
        for reading in readings
        if not pure or reading.fillings[0] == best
    ]
    sizes = sorted({word.letters: word.size for word, _ in agreeing}.values(), reverse=True)
    if group.sign.isascii() and group.sign.isalnum():
        fewest = sizes[_FEWEST_DOUBTFUL - 1 : _FEWEST_DOUBTFUL]
        return (bool(fewest) and fewest[0] >= _EVIDENCE) or (
            len(group.readings) == 1 and _is_clear(*agreeing[0], reader)
        )
    if is_damaged and any(reading.weight >= COMMON for _, reading in agreeing if reading.fillings[0] == best):
        return True
    alone = sizes[0] >= _LONG and best in LIGATURES and not group.sign.isascii()
    return alone or (len(sizes) > 1 and sizes[0] >= _EVIDENCE)


def _is_clear(word: BrokenWord, reading: Restoration, reader: WordRestorer) -> bool:
    """Tell whether a single word with a letter for a ligature is no chance: long, in use, and in no foreign passage."""
    is_home = set(_languages(word, reader)) == set(reader.passages.languages())
    return is_home and word.size >= _LONG and reading.weight >= FRAGMENT and reading.fillings[0] in LIGATURES


def _repair(word: BrokenWord, verdicts: Mapping[str, _Verdict], reader: WordRestorer) -> Iterator[Repair]:
    """Yield the repair of a word with signs that stand for ligatures, if it is none as it stands and one with them."""
    if reader.is_word(word.fill(word.signs), word) or not word.size:
        return
    choices = [_choices(word, hole, verdicts) for hole in range(len(word.signs))]
    readings = [one for one in reader.readings(word, choices) if one.fillings != word.signs]
    signs = verdicts[word.signs[0]].signs
    if readings and _is_kept(word, readings[0], reader):
        ranked = [reading for _, reading in signs.rank(word, readings)]
        is_clear = all(verdicts[sign].is_clear for sign in word.signs)
        yield repair_of(word, ranked, _certainty(word, ranked, choices, reader) if is_clear else "open")
    elif readings or not _is_plain(word):
        return
    elif all(verdicts[sign].is_foreign for sign in word.signs):
        fillings = tuple(choice[0] for choice in choices)
        yield repair_of(word, [Restoration(word.fill(fillings), fillings, 0.0, made=True)], "guessed")
    elif len(word.signs) == 1 and _is_likely(word, choices[0], reader):
        ranked = [reading for _, reading in signs.rank(word, reader.guesses(word, choices))]
        yield repair_of(word, ranked, "guessed" if len(choices[0]) == 1 else "open")


def _choices(word: BrokenWord, hole: int, verdicts: Mapping[str, _Verdict]) -> Fillings:
    """Return what a sign may be in a word; a letter that begins it may also be what it is."""
    sign = word.signs[hole]
    begins = hole == 0 and not word.letters[0] and sign.isalpha() and len(word.signs) > 1
    return (*verdicts[sign].fillings, sign) if begins else verdicts[sign].fillings


def _is_kept(word: BrokenWord, reading: Restoration, reader: WordRestorer) -> bool:
    """Tell whether a repair is no chance: at a word's edge the whole is common, or what is left is no word."""
    if "" not in (word.letters[0], word.letters[-1]):
        return not (reading.made and _is_small(word.signs[0]))
    lexicon, left = reader.lexicon_at(word), reader.lexicon_at(word).weight("".join(word.letters))
    is_part = not reading.made and (_PUNCTUATION.isdisjoint(word.signs) or left < FRAGMENT)
    return is_part and (lexicon.weight(reading.word) >= COMMON or (word.size >= _GUESSED and not left))


def _is_small(sign: str) -> bool:
    """Tell whether a sign is a letter that most words with it have by right."""
    return sign.isascii() and sign.islower()


def _certainty(word: BrokenWord, ranked: list[Restoration], choices: list[Fillings], reader: WordRestorer) -> Certainty:
    if _is_small(word.signs[0]) and word.letters[0][:1].isupper() and "de" not in _languages(word, reader):
        return "open"  # a name may have any letters
    settled = all(len(choice) == 1 or word.signs[0] in choice for choice in choices)
    if ranked[0].made and not reader.lexicon_at(word).has(ranked[0].word):
        return "guessed" if settled else "open"
    if len(ranked) > 1 or (ranked[0].made and not settled):
        return "open"
    return "learned" if settled else "sure"


def _is_plain(word: BrokenWord) -> bool:
    """Tell whether a word holds enough letters to be guessed, and no other sign that may stand for a ligature."""
    letters = "".join(word.letters)
    return word.size >= _GUESSED and letters.isascii() and letters[1:].islower()


def _languages(word: BrokenWord, reader: WordRestorer) -> tuple[str, ...]:
    return reader.passages.languages_at(word.span.start)


def _is_likely(word: BrokenWord, fillings: Fillings, reader: WordRestorer) -> bool:
    """Tell whether a word that no list has was one with a ligature, by the letters beside the sign."""
    left, right, lexicon = "^" + word.letters[0], word.letters[-1] + "$", reader.lexicon_at(word)
    if _is_small(word.signs[0]) or "" in word.letters:
        return False
    if are_two_words(word, reader) or _is_camel(word, reader):
        return False
    return any(
        reader.is_plausible(word, part) or (lexicon.holding(left[-2:] + part) and lexicon.holding(part + right[:2]))
        for part in fillings
    )


def _is_camel(word: BrokenWord, reader: WordRestorer) -> bool:
    """Tell whether a capital letter begins a word or name inside this one, as in `MacVector` and `DeVries`."""
    sign, left, right = word.signs[0], word.letters[0], word.letters[-1]
    capital = sign.isupper() and sign.isascii()
    return capital and (left in _NAME_PARTS or reader.lexicon_at(word).weight(sign + right) > FRAGMENT)
