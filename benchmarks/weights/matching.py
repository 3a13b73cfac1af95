"""What the signs of a match are worth: readings of real citations, of which the record says which entry is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from benchmarks.accuracy.cases import Case, overlap, sure_citations
from benchmarks.accuracy.measuring import listed_id
from lint_article.document import Document, Source
from lint_article.parsing.citations.author_year import find_candidates
from lint_article.parsing.linking.match_evidence import MatchHypothesis, hypotheses_for
from lint_article.parsing.linking.match_weights import weights
from lint_article.parsing.linking.reference_index import Works
from lint_article.parsing.parse import parse
from lint_article.readers.plain.reader import read_plain
from lint_article.text import Span

_TIE = 0.15  # as in linking
_RIDGE, _STEPS, _PACE = 1.0, 60, 0.3

Signs = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One citation: its article, the signs of each reading, and which readings are of the entry that is meant."""

    article: str
    readings: tuple[Signs, ...]
    right: tuple[bool, ...]


def choices_of(case: Case) -> set[Choice]:
    """Return the citations of one work that can be read against several entries: a set, as many are alike."""
    document = parse(read_plain(Source("article.txt", "plain", case.text.encode())))
    works = Works(document.prose, document.references, [r.authors for r in document.references])
    ids = [listed_id(case, (r.span.start, r.span.end)) for r in document.references]
    cited = [((c["start"], c["end"]), c["rids"][0]) for c in sure_citations(case.truth) if len(c["rids"]) == 1]
    made = set()
    for candidate in find_candidates(document.prose, _holes(document)):
        place = (candidate.span.start, candidate.span.end)
        meant = {identifier for span, identifier in cited if overlap(place, span)}
        found = hypotheses_for(document.prose, candidate, works)
        right = tuple({ids[reading.work.index]} == meant for reading in found)
        if any(right) and not all(right):
            made.add(Choice(case.name, tuple(map(_signs, found)), right))
    return made


def _holes(document: Document) -> list[Span]:
    return sorted([r.span for r in document.references] + [link.span for link in document.links])


def _signs(reading: MatchHypothesis) -> Signs:
    name = ("name", reading.name.score / weights()["name"])
    return (name, *((e.name, 1.0) for e in (reading.coauthors, reading.year, reading.suffix)))


def share_right(choices: Sequence[Choice], table: Mapping[str, float]) -> float:
    """Return the share of citations whose best readings, ties included, all are of the entry that is meant."""
    return sum(_is_right(choice, table) for choice in choices) / max(1, len(choices))


def _is_right(choice: Choice, table: Mapping[str, float]) -> bool:
    scores = [_score(signs, table) for signs in choice.readings]
    best = max(scores) - _TIE
    return all(right for score, right in zip(scores, choice.right, strict=True) if score >= best)


def _score(signs: Signs, table: Mapping[str, float]) -> float:
    return sum(table.get(name, 0.0) * value for name, value in signs)


def fit_choices(choices: Sequence[Choice], prior: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that make the right readings likeliest among all of a citation: a conditional logit."""
    table = dict(prior)
    pace = _PACE / (10 + len(choices) * 0.05)
    for _ in range(_STEPS):
        slope = {name: _RIDGE * (prior[name] - weight) for name, weight in table.items()}
        for choice in choices:
            _add_slope(choice, table, slope)
        table = {name: weight + pace * slope[name] for name, weight in table.items()}
    return table


def _add_slope(choice: Choice, table: Mapping[str, float], slope: dict[str, float]) -> None:
    scores = [_score(signs, table) for signs in choice.readings]
    odds = [exp(score - max(scores)) for score in scores]
    every = sum(odds)
    meant = sum(odd for odd, right in zip(odds, choice.right, strict=True) if right)
    for signs, odd, right in zip(choice.readings, odds, choice.right, strict=True):
        for name, value in signs:
            slope[name] = slope.get(name, 0.0) + (odd / meant * right - odd / every) * value


def counts(choices: Iterable[Choice]) -> tuple[Counter[str], Counter[str]]:
    """Return how many readings of the entry that is meant, and of others, show each sign."""
    right: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for choice in choices:
        for signs, is_right in zip(choice.readings, choice.right, strict=True):
            (right if is_right else others).update(name for name, _ in signs)
    return right, others
