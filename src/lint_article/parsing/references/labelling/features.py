"""What is known of each word of a reference: the features that the weights belong to.

`describe` walks a line once. Training gives it names of features, reading the sums of their weights: both see the same.
A key is a function below and what it is to be called with; what it returns are names of features. Combinations that
rarely come twice are features of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from lint_article.parsing.references.labelling.stretches import Stretch, find_stretches
from lint_article.parsing.references.labelling.word_features import (
    AFTER,
    BEFORE,
    CAPITAL_IN_PHRASE,
    FIRST_OF_PHRASE,
    FIRST_OF_SENTENCE,
    HERE,
    LAST_OF_PHRASE,
    TWO_AFTER,
    TWO_BEFORE,
)
from lint_article.parsing.references.labelling.words import EntryWords

T = TypeVar("T")  # whole numbers or lists: something that can be added up
Key = tuple[Any, ...]
_MARKS = frozenset('"()[]')
_ANNOUNCING = frozenset({"in", "dans"})
_MOST_WORDS = 200  # of a phrase that are looked at, so that the cost is linear


class Sums(Generic[T]):
    """What features add up to: one by its name, those of a key, those of a word in each of its roles."""

    def __init__(self, of_one: Mapping[str, T], of: Mapping[Key, T], of_word: Mapping[str, tuple[T, ...]]) -> None:
        self.of_one: Mapping[str, T] = of_one
        self.of: Mapping[Key, T] = of
        self.of_word: Mapping[str, tuple[T, ...]] = of_word


def describe(line: EntryWords, sums: Sums[T]) -> list[T]:
    """Return what the features of each word add up to."""
    of: Mapping[Key, Any] = sums.of
    of_one: Mapping[str, Any] = sums.of_one
    edge = sums.of_word[""]
    words: list[tuple[Any, ...]] = [edge, edge, *[sums.of_word[word] for word in line.words], edge, edge]
    gaps, shapes = ["^", *line.gaps, "$"], ["^", "^", *line.shapes, "$", "$"]
    starts = [gap[:2] for gap in gaps]
    wide = _of_chunks(line, words[2:-2], sums)
    result: list[T] = []
    for at, place in enumerate(_places(line)):
        left2, left, shape, right, right2 = shapes[at : at + 5]
        gap, before, after, gap2 = gaps[at : at + 4]
        start, start_before, start_after, start2 = starts[at : at + 4]
        result.append(
            words[at + 2][HERE]
            + words[at + 1][BEFORE]
            + words[at + 3][AFTER]
            + words[at][TWO_BEFORE]
            + words[at + 4][TWO_AFTER]
            + wide[at]
            + of[describe_left, left, before, shape]
            + of[describe_right, shape, after, right]
            + of[describe_marks, gap, before, after, gap2]
            + of[describe_place, *place]
            + of_one[f"p3s={left2}{start}{left}{start_before}{shape}"]
            + of_one[f"q3={shape}{start_after}{right}{start2}{right2}"]
            + of_one[f"pss={left}{start_before}{shape}{start_after}{right}"]
        )
    return result


def describe_left(left: str, before: str, shape: str) -> tuple[str, ...]:
    """Return the features of a word's shape, of the marks and the shape to its left."""
    return f"g0={before}", f"sg={shape}|{before}", f"ps={left}{before}{shape}"


def describe_right(shape: str, after: str, right: str) -> tuple[str, ...]:
    """Return the features of a word's shape, of the marks and the shape to its right."""
    return f"g1={after}", f"sh1={shape}|{after}", f"ss={shape}{after}{right}"


def describe_marks(gap: str, before: str, after: str, gap2: str) -> tuple[str, ...]:
    """Return the features of the marks around a word, and around those beside it."""
    return f"g-={gap}", f"gg={before}|{after}", f"g+={gap2}"


def describe_place(start: str, end: int, years: int, quotes: int, depth: int, announced: int) -> tuple[str, ...]:
    """Return the features of a place in the line: how far from its ends, after how many years and quotation marks."""
    return f"pos={start}", f"end={end}", f"yr={years}", f"quo={quotes}", f"dep={depth}", f"in={announced}"


def describe_phrase(before: str, look: str, after: str) -> tuple[str, ...]:
    """Return the features of how a phrase and those beside it look."""
    return f"C={look}", f"C-={before}", f"C+={after}", f"CC={before}{look}{after}"


