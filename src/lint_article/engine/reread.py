"""Whether rewritten files read as they were meant to: the same text and structure, but for the changes."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from lint_article.document import Document
from lint_article.engine.changes import Rewriting
from lint_article.engine.rounds import Number, Round
from lint_article.text import Segment

_Stretches = Mapping[Number, tuple[str, list[str]]]
"""Text and signs of structure of the stretches that the changes of a file answer for, or of a file without any."""


class _Piece(NamedTuple):
    """A piece of a document's text, or a sign of its structure, and where it comes from; `text` is None if copied."""

    file: str
    start: int
    end: int
    text: str | None = None
    is_sign: bool = False


def misread(before: Document, after: Document, made: Round) -> set[Number]:
    """Return the changes that have changed more than their words.

    Each change answers for what stands around it, half the way to the next one: that must read as it did, with the new
    words in their places. If something reads otherwise in a file without changes, all changes are to blame.
    """
    texts = {file: part.text for file, part in zip(made.files, before.parts, strict=True)}
    texts |= {file: rewriting.apply_changes(texts[file]) for file, rewriting in made.rewritings.items()}
    if [texts[file] for file in made.files] != [part.text for part in after.parts]:
        return set(made.owners)
    still = {file: Rewriting() for file in made.files}
    cuts = {file: _half_way(rewriting) for file, rewriting in made.rewritings.items()}
    meant = _stretches(_pieces(before, made.files, still | dict(made.rewritings)), texts, cuts)
    read = _stretches(_pieces(after, made.files, still), texts, cuts)
    differing = {key for key in {*meant, *read} if meant.get(key) != read.get(key)}
    return differing if differing <= made.owners.keys() else set(made.owners)


def _half_way(rewriting: Rewriting) -> list[int]:
    """Return the places in the new text that lie between two changes, at the same distance of both."""
    done = rewriting.undone().changes
    return [(one.end + other.start + 1) // 2 for one, other in pairwise(done)]


def _pieces(document: Document, files: Sequence[str], rewritings: Mapping[str, Rewriting]) -> Iterator[_Piece]:
    """Give the text in order, then the signs of its structure, by their places in the rewritten files."""
    segments = document.map.segments
    for segment, following in zip_longest(segments, segments[1:]):
        origin, rewriting = segment.origin, rewritings[files[segment.origin.part]]
        end = rewriting.move_offset(origin.end, behind=not _is_same_word(segment, following))
        text = None if segment.how == "copied" else segment.span.of(document.text)
        yield _Piece(files[origin.part], rewriting.move_offset(origin.start), end, text)
    signs = [(block.span, f"{block.kind} {block.level}") for block in document.blocks]
    signs += [(mark.span, mark.kind) for mark in document.marks]
    signs += [(problem.span, problem.rule) for problem in document.problems]
    for span, sign in signs:
        origin = document.map.origin(span)
        rewriting = rewritings[files[origin.part]]
        start, end = rewriting.move_offset(origin.start), rewriting.move_offset(origin.end)
        if start < end or not len(span):  # or nothing of it is left
            yield _Piece(files[origin.part], start, end, sign, is_sign=True)


def _is_same_word(segment: Segment, following: Segment | None) -> bool:
    """Tell whether the next segment is copied from right behind this one, so that it has what is inserted there."""
    at = segment.origin.part, segment.origin.end
    return bool(following and following.how == "copied" and at == (following.origin.part, following.origin.start))


def _stretches(pieces: Iterable[_Piece], texts: Mapping[str, str], cuts: Mapping[str, Sequence[int]]) -> _Stretches:
    """Put the pieces together that lie between the same cuts; how wide a blank is makes no difference."""
    written: dict[Number, list[str]] = defaultdict(list)
    signs: dict[Number, list[str]] = defaultdict(list)
    for file, start, end, text, is_sign in pieces:
        inside = cuts.get(file, ())
        first = bisect_right(inside, start)
        if text is not None:
            (signs if is_sign else written)[file, first].append(text)
            continue
        bounds = [start, *inside[first : bisect_right(inside, end)], end]
        for number, (low, high) in enumerate(pairwise(bounds), first):
            written[file, number].append(texts[file][low:high])
    made = {key: (" ".join("".join(written[key]).split()), signs[key]) for key in {*written, *signs}}
    return {key: value for key, value in made.items() if value != ("", [])}
