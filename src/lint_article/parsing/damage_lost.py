"""Ligatures that extraction turned into a space: `signi cant`, `the  rst`, `Scha er`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from math import log10

from lint_article.dataclass import dataclass
from lint_article.document import Repair
from lint_article.parsing.damage_reading import LIGATURES, Certainty, Reader
from lint_article.parsing.lexicon import COMMON, EVERYDAY, FRAGMENT
from lint_article.text import Span

# What is left of the commonest words with a ligature: enough to tell whether a closer look is worth its time.
_LEFT = (
    r"\b(?:[ui]n|in|re|ex)?(?:[Ss]igni|[Ss]pe[cz]i|[Ss]péci|[Ee]spec[ií]|[Ii]denti|[Mm]odi|[CKck]lassi|[Ss]cienti|"
    r"[Cc]ient[ií]|[Qq]uanti|[Aa]mpli|[Jj]usti|[Cc]erti|[Vv]eri|[Bb]ene)"
)
_RIGHT = (
    r"(?:cant(?:ly)?|cance|cally|cult(?:y|ies)?|cien(?:t|cy|cies)|cients|ciently|cial|cacy|eren(?:t|ce|ces|tly|tial)|"
    r"ect(?:s|ed|ive|ively|ing|or)?|uenc(?:e|es|ed|ing)|rm(?:s|ed|ing)?|nitions?|ort|dence|icts?|ammat(?:ion|ory)|"
    r"usion|ltration|rst|nd(?:s|ing|ings)|eld|gures?|kant(?:e|en|er)?|ziert|zient|caz|nanz\w*|ciente?|cile)\b"
)
_HINT = re.compile(rf"{_LEFT}[ \xa0\n](?=[a-zà-ÿ]{{1,}}\b)|(?<=[a-zà-ÿ])[ \xa0\n]{_RIGHT}")
_TOKEN = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \xa0]|[ ]?\r?\n")
_CLOSE = 0.5  # weights of two readings that are equally likely
_ODDS = 1.5
_SURE_ODDS = 3.0
_LONG = 8  # letters of a single word that is proof by itself


@dataclass(frozen=True, slots=True)
class Loss:
    """A word that may have lost a ligature; `odds` are decimal logarithms of the word against its fragments.

    `fragments`: what is left is no word. `sign` is what stands in the ligature's place.
    """

    span: Span
    word: str
    ligature: str
    sign: str
    odds: float
    fragments: bool
    others: tuple[str, ...] = ()


def suspects_loss(text: str) -> bool:
    """Tell, without a lexicon, whether the text may have lost ligatures."""
    return _HINT.search(text) is not None


def judge_lost(text: str, reader: Reader) -> Iterator[Repair]:
    """Yield repairs of words with a space in the ligature's place, if the document shows that ligatures are lost."""
    search = _Search(text, reader)
    inside = list(search.inside())
    if proven(inside):
        for loss in (*inside, *search.edges()):
            yield repair(loss)


def proven(losses: list[Loss], *, alone: bool = True) -> bool:
    """Tell whether the losses are beyond chance: two different words, or (if it may stand `alone`) a long one."""
    certain = {loss.word.lower() for loss in losses if loss.fragments and loss.odds >= _SURE_ODDS}
    return len(certain) > 1 or (alone and any(len(word) >= _LONG for word in certain))


def repair(loss: Loss) -> Repair:
    """Return a loss as a repair."""
    certain = loss.odds >= _SURE_ODDS and not loss.others
    certainty: Certainty = "open" if not certain else "sure" if loss.fragments else "learned"
    return Repair(loss.span, loss.word, certainty, loss.sign, loss.ligature, loss.others)


