"""Which signs that may be right stand for a ligature in a document: `Þ`, `ß`, `λ`, `?`, `®`, `W` …"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lint_article.dataclass import dataclass
from lint_article.document import Repair
from lint_article.parsing.damage_judging import repair_of, two_words
from lint_article.parsing.damage_reading import LIGATURES, PURE, Reader, Reading
from lint_article.parsing.damage_signs import BrokenWord, edge_words
from lint_article.parsing.lexicon import COMMON, FRAGMENT

_EVIDENCE = 3  # letters that the longest of several words must have beside its hole
_LONG = 6  # letters that make a single word evidence enough
_GUESSED = 4  # letters that a word needs to be repaired though no list has it
_NAME_PARTS = frozenset("De Di Du La Le Mac Mc Van Von Fitz".split())


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a sign stands for: one filling (`pure`), or any ligature; `reader` knows how often each."""

    fillings: tuple[str, ...]
    pure: bool
    reader: Reader


def judge_soft(text: str, words: Iterable[BrokenWord], reader: Reader) -> Iterator[Repair]:
    """Yield repairs of words with a sign that may be right, where the document shows that it is not.

    The sign must stand for one ligature in most of the words that hold it: in two different ones, or in one long one. A
    sign that is no letter may stand for all of them.
    """
    groups: dict[str, list[BrokenWord]] = {}
    for word in words:
        if len(word.signs) == 1:
            groups.setdefault(word.signs[0], []).append(word)
    for sign, group in groups.items():
        verdict = _verdict(sign, group, reader)
        if verdict:
            yield from _repairs(group, verdict)
            yield from _edges(edge_words(text, sign), verdict)


def _verdict(sign: str, words: list[BrokenWord], reader: Reader) -> _Verdict | None:
    different = {word.letters: word for word in words if not reader.lexicon.weight(word.filled(word.signs))}
    read = {w.letters: reading for w in different.values() if (reading := _known(w, reader))}
    if not read:
        return None
    votes = Counter(one.fillings[0] for one in read.values())
    best, count = votes.most_common(1)[0]
    pure = count >= PURE * len(read)
    sizes = [different[key].size for key, one in read.items() if one.fillings[0] == best or not pure]
    others = [word for key, word in different.items() if key not in read and not reader.plausible(word, best)]
    right = {word.letters for word in words} - different.keys()
    if (sign.isalpha() and not pure) or len(read) < len(others) + len(right) or not _enough(sizes):
        return None
    learned = Reader(reader.lexicon, reader.vocabulary, {sign: votes})
    return _Verdict((best,) if pure else LIGATURES, pure, learned)


def _known(word: BrokenWord, reader: Reader) -> Reading | None:
    """Return the likeliest reading that a list or the document itself has."""
    readings = reader.readings(word, LIGATURES)
    return readings[0] if readings and reader.knows(readings[0].word) else None


def _enough(sizes: Iterable[int]) -> bool:
    """Tell whether words with so many letters beside the hole show what the sign is."""
    ordered = sorted(sizes, reverse=True)
    return ordered[0] >= _LONG or (len(ordered) > 1 and ordered[0] >= _EVIDENCE)


def _repairs(words: Iterable[BrokenWord], verdict: _Verdict) -> Iterator[Repair]:
    for word in words:
        if verdict.reader.lexicon.weight(word.filled(word.signs)):
            continue
        readings = verdict.reader.readings(word, verdict.fillings)
        if readings:
            yield repair_of(word, readings, "sure" if verdict.pure or len(readings) == 1 else "open")
        elif _likely(word, verdict):
            guesses = verdict.reader.guesses(word, verdict.fillings)
            yield repair_of(word, guesses, "learned" if verdict.pure else "open")


def _likely(word: BrokenWord, verdict: _Verdict) -> bool:
    """Tell whether a word that no list has was one with a ligature, by the letters beside the sign."""
    left, right, lexicon = "^" + word.letters[0], word.letters[-1] + "$", verdict.reader.lexicon
    if word.size < _GUESSED or right[:1].isupper() or two_words(word, verdict.reader) or _camel(word, verdict.reader):
        return False
    return any(
        verdict.reader.plausible(word, part)
        or (lexicon.holding(left[-2:] + part) and lexicon.holding(part + right[:2]))
        for part in verdict.fillings
    )


def _camel(word: BrokenWord, reader: Reader) -> bool:
    """Tell whether a capital letter begins a word or name inside this one, as in `MacVector` and `DeVries`."""
    sign, left, right = word.signs[0], word.letters[0], word.letters[-1]
    return sign.isupper() and sign.isascii() and (left in _NAME_PARTS or reader.lexicon.weight(sign + right) > FRAGMENT)


def _edges(words: Iterable[BrokenWord], verdict: _Verdict) -> Iterator[Repair]:
    """Yield repairs of words with the sign at one end: what is left must be no word, and the whole a common one."""
    for word in words:
        if verdict.reader.lexicon.weight("".join(word.letters)) < FRAGMENT:
            readings = [r for r in verdict.reader.readings(word, verdict.fillings) if _common(r.word, verdict.reader)]
            if readings and not verdict.reader.lexicon.weight(word.filled(word.signs)):
                yield repair_of(word, readings, "learned" if len(readings) == 1 else "open")


def _common(word: str, reader: Reader) -> bool:
    return reader.lexicon.weight(word) >= COMMON
