"""Rows to fit on: real citations whose entries were taken out of the list, and names before years that cite nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.accuracy.cases import Case, neutral, overlap, sure_citations
from benchmarks.accuracy.layouts import laid_out
from benchmarks.weights.fitting import Row
from lint_article.document import Source
from lint_article.parsing.citations.plausibility import SIGNS
from lint_article.parsing.parse import parse
from lint_article.readers.plain.reader import read_plain

_TAKEN = 0.3  # share of the entries that are taken out


def rows_of(case: Case, layout: str = "lines") -> set[Row]:
    """Return the candidates of an article that nothing answers: a set, so that no article counts by its length."""
    document = parse(read_plain(Source("article.txt", "plain", laid_out(_shortened(case), layout).encode())))
    cited = [(c["start"], c["end"]) for c in sure_citations(case.truth)]
    silent = list(neutral(case.truth))
    made = set()
    for resolution in document.resolutions:
        signs = tuple(evidence.name for evidence in resolution.evidence if evidence.name in SIGNS)
        place = (resolution.item.span.start, resolution.item.span.end)
        is_citation = any(overlap(place, one) for one in cited)
        unsure = any(overlap(place, one) for one in silent) or place[0] > case.truth["body_end"]
        if signs and (is_citation or not unsure):
            made.add(Row(case.name, is_citation, signs))
    return made


def _shortened(case: Case) -> str:
    """Return the text with some entries blanked, so that every offset stays."""
    text = case.text
    for start, end in _taken(case):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _taken(case: Case) -> Iterator[tuple[int, int]]:
    chance = random.Random(case.name)  # noqa: S311
    for reference in case.truth["references"]:
        if chance.random() < _TAKEN:
            yield reference["start"], reference["end"]
