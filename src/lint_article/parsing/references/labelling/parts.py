"""A reference divided into its parts: authors, title, container …"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from lint_article.parsing.references.labelling.chain import Chain, Labelling
from lint_article.parsing.references.labelling.features import describe
from lint_article.parsing.references.labelling.labels import LABELS, EntryPart
from lint_article.parsing.references.labelling.repairs import repair
from lint_article.parsing.references.labelling.weights import STEP, Weights, load_weights
from lint_article.parsing.references.labelling.words import EntryWords, read_line
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_ACCENTS = dict.fromkeys(map(ord, "¨¸¯˘˙˚˛˜˝"), "\ufffd")  # beside their letters, where they part no words
_CLOSES = {")": "(", "]": "[", "”": "“", "»": "«"}
_OPENS = {opening: closing for closing, opening in _CLOSES.items()}
_ENDS = Pattern(r"[.,;:]?</\p{L}+>|[?!]+|[)\]”»]")
_OPENING_TAG = Pattern(r"<\p{L}+>$")
_LONGEST_TAG = 12
_REMEMBERED = 4096  # references


def find_parts(text: str, start: int, end: int) -> list[EntryPart]:
    """Divide the reference at `start`..`end` (code points) into its parts, in order."""
    parts = _find_parts(text[start:end])
    return [EntryPart(p.label, Span(p.span.start + start, p.span.end + start), p.margin) for p in parts]


@lru_cache(_REMEMBERED)
def _find_parts(text: str) -> list[EntryPart]:
    """Divide a reference, once: a text that is being written is read again and again, and few entries change."""
    line, whole = read_line(text.translate(_ACCENTS)), Span(0, len(text))
    if not line.words:
        return []
    weights, chain = _load()
    found = chain.read(describe(line, weights))
    repair(line, found.labels)
    parts = [_part(text, line, run, found, whole) for run in _runs(found.labels)]
    if [part.label for part in parts[:3]] == ["title", "date", "title"]:
        # an organisation's name: `R Core Team (2014) R: a language …`
        parts[0] = EntryPart("author", parts[0].span, parts[0].margin)
    return parts


@cache
def _load() -> tuple[Weights, Chain]:
    weights = load_weights()
    return weights, Chain(weights.transitions)


def _runs(labels: list[int]) -> Iterator[tuple[int, int, int]]:
    """Yield each label with the first and the last word of its run."""
    at = 0
    for label, words in groupby(labels):
        size = len(list(words))
        yield label, at, at + size - 1
        at += size


def _margin(label: int, first: int, last: int, found: Labelling) -> float:
    """Return what the reading loses at least where the part is shorter, longer or something else."""
    beside = [found.loss_with(at, label) for at in (first - 1, last + 1) if 0 <= at < len(found.labels)]
    return min([found.loss_without(first, last, label), *beside]) * STEP


def _part(text: str, line: EntryWords, run: tuple[int, int, int], found: Labelling, entry: Span) -> EntryPart:
    """Return a part with what belongs to it: a question mark, a bracket whose partner is inside, tags around it."""
    label, first, last = run
    start, stop = line.starts[first], line.ends[last]
    if text.endswith(">", 0, start):
        tag = _OPENING_TAG.search(text, max(entry.start, start - _LONGEST_TAG), start)
        start = tag.start() if tag else start
    limit = line.starts[last + 1] if last + 1 < len(line.starts) else entry.end
    while closing := _ENDS.match(text, stop, limit):
        mark = closing.group().lstrip(".,;:")
        opening = _CLOSES.get(mark, mark.replace("/", ""))
        if opening != mark and text.count(mark, start, stop) >= text.count(opening, start, stop):
            break
        stop = closing.end()
    before = text[start - 1 : start] if start > entry.start else ""
    if before in _OPENS and text.count(_OPENS[before], start, stop) > text.count(before, start, stop):
        start -= 1
    return EntryPart(LABELS[label], Span(start, stop), max(0.0, _margin(*run, found)))