class _Search:
    def __init__(self, text: str, reader: Reader) -> None:
        self.text = text
        self.reader = reader

    @cached_property
    def _tokens(self) -> list[re.Match[str]]:
        return list(_TOKEN.finditer(self.text))

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        return {part: self.reader.lexicon.weight(part) for part in {token[0] for token in self._tokens}}

    @cached_property
    def _total(self) -> float:
        """The decimal logarithm of how many running words the lexicon's counts come from."""
        return log10(sum(sum(counts.values()) for counts in self.reader.lexicon.counts) + 1)

    def inside(self) -> Iterator[Loss]:
        """Yield pairs of fragments that a ligature joins to a word."""
        end = 0
        for first, second in pairwise(self._tokens):
            if first.start() < end or not _GAP.fullmatch(self.text, first.end(), second.start()):
                continue
            loss = self._joined(first, second)
            if loss:
                end = second.end()
                yield loss

    def _joined(self, first: re.Match[str], second: re.Match[str]) -> Loss | None:
        left, right = first[0], second[0]
        if not ((right.islower() and not left[1:].isupper()) or (left.isupper() and right.isupper())):
            return None
        apart = [self._weights[part] for part in (left, right)]
        if min(apart) >= EVERYDAY:
            return None
        fragments = min(apart) < FRAGMENT
        words = {f"{left}{ligature}{right}": ligature for ligature in LIGATURES}
        ranked = self._ranked(words, self.reader.knows) or (
            self._ranked(words, self.reader.derives) if apart[1] < FRAGMENT else self._names(left, right, apart)
        )
        if not ranked:
            return None
        if self.reader.lexicon.weight(left + right) > max(ranked[0][0] - _CLOSE, 0):
            return None  # a space too much, and nothing lost
        odds = ranked[0][0] - (sum(apart) - self._total)
        if odds < (_ODDS if fragments else _ODDS + 1):
            return None
        sign = self.text[first.end() : second.start()]
        return self._loss(Span(first.start(), second.end()), ranked, sign, odds, fragments)

    def edges(self) -> Iterator[Loss]:
        """Yield fragments that lost the ligature at their start or end; only for a text where others are lost."""
        for token in self._tokens:
            start, end, part = token.start(), token.end(), token[0]
            if len(part) < 2 or not part.islower() or self._weights[part] >= FRAGMENT:
                continue
            before, after = self.text[max(start - 2, 0) : start], self.text[end : end + 2]
            if before == "  " or (before[-1:] in (" ", "\n", "") and len(part) > 2 and _plain(before, after)):
                ranked = self._ranked({ligature + part: ligature for ligature in LIGATURES}, self.reader.knows)
                yield from self._edge(ranked, Span(start - (before == "  "), end), before == "  ")
            elif after == "  " or after[:1] in ".,;:)":
                ranked = self._ranked({part + ligature: ligature for ligature in LIGATURES}, self.reader.knows)
                yield from self._edge(ranked, Span(start, end + (after == "  ")), after == "  ")

    def _edge(self, ranked: list[tuple[float, str, str]], span: Span, spaced: bool) -> Iterator[Loss]:
        if ranked and ranked[0][0] >= COMMON:
            yield self._loss(span, ranked, " " if spaced else "", ranked[0][0], True)

    def _names(self, left: str, right: str, apart: list[float]) -> list[tuple[float, str, str]]:
        """Return what two fragments of a name may have been, by the letters around ligatures in other words."""
        if not left.istitle() or max(apart) >= COMMON + 0.5 or apart[0] or len(right) > 6:
            return []
        weighed = {part: self.reader.lexicon.holding(left[-2:] + part + right[:2]) for part in LIGATURES}
        likely = ((count / 1e5, left + part + right, part) for part, count in weighed.items() if count > 5)
        return sorted(likely, reverse=True)

    def _ranked(self, words: dict[str, str], weigh: Callable[[str], float]) -> list[tuple[float, str, str]]:
        """Return the words that have a weight, the heaviest first, with their weights and ligatures."""
        weighed = ((weigh(word), word, ligature) for word, ligature in words.items())
        return sorted((choice for choice in weighed if choice[0]), reverse=True)

    def _loss(self, span: Span, ranked: list[tuple[float, str, str]], sign: str, odds: float, fragments: bool) -> Loss:
        others = tuple(word for weight, word, _ in ranked[1:] if weight > ranked[0][0] - 2)
        return Loss(span, ranked[0][1], ranked[0][2], sign, odds, fragments, others)


def _plain(before: str, after: str) -> bool:
    """Tell whether a fragment stands among words, and is neither an abbreviation nor the end of an ordinal number."""
    return not before[:1].isdigit() and after[:1] in (" ", "\n", ",", "")
