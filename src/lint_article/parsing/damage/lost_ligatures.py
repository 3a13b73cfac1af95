"""Ligatures that extraction turned into a space: `signi cant`, `the  rst`, `Scha er`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from itertools import pairwise
from math import log10

from lint_article.dataclass import dataclass
from lint_article.document import Certainty, Repair
from lint_article.parsing.damage.ligature_signs import LIGATURES
from lint_article.parsing.damage.readings import WordRestorer
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.lexicon import COMMON, EVERYDAY, FRAGMENT, Lexicon
from lint_article.parsing.language.lexicon import lexicon as lexicon_of
from lint_article.parsing.language.passages import Languages
from lint_article.text import Span

# What is left of the commonest words with a ligature: enough to tell whether a closer look is worth its time. The words
# of the text are looked at first, since most texts have none of them.
_LEFT = tuple(
    """signi speci spezi péci pecí identi modi classi klassi Classi scienti cientí quanti Quanti ampli justi certi veri
    bene""".split()
)
_RIGHT = frozenset(
    """cant cantly cance cally culty culties cient ciency ciencies cients ciently cial cacy erent erence erences
    erently erential ect ects ected ective ectively ecting ector uence uences uenced uencing rm rms rmed rming
    nition nitions ort dence ict icts ammation ammatory usion ltration rst nds nding ndings eld gure gures kant
    kante kanten kanter ziert zient caz ciente cile""".split()
)
_RIGHT_STEM = "nanz"  # of German and French words of many endings
_RIGHTS = "|".join((*sorted(_RIGHT, reverse=True), rf"{_RIGHT_STEM}\w*"))
_HINT = re.compile(rf"(?:{'|'.join(_LEFT)})[ \xa0\n](?=[a-zà-ÿ]{{1,}}\b)|[ \xa0\n](?<=[a-zà-ÿ].)(?:{_RIGHTS})\b")
_F = re.compile("f")
_TOKEN = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \xa0]|[ ]?\r?\n")
_CLOSE = 0.5  # weights of two readings that are equally likely
_ODDS = 1.5
_SURE_ODDS = 3.0
_LONG = 8  # letters of a single word that is proof by itself
_SHORTEST_MADE = 7


@dataclass(frozen=True, slots=True)
class LostLigature:
    """A word that may have lost a ligature; `odds` are decimal logarithms of the word against its fragments.

    `sign` is what stands in the ligature's place. `torn`: a piece is no word in any of the document's languages.
    `made`: no list has the whole. `alone`: it is proof enough by itself.
    """

    span: Span
    word: str
    ligature: str
    sign: str
    odds: float
    torn: bool
    others: tuple[str, ...] = ()
    made: bool = False
    alone: bool = False


def may_have_lost_ligatures(text: str) -> bool:
    """Tell, without a lexicon, whether the text may have lost ligatures."""
    held = vocabulary(text)
    if _RIGHT.isdisjoint(held) and not any(word.endswith(_LEFT) or word.startswith(_RIGHT_STEM) for word in held):
        return False
    return _HINT.search(text) is not None


def judge_lost(text: str, reader: WordRestorer) -> Iterator[Repair]:
    """Yield repairs of words with a space in the ligature's place, if the document shows that ligatures are lost."""
    search = _Search(text, reader)
    inside = list(search.inside())
    if are_proven(inside):
        for loss in (*inside, *search.edges()):
            yield repair(loss)


def are_proven(losses: Iterable[LostLigature]) -> bool:
    """Tell whether the losses are beyond chance: two different words, or a long one of pieces that are none."""
    certain = [loss for loss in losses if loss.torn and loss.odds >= _SURE_ODDS and not loss.made]
    return len({loss.word.lower() for loss in certain}) > 1 or any(loss.alone for loss in certain)


def repair(loss: LostLigature) -> Repair:
    """Return a loss as a repair."""
    return Repair(loss.span, loss.word, _certainty(loss), loss.sign, loss.ligature, loss.others)


def _certainty(loss: LostLigature) -> Certainty:
    if loss.odds < _SURE_ODDS or loss.others or not loss.torn:
        return "open"
    return "guessed" if loss.made else "sure"


