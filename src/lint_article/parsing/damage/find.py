"""Damaged words: found once per document, with what each of them was."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import partial

from lint_article.document import Damage, Mark, Repair
from lint_article.parsing.damage.ambiguous_signs import restore_ambiguous
from lint_article.parsing.damage.broken_words import HARD, BrokenWord, hard_words
from lint_article.parsing.damage.dropped_and_doubled import judge_doubled, judge_dropped, may_drop_ligatures
from lint_article.parsing.damage.ligature_signs import PAIRS, RARE, USUAL
from lint_article.parsing.damage.lost_ligatures import judge_lost, may_have_lost_ligatures
from lint_article.parsing.damage.mojibake import find_mojibake
from lint_article.parsing.damage.readings import WordRestorer
from lint_article.parsing.damage.suspects import doubtful_words, soft_words
from lint_article.parsing.damage.unambiguous_signs import restore_unambiguous
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.passages import Passages, passages
from lint_article.text import Span

_LIGATURES = frozenset({*USUAL, *RARE, *PAIRS})
_PIECE = re.compile(r"[^\W\d_]{2,}")


def find_damage(text: str, language: str = "", marks: Iterable[Mark] = ()) -> Damage:
    """Return every word that extraction broke, with its repair, in order and apart.

    What a word is, is decided by the document's own words and by the word lists of the languages of its passage: those
    that the file states (`language`, a BCP 47 tag or "", and marks) and those that the passage shows.
    """
    where = passages(text, language, marks)
    encoded = find_mojibake(text, partial(_is_known, where), partial(_is_listed, where))
    repairs = _apart([*encoded, *_broken(text, where)])
    return Damage(repairs, tuple(repair for repair in repairs if _is_ligature(repair)))


def _broken(text: str, where: Passages) -> list[Repair]:
    """Return the repairs of words that lost letters."""
    hard, soft = hard_words(text), soft_words(text) + doubtful_words(text)
    lost, dropped = may_have_lost_ligatures(text), may_drop_ligatures(text)
    if not (hard or soft or lost or dropped):
        return []
    reader = WordRestorer(where, _intact(text, (*hard, *soft)))
    repairs = [*restore_unambiguous(hard, reader), *(restore_ambiguous(text, soft, reader) if soft else ())]
    repairs += judge_lost(text, reader) if lost else ()
    repairs += (*judge_dropped(text, reader), *judge_doubled(text, reader)) if dropped else ()
    return repairs


def _is_known(where: Passages, word: str, place: int) -> bool:
    return word.lower() in vocabulary(where.text) or _is_listed(where, word, place)


def _is_listed(where: Passages, word: str, place: int) -> bool:
    return where.lexicon_at(place).weight(word) > 0


def _intact(text: str, broken: Iterable[BrokenWord]) -> Counter[str]:
    """Return how often each word stands in the text, without the pieces of words that may be broken."""
    apart = (word for word in broken if not any(map(str.isalpha, word.signs)))  # what holds a letter is one word
    pieces = Counter(piece.lower() for word in apart for letters in word.letters for piece in _PIECE.findall(letters))
    return vocabulary(text) - pieces


def _apart(repairs: list[Repair]) -> tuple[Repair, ...]:
    """Return the repairs in order; of two that overlap, the one that starts first."""
    kept: list[Repair] = []
    for repair in sorted(repairs, key=lambda repair: repair.span):
        if not kept or kept[-1].span.end <= repair.span.start:
            kept.append(repair)
    return tuple(kept)


def _is_ligature(repair: Repair) -> bool:
    """Tell whether a ligature, or a letter of one, was lost; else a letter with an accent, or nobody knows what."""
    return repair.kind == "letters" and repair.stands_for in _LIGATURES


def restore_text(text: str, span: Span, damage: Damage) -> str:
    """Return how the stretch read before it was damaged; a word of which no reading is known stays as it is."""
    pieces, at = [], span.start
    for repair in _near_repairs(damage, span):
        if repair.word and span.contains(repair.span):
            pieces += [text[at : repair.span.start], repair.word]
            at = repair.span.end
    return "".join((*pieces, text[at : span.end]))


def mask_damage(text: str, damage: Damage) -> str:
    """Return the text, as long as it was, with U+FFFD for each character that stands for lost letters in a word."""
    pieces, at = [], 0
    for repair in damage.repairs:
        if not repair.word:
            continue
        pieces.append(text[at : repair.span.start])
        word = repair.span.of(text)
        pieces.append(_mask_word(word, repair) if repair.kind == "encoding" or _is_foreign(repair.sign) else word)
        at = repair.span.end
    return "".join((*pieces, text[at:]))


def _is_foreign(sign: str) -> bool:
    """Tell whether a sign stands for letters, and is not the letters themselves (a ligature that is there twice)."""
    return bool(sign) and not (sign.isascii() and sign.islower())


def _mask_word(word: str, repair: Repair) -> str:
    sign = r"[^\x00-\x7f]" if repair.kind == "encoding" else f"{HARD}|{re.escape(repair.sign)}"
    return re.sub(sign, lambda match: "\ufffd" * len(match.group()), word)


def _near_repairs(damage: Damage, span: Span) -> tuple[Repair, ...]:
    first = bisect_left(damage.repairs, span.start, key=lambda repair: repair.span.end)
    last = bisect_right(damage.repairs, span.end, key=lambda repair: repair.span.start)
    return damage.repairs[first:last]
