"""Citations by the labels that a list prints, `[Abe04]`, `[BC+12, p. 3]`, `[S1–S3]`: each leads to an entry or none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

import regex

from lint_article.document import Citation, CitationItem, Evidence, Reference, Resolution
from lint_article.parsing.citations.worded_numbers import DASH
from lint_article.parsing.linking.resolved import Cited
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_LABEL = r"\p{Lu}[\p{L}+]{0,11}\d{1,4}[a-z]?"
_CITED = Pattern(
    rf"\[(?:\p{{Ll}}[\p{{L}}.,\s]{{1,12}}\s)?(?P<item>{_LABEL})(?:(?:[,;]\s?|\s?{DASH}\s?)(?P<item>{_LABEL}))*"
    r"(?:,\s[^\]\[]{1,40})?\]"
)
_WHOLE = Pattern(_LABEL)
_COUNTED = Pattern(r"(?P<prefix>\p{Lu}{1,3})(?P<number>\d{1,3})")  # of a supplementary list: `S1`
_DATED = Pattern(r"\p{Lu}[\p{L}+]{0,11}\d{2,4}[a-z]?")
_DASH = Pattern(rf"\s?{DASH}\s?")
_LABELLED = 0.8  # share of the entries that have a label
_CITED_SHARE = 0.5
_FEWEST = 3
_LONGEST_RANGE = 60


def link_labels(prose: str, holes: Sequence[Span], references: Sequence[Reference]) -> Cited | None:
    """Judge each label in brackets; None if no list has any, or if the text cites less than half of them."""
    labels = dict(_find_labels(references))
    if not labels:
        return None
    prefix = _prefix_of(labels)
    citations: list[Citation] = []
    resolutions: list[Resolution] = []
    for match in _find(prose, holes):
        items = [item for item in _items(prose, match) if item.key in labels or _may_be_label(item.key, prefix)]
        if items:
            citations.append(Citation(Span(*match.span()), "key", tuple(items)))
            resolutions.extend(_resolve(item, labels.get(item.key)) for item in items)
    cited = {index for resolution in resolutions for index in resolution.references}
    return (tuple(citations), tuple(resolutions)) if len(cited) >= len(labels) * _CITED_SHARE else None


def _find_labels(references: Sequence[Reference]) -> Iterator[tuple[str, int]]:
    """Yield the labels, and the entries (indexes) that bear them, of the lists that are labelled."""
    for _, entries in groupby(enumerate(references), key=lambda pair: pair[1].list):
        listed = list(entries)
        own = [(r.label.value, index) for index, r in listed if r.label and _WHOLE.fullmatch(r.label.value)]
        if len(own) >= max(_FEWEST, len(listed) * _LABELLED):
            yield from own


def _prefix_of(labels: Collection[str]) -> str:
    """Return what all labels have before their numbers, as `S` in a supplementary list; empty if they differ."""
    counted = [_COUNTED.fullmatch(label) for label in labels]
    prefixes = {match["prefix"] if match else "" for match in counted}
    return prefixes.pop() if len(prefixes) == 1 else ""


def _may_be_label(key: str, prefix: str) -> bool:
    """Tell whether a key that no entry bears looks like those that entries bear: counted behind a prefix, or dated."""
    counted = _COUNTED.fullmatch(key)
    return bool(counted and counted["prefix"] == prefix) if prefix else bool(_DATED.fullmatch(key))


def _find(prose: str, holes: Sequence[Span]) -> Iterator[regex.Match[str]]:
    at = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        yield from _CITED.finditer(prose, at, max(at, hole.start))
        at = max(at, hole.end)


def _items(prose: str, match: regex.Match[str]) -> Iterator[CitationItem]:
    """Yield the labels of a bracket, and those that a dash between two of one prefix implies."""
    before: Span | None = None
    for start, end in match.spans("item"):
        span = Span(start, end)
        if before and _DASH.fullmatch(prose, before.end, start):
            between = Span(before.end, start)
            yield from (CitationItem(between, key=key) for key in _find_between(before.of(prose), span.of(prose)))
        yield CitationItem(span, key=span.of(prose))
        before = span


def _find_between(first: str, last: str) -> Iterator[str]:
    low, high = _COUNTED.fullmatch(first), _COUNTED.fullmatch(last)
    if low and high and low["prefix"] == high["prefix"]:
        numbers = range(int(low["number"]) + 1, int(high["number"]))
        yield from (f"{low['prefix']}{number}" for number in numbers[:_LONGEST_RANGE])


def _resolve(item: CitationItem, index: int | None) -> Resolution:
    if index is None:
        return Resolution(item, "key-undefined", evidence=(Evidence("label", -1.0, f"`{item.key}`"),))
    return Resolution(item, "matched", (index,), evidence=(Evidence("label", 1.0),))