def describe_sentence(before: str, look: str, after: str) -> tuple[str, ...]:
    """Return the features of how a sentence and those beside it look."""
    return f"S={look}", f"S-={before}", f"S+={after}", f"SS={before}{look}{after}"


def describe_order(number: int, rest: int, look: str) -> tuple[str, ...]:
    """Return the features of a sentence's place: how many stand before it, how many after it."""
    return f"Sk={number}", f"Sr={rest}", f"Skl={number}{look}"


def _of_chunks(line: EntryWords, words: list[tuple[Any, ...]], sums: Sums[Any]) -> list[Any]:
    """Return, for each word, the sum for its phrase and its sentence; `words` are the sums of the words alone."""
    phrases, sentences = find_stretches(line)
    result: list[Any] = []
    at, sentence = 0, _of_sentence(line, sentences, 0, words, sums)
    for k, phrase in enumerate(phrases):
        if phrase.first >= sentences[at].stop:
            at += 1
            sentence = _of_sentence(line, sentences, at, words, sums)
        result += [sentence + _of_phrase(line, phrases, k, words, sums)] * (phrase.stop - phrase.first)
    return result


def _looks(chunks: list[Stretch], k: int) -> tuple[str, str, str]:
    return chunks[k - 1].look if k else "^", chunks[k].look, chunks[k + 1].look if k + 1 < len(chunks) else "$"


def _of_phrase(line: EntryWords, phrases: list[Stretch], k: int, words: list[tuple[Any, ...]], sums: Sums[Any]) -> Any:
    chunk = phrases[k]
    looks = _looks(phrases, k)
    opening = line.words[phrases[k - 1].first] if k else "^"  # a small word that opens the phrase before
    if not opening.islower() and opening != "&":
        opening = ""
    years = min(line.cases.count("y", 0, chunk.first), 2)
    total = (
        sums.of[describe_phrase, *looks]
        + sums.of_one[f"yrp={years}{chunk.look}"]
        + sums.of_one[f"Co={opening}|{looks[0]}|{chunk.look}"]
        + words[chunk.first][FIRST_OF_PHRASE]
        + words[chunk.stop - 1][LAST_OF_PHRASE]
        + sums.of_one["Cn=" + _next(line, chunk)]
    )
    for at in range(chunk.first, min(chunk.stop, chunk.first + _MOST_WORDS)):
        if line.shapes[at][0] == "X" and len(line.words[at]) > 2:
            total = total + words[at][CAPITAL_IN_PHRASE]
    return total


def _of_sentence(
    line: EntryWords, sentences: list[Stretch], k: int, words: list[tuple[Any, ...]], sums: Sums[Any]
) -> Any:
    chunk = sentences[k]
    return (
        sums.of[describe_sentence, *_looks(sentences, k)]
        + sums.of[describe_order, min(k, 4), min(len(sentences) - 1 - k, 4), chunk.look]
        + sums.of_one["Sn=" + _next(line, chunk)]
        + sums.of_one[f"Sg={line.gaps[chunk.first]}|{line.gaps[chunk.stop]}"]
        + words[chunk.first][FIRST_OF_SENTENCE]
    )


def _next(line: EntryWords, chunk: Stretch) -> str:
    at = chunk.stop
    return f"{line.shapes[at]}{line.gaps[at][:3]}{line.gaps[at + 1][:2]}" if at < len(line.words) else "$"


def _places(line: EntryWords) -> Iterator[tuple[str, int, int, int, int, int]]:
    """Yield each word's place: how far from both ends, how many years and marks stand before it."""
    size = len(line.words)
    years = quotes = depth = announced = 0
    for at, (word, gap, shape) in enumerate(zip(line.words, line.gaps, line.shapes, strict=False)):
        if not _MARKS.isdisjoint(gap):
            quotes = min(quotes + gap.count('"'), 3)
            depth = min(max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]")), 2)
        start = str(at) if at < 6 else f"{10 * at // size}/10"
        yield start, min(size - 1 - at, 5), years, quotes, depth, announced
        if shape == "year":
            years = min(years + 1, 2)
        elif announced < 2 and word.lower() in _ANNOUNCING and gap[:1] in {".", ",", '"', "'"}:
            announced += 1
