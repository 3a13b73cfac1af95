"""All callouts and captions of a manuscript, and those of its equations apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from lint_article.document import Document
from lint_article.document.callout import Callout, Callouts, Caption, ItemKind, ItemNumber
from lint_article.parsing.callouts.captions import PART, Lines, find_captions
from lint_article.parsing.callouts.equations import find_equation_mentions, find_equations
from lint_article.parsing.callouts.floats import find_floats, find_references
from lint_article.parsing.callouts.mentions import find_mentions
from lint_article.parsing.kept import kept
from lint_article.text import Span

_OF_OTHERS = re.compile(
    r"[)\]]*,?\s(?:in|of|from|by)\s(?:[Rr]ef|\[|the\s(?:original|main)|their|[A-Z][\w’'-]+\s(?:et\sal|and|&|\())"
)
_THEIR = re.compile(r"\b(?:[Tt]heir|[Hh]is|[Hh]er|see\salso|cf\.)\s$")
_PART_OF_ITEM = re.compile(rf"[—–-]\s?[a-z]{{4}}|{PART}")
_TIMES = 5
_NEAR = 30  # code points between a citation and a callout inside one pair of brackets


@kept
def callouts_of(document: Document) -> Callouts:
    """Return the callouts and captions of a document, without those of equations."""
    floats = find_floats(document)
    mentions = _outside_references(document, find_mentions)
    own = sorted((*mentions, *find_references(document, floats)), key=attrgetter("span"))
    lines = Lines(document)
    labelled = _without_mentions(document.prose, list(find_captions(document, own, lines)))
    labels = {id(mention) for mention, _ in labelled}
    callouts = [mention for mention in own if id(mention) not in labels]
    captions = (*floats.captions, *(caption for _, caption in labelled))
    judged = tuple(_judge(document, callouts, has_capitals=_has_capitals(document.prose, own)))
    return Callouts(judged, captions, _at_line_starts(callouts, lines))


@kept
def equations_of(document: Document) -> Callouts:
    """Return the mentions of equations and, as captions, those displayed with a number; nothing if none has one."""
    equations = find_equations(document)
    if not equations:
        return Callouts()
    mentions = list(_outside_references(document, find_equation_mentions))
    judged = tuple(_judge(document, mentions, has_capitals=False))
    return Callouts(judged, tuple(equations), _at_line_starts(mentions, Lines(document)))


def _at_line_starts(callouts: Iterable[Callout], lines: Lines) -> frozenset[tuple[ItemKind, ItemNumber]]:
    return frozenset(
        (one.kind, one.number) for one in callouts if len(one.word) and lines.is_line_start(one.span.start)
    )


def _judge(document: Document, callouts: list[Callout], *, has_capitals: bool) -> Iterator[Callout]:
    """Yield the callouts, those of other works as unsure; a number without a word is as the one before it."""
    is_own = True
    for one in callouts:
        if len(one.word):
            is_small = document.prose[one.word.start : one.word.end].islower()
            is_own = not (has_capitals and is_small) and not _is_others(document, one)
        yield one if is_own and not (not len(one.word) and _is_others(document, one)) else replace(one, is_sure=False)


def _without_mentions(text: str, labelled: list[tuple[Callout, Caption]]) -> list[tuple[Callout, Caption]]:
    """Leave out `Fig. 3.` at the beginning of a paragraph where the caption of figure 3 begins with `Figure`."""
    forms = Counter(_form(text, caption) for _, caption in labelled)
    best: dict[tuple[ItemKind, ItemNumber], int] = {}
    for _, caption in labelled:
        key = caption.kind, caption.number
        best[key] = max(best.get(key, 0), forms[_form(text, caption)])
    return [one for one in labelled if forms[_form(text, one[1])] == best[one[1].kind, one[1].number]]


def _form(text: str, caption: Caption) -> str:
    """Return a caption's word with its stop, as it is printed."""
    word = re.match(r"[^\W\d_]+\.?", text[caption.label.start : caption.label.end])
    return word[0] if word else ""


def _has_capitals(text: str, callouts: list[Callout]) -> bool:
    """Tell whether nearly all words begin with a capital: the others mention items of other works."""
    firsts = [text[one.word.start] for one in callouts if len(one.word)]
    capitals = sum(1 for first in firsts if first.isupper())
    return capitals >= _TIMES * (len(firsts) - capitals)


def _outside_references(document: Document, find: Callable[[str], Iterator[Callout]]) -> Iterator[Callout]:
    spans = sorted([reference.span for reference in document.references] + [link.span for link in document.links])
    starts = [span.start for span in spans]
    for mention in find(document.prose):
        at = bisect_right(starts, mention.span.start) - 1
        if at < 0 or spans[at].end <= mention.span.start:
            yield mention


def _is_others(document: Document, callout: Callout) -> bool:
    """Tell whether an item of a cited work is meant, as a citation beside it tells, or one that belongs to an item."""
    text, span = document.prose, callout.span
    if _PART_OF_ITEM.match(text, span.end) or _OF_OTHERS.match(text, span.end):
        return True
    if _THEIR.search(text, max(span.start - 12, 0), span.start):
        return True
    at = bisect_right(document.citations, span.start, key=lambda citation: citation.span.start)
    around = document.citations[max(at - 2, 0) : at + 1]
    return any(_is_beside(text, citation.span, span) for citation in around)


def _is_beside(text: str, cited: Span, span: Span) -> bool:
    """Tell whether a citation holds the callout, or is before or behind it in the same brackets or phrase."""
    if cited.start <= span.start < cited.end:
        return True
    between = text[cited.end : span.start] if cited.end <= span.start else text[span.end : cited.start]
    if len(between) > _NEAR or "\n" in between:
        return False
    closed = between.count(")") + between.count("]")
    return (
        not closed and not re.search(r"\w{4}", between)
        if cited.end <= span.start
        else bool(re.fullmatch(r"[)\]]*,?\s(?:in|of|from)\s[([]?\s?", between))
    )
