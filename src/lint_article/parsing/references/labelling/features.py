"""What is known of each word of a reference: the features that the weights belong to.

`describe` walks a line once. Training gives it names of features, reading the sums of their weights: both see the same.
A key is a function below and what it is to be called with; what it returns are names of features.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from lint_article.parsing.references.labelling.stretches import Stretch, find_stretches
from lint_article.parsing.references.labelling.words import EntryWords, shape_of

T = TypeVar("T")  # whole numbers or lists: something that can be added up
Key = tuple[Any, ...]
_NEAR, _BESIDE = 2, 4  # of a word's features, those that count for the words around it: its shape, itself, its ends
_BARE = frozenset({"url", "doi", "resolver", "year", ""})
_MARKS = frozenset('"()[]')
_ANNOUNCING = frozenset({"in", "dans"})
_MOST_WORDS = 200  # of a phrase that are looked at, so that the cost is linear


class Sums(Generic[T]):
    """What features add up to: of a key, and of a word as it is met at five distances."""

    def __init__(self, of: Mapping[Key, T], of_word: Mapping[str, tuple[T, ...]]) -> None:
        self.of: Mapping[Key, T] = of
        self.of_word: Mapping[str, tuple[T, ...]] = of_word


def describe(line: EntryWords, sums: Sums[T]) -> list[T]:
    """Return what the features of each word add up to."""
    of: Mapping[Key, Any] = sums.of
    edge = sums.of_word[""]
    words: list[tuple[Any, ...]] = [edge, edge, *[sums.of_word[word] for word in line.words], edge, edge]
    gaps, shapes = ["^", *line.gaps, "$"], ["^", "^", *line.shapes, "$", "$"]
    wide = _of_chunks(line, of)
    result: list[T] = []
    for at, place in enumerate(_places(line)):
        left2, left, shape, right, right2 = shapes[at : at + 5]
        gap, before, after = gaps[at : at + 3]
        total = words[at][0] + words[at + 1][1] + words[at + 2][2] + words[at + 3][3] + words[at + 4][4] + wide[at]
        total = (
            total
            + of[describe_left, left2, gap, left, before, shape]
            + of[describe_sides, left, before, shape, after, right]
        )
        result.append(
            total + of[describe_right, shape, after, right, gaps[at + 3], right2] + of[describe_place, *place]
        )
    return result


def describe_word(word: str) -> tuple[list[str], ...]:
    """Return the features of a word for those two and one after it, for itself, and for those one and two before it."""
    names = _here(word)
    near, beside = names[:_NEAR], names[:_BESIDE]
    return (
        ["-2" + name for name in near],
        ["-1" + name for name in beside],
        names,
        ["+1" + name for name in beside],
        ["+2" + name for name in near],
    )


def _here(word: str) -> list[str]:
    shape = shape_of(word) if word else ""
    names = ["sh=" + shape]
    if shape in _BARE or word.isdigit():
        return names
    lower = word.casefold()
    names.append("w=" + lower)
    if not word[0].isdigit():
        names += ("p3=" + lower[:3], "s3=" + lower[-3:], "p4=" + lower[:4], "s4=" + lower[-4:], "s2=" + lower[-2:])
        names.append(f"len={min(len(lower), 12)}")
        if word[0] > "\u024f":
            names.append(f"script={ord(word[0]) >> 8:x}")
    return names


def describe_left(left2: str, gap: str, left: str, before: str, shape: str) -> tuple[str, ...]:
    """Return the features of the marks and the words' shapes to the left."""
    return (
        f"g0={before}",
        f"g-={gap}",
        f"sg={shape}|{before}",
        f"ps={left}{before}{shape}",
        f"p3s={left2}{gap[:2]}{left}{before[:2]}{shape}",
    )


def describe_right(shape: str, after: str, right: str, gap: str, right2: str) -> tuple[str, ...]:
    """Return the features of the marks and the words' shapes to the right."""
    return (
        f"g1={after}",
        f"g+={gap}",
        f"sh1={shape}|{after}",
        f"ss={shape}{after}{right}",
        f"q3={shape}{after[:2]}{right}{gap[:2]}{right2}",
    )


