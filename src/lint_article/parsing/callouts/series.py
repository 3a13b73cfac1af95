"""Items that are numbered together: the figures, the tables, the figures of the supplement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.document.callout import Callout, Callouts, Caption, ItemKind
from lint_article.parsing.callouts.find import callouts_of, equations_of
from lint_article.parsing.kept import kept


@dataclass(frozen=True, slots=True)
class Series:
    """Callouts and captions of one kind and series, in the order of the text; their numbers are plain ones.

    `others` are numbers that begin a line without being known as captions: one of them may be one.
    """

    kind: ItemKind
    prefix: str
    callouts: list[Callout] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    others: set[int] = field(default_factory=set)

    def cited_numbers(self) -> frozenset[int]:
        """Return the numbers that callouts have."""
        return frozenset(callout.number.value for callout in self.callouts)

    def caption_numbers(self) -> frozenset[int]:
        """Return the numbers that captions have."""
        return frozenset(caption.number.value for caption in self.captions)

    def is_whole(self) -> bool:
        """Tell whether the text seems to hold the captions of this series: most of the numbers cited have one."""
        return len(self.cited_numbers() & self.caption_numbers()) * 3 >= 2 * len(self.cited_numbers())


@kept
def series_of(document: Document) -> Sequence[Series]:
    """Return the series of a document, without those of its equations."""
    return _group(callouts_of(document))


def equation_series_of(document: Document) -> Sequence[Series]:
    """Return the series of a document's numbered equations."""
    return _group(equations_of(document))


def _group(facts: Callouts) -> Sequence[Series]:
    found: dict[tuple[ItemKind, str], Series] = {}
    for caption in facts.captions:
        _series(found, caption).captions.append(caption)
    for callout in facts.callouts:
        series = _series(found, callout)
        series.callouts.append(_without_note(series, callout))
    for kind, number in facts.others:
        found[kind, number.series].others.add(number.value)
    return tuple(found.values())


def _without_note(series: Series, callout: Callout) -> Callout:
    """Return the callout without the number of a note that text without superscripts runs on: `Table 42`."""
    there, number = series.caption_numbers(), callout.number
    if number.value in there or number.value // 10 not in there or number.value <= 2 * max(there):
        return callout
    return replace(callout, number=replace(number, value=number.value // 10), panels="")


def _series(found: dict[tuple[ItemKind, str], Series], one: Callout | Caption) -> Series:
    key = one.kind, one.number.series
    return found.setdefault(key, Series(*key))


def first_mentions(series: Series) -> Mapping[int, Callout]:
    """Return the first sure callout of each number, in the order of the text."""
    first: dict[int, Callout] = {}
    for callout in series.callouts:
        if callout.is_sure:
            first.setdefault(callout.number.value, callout)
    return first