class _Search:
    def __init__(self, text: str, reader: WordRestorer) -> None:
        self.text = text
        self.reader = reader
        self._going_on: dict[tuple[str, Languages], tuple[str, ...]] = {}

    @cached_property
    def _tokens(self) -> list[re.Match[str]]:
        return list(_TOKEN.finditer(self.text))

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """How well each piece is known as a word of any language of the document."""
        lexicon = self.reader.passages.lexicon()
        return {part: lexicon.weight(part) for part in {token[0] for token in self._tokens}}

    @cached_property
    def _total(self) -> float:
        """The decimal logarithm of how many running words the lexicon's counts come from."""
        return log10(sum(counts.total for counts in self.reader.passages.lexicon().counts) + 1)

    @cached_property
    def _own_heads(self) -> set[str]:
        """The beginnings of the document's own words that end with a ligature."""
        found = ((word, f.start()) for word in self.reader.own for f in _F.finditer(word))
        return {word[:at] + ligature for word, at in found for ligature in LIGATURES if word.startswith(ligature, at)}

    def _ligatures_after(self, left: str, languages: Languages) -> tuple[str, ...]:
        """Return the ligatures that a word of these languages, or of the document, has after these letters."""
        key = left, languages
        if key not in self._going_on:
            lexicon = lexicon_of(languages)
            head, is_listed = left.lower(), lexicon.is_beginning(left + "f")
            self._going_on[key] = tuple(
                ligature
                for ligature in LIGATURES
                if head + ligature in self._own_heads or (is_listed and lexicon.is_beginning(left + ligature))
            )
        return self._going_on[key]

    def inside(self) -> Iterator[LostLigature]:
        """Yield pairs of fragments that a ligature joins to a word."""
        end = 0
        for first, second in pairwise(self._tokens):
            if first.start() < end or not _GAP.fullmatch(self.text, first.end(), second.start()):
                continue
            loss = self._join_halves(first, second)
            if loss:
                end = second.end()
                yield loss

    def _join_halves(self, first: re.Match[str], second: re.Match[str]) -> LostLigature | None:
        left, right = first[0], second[0]
        if not ((right.islower() and not left[1:].isupper()) or (left.isupper() and right.isupper())):
            return None
        if self._weights[left] >= EVERYDAY and self._weights[right] >= EVERYDAY:
            return None
        languages = self.reader.passages.languages_at(first.start())
        lexicon = lexicon_of(languages)
        apart = [max(self._weights[part], lexicon.weight(part)) for part in (left, right)]
        likely = self._ligatures_after(left, languages)
        if not likely and apart[1] >= FRAGMENT and not _may_be_name(left, right, apart):
            return None
        words = {f"{left}{ligature}{right}": ligature for ligature in likely}
        listed = _rank_candidates(words, partial(self.reader.knows, lexicon=lexicon))
        ranked = listed or self._make_candidates(left, right, apart, lexicon)
        if not ranked or lexicon.weight(left + right) > max(ranked[0][0] - _CLOSE, 0):
            return None  # nothing fits, or there is a space too much, and nothing lost
        odds = ranked[0][0] - (sum(apart) - self._total)
        if odds < (_ODDS if min(apart) < FRAGMENT else _ODDS + 1):
            return None
        span, sign = Span(first.start(), second.end()), self.text[first.end() : second.start()]
        loss = _loss(span, ranked, sign, odds, not min(apart))
        alone = loss.torn and ranked[0][0] >= COMMON and len(ranked[0][1]) >= _LONG
        return replace(loss, made=not listed, alone=alone)

    def _make_candidates(
        self, left: str, right: str, apart: list[float], lexicon: Lexicon
    ) -> list[tuple[float, str, str]]:
        """Return what pieces may have been that no list has with any ligature: a known stem, or a name."""
        if apart[1] < FRAGMENT:
            words = {f"{left}{ligature}{right}": ligature for ligature in LIGATURES}
            return _rank_candidates(words, lambda word: float(len(word) >= _SHORTEST_MADE and lexicon.is_derived(word)))
        return _names(left, right, apart, lexicon)

    def edges(self) -> Iterator[LostLigature]:
        """Yield fragments that lost the ligature at their start or end; only for a text where others are lost."""
        for token in self._tokens:
            start, end, part = token.start(), token.end(), token[0]
            if len(part) < 2 or not part.islower() or self._weights[part] >= FRAGMENT:
                continue
            knows = partial(self.reader.knows, lexicon=self.reader.passages.lexicon_at(start))
            before, after = self.text[max(start - 2, 0) : start], self.text[end : end + 2]
            if before == "  " or (before[-1:] in (" ", "\n", "") and len(part) > 2 and _is_plain(before, after)):
                ranked = _rank_candidates({ligature + part: ligature for ligature in LIGATURES}, knows)
                yield from self._edge(ranked, Span(start - (before == "  "), end), before == "  ", part)
            elif after == "  " or after[:1] in ".,;:)":
                ranked = _rank_candidates({part + ligature: ligature for ligature in LIGATURES}, knows)
                yield from self._edge(ranked, Span(start, end + (after == "  ")), after == "  ", part)

    def _edge(
        self, ranked: list[tuple[float, str, str]], span: Span, spaced: bool, part: str
    ) -> Iterator[LostLigature]:
        if ranked and ranked[0][0] >= COMMON:
            torn = not max(self._weights[part], self.reader.passages.lexicon_at(span.start).weight(part))
            yield _loss(span, ranked, " " if spaced else "", ranked[0][0], torn)


def _names(left: str, right: str, apart: list[float], lexicon: Lexicon) -> list[tuple[float, str, str]]:
    """Return what two fragments of a name may have been, by the letters around ligatures in other words."""
    if not _may_be_name(left, right, apart):
        return []
    weighed = {part: lexicon.holding(left[-2:] + part + right[:2]) for part in LIGATURES}
    likely = ((count / 1e5, left + part + right, part) for part, count in weighed.items() if count > 5)
    return sorted(likely, reverse=True)


def _may_be_name(left: str, right: str, apart: list[float]) -> bool:
    return left.istitle() and max(apart) < COMMON + 0.5 and not apart[0] and len(right) <= 6


def _rank_candidates(words: dict[str, str], weigh: Callable[[str], float]) -> list[tuple[float, str, str]]:
    """Return the words that have a weight, the heaviest first, with their weights and ligatures."""
    weighed = ((weigh(word), word, ligature) for word, ligature in words.items())
    return sorted((choice for choice in weighed if choice[0]), reverse=True)


def _loss(span: Span, ranked: list[tuple[float, str, str]], sign: str, odds: float, torn: bool) -> LostLigature:
    others = tuple(word for weight, word, _ in ranked[1:] if weight > ranked[0][0] - 2)
    return LostLigature(span, ranked[0][1], ranked[0][2], sign, odds, torn, others)


def _is_plain(before: str, after: str) -> bool:
    """Tell whether a fragment stands among words, and is neither an abbreviation nor the end of an ordinal number."""
    return not before[:1].isdigit() and after[:1] in (" ", "\n", ",", "")