def describe_sides(left: str, before: str, shape: str, after: str, right: str) -> tuple[str, ...]:
    """Return the features of the marks and the words' shapes on both sides."""
    return f"gg={before}|{after}", f"pss={left}{before[:2]}{shape}{after[:2]}{right}"


def describe_place(start: str, end: int, years: int, quotes: int, depth: int, announced: int) -> tuple[str, ...]:
    """Return the features of a place in the line: how far from its ends, after how many years and quotation marks."""
    return f"pos={start}", f"end={end}", f"yr={years}", f"quo={quotes}", f"dep={depth}", f"in={announced}"


def describe_phrase(before: str, look: str, after: str, years: int, opening: str) -> tuple[str, ...]:
    """Return the features of a phrase between two others; `opening` is a small word that opens the one before."""
    return (
        f"C={look}",
        f"C-={before}",
        f"C+={after}",
        f"CC={before}{look}{after}",
        f"yrp={years}{look}",
        f"Co={opening}|{before}|{look}",
    )


def describe_sentence(before: str, look: str, after: str, number: int, rest: int) -> tuple[str, ...]:
    """Return the features of a sentence between two others."""
    return (
        f"S={look}",
        f"S-={before}",
        f"S+={after}",
        f"SS={before}{look}{after}",
        f"Sk={number}",
        f"Sr={rest}",
        f"Skl={number}{look}",
    )


def describe_closing(next_word: str, opening: str, closing: str) -> tuple[str, str]:
    """Return the features of what stands around a sentence."""
    return f"Sn={next_word}", f"Sg={opening}|{closing}"


def describe_one(kind: str, value: str) -> tuple[str]:
    """Return a feature that is one value."""
    return (f"{kind}={value}",)


def _of_chunks(line: EntryWords, of: Mapping[Key, Any]) -> list[Any]:
    """Return, for each word, the sum for the phrase and the sentence that it is part of."""
    phrases, sentences = find_stretches(line)
    result: list[Any] = []
    at, sentence = 0, _of_sentence(line, sentences, 0, of)
    for k, phrase in enumerate(phrases):
        if phrase.first >= sentences[at].stop:
            at += 1
            sentence = _of_sentence(line, sentences, at, of)
        result += [sentence + _of_phrase(line, phrases, k, of)] * (phrase.stop - phrase.first)
    return result


def _looks(chunks: list[Stretch], k: int) -> tuple[str, str, str]:
    return chunks[k - 1].look if k else "^", chunks[k].look, chunks[k + 1].look if k + 1 < len(chunks) else "$"


def _of_phrase(line: EntryWords, phrases: list[Stretch], k: int, of: Mapping[Key, Any]) -> Any:
    chunk = phrases[k]
    words, shapes = line.words, line.shapes
    opening = words[phrases[k - 1].first] if k else "^"
    if not opening.islower() and opening != "&":
        opening = ""
    years = min(line.cases.count("y", 0, chunk.first), 2)
    total = (
        of[describe_phrase, *_looks(phrases, k), years, opening] + of[describe_one, "Cw", words[chunk.first].casefold()]
    )
    total = total + of[describe_one, "Cl", _last(line, chunk)] + of[describe_one, "Cn", _next(line, chunk)]
    for at in range(chunk.first, min(chunk.stop, chunk.first + _MOST_WORDS)):
        if shapes[at][0] == "X" and len(words[at]) > 2:
            total = total + of[describe_one, "Cb", words[at].casefold()]
    return total


def _of_sentence(line: EntryWords, sentences: list[Stretch], k: int, of: Mapping[Key, Any]) -> Any:
    chunk = sentences[k]
    total = of[describe_sentence, *_looks(sentences, k), min(k, 4), min(len(sentences) - 1 - k, 4)]
    total = total + of[describe_closing, _next(line, chunk), line.gaps[chunk.first], line.gaps[chunk.stop]]
    return total + of[describe_one, "Sw", line.words[chunk.first].casefold()]


def _last(line: EntryWords, chunk: Stretch) -> str:
    word = line.words[chunk.stop - 1]
    return line.shapes[chunk.stop - 1] if word.isdigit() else word.casefold()


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
