"""A candidate with its judgement, and the citations that the judged candidates make up."""

from __future__ import annotations

from collections.abc import Sequence, Set

from lint_article.dataclass import dataclass
from lint_article.document import Citation, CitationItem, Evidence, Outcome, Resolution
from lint_article.parsing.citations.candidate import Candidate
from lint_article.text import Span


@dataclass(frozen=True, slots=True)
class ResolvedCandidate:
    """A candidate with its judgement; `start` is the name that the authors begin with."""

    candidate: Candidate
    start: int
    outcome: Outcome
    references: tuple[int, ...] = ()
    nearest: int | None = None
    evidence: tuple[Evidence, ...] = ()


def citations(prose: str, judged: Sequence[ResolvedCandidate]) -> tuple[tuple[Citation, ...], tuple[Resolution, ...]]:
    """Gather the items of each bracket into one citation, in order, with their resolutions."""
    clusters: list[list[ResolvedCandidate]] = []
    for item in judged:
        if clusters and clusters[-1][0].candidate.cluster == item.candidate.cluster:
            clusters[-1].append(item)
        else:
            clusters.append([item])
    made = []
    resolutions: list[Resolution] = []
    for cluster in clusters:
        items = [_item(prose, j) for j in cluster]
        resolutions.extend(
            Resolution(i, j.outcome, j.references, j.nearest, j.evidence) for i, j in zip(items, cluster, strict=True)
        )
        span = Span(min(i.span.start for i in items), max(i.span.end for i in items))
        made.append(Citation(span, "author-year", tuple(items), cluster[0].candidate.form != "paren"))
    return tuple(made), tuple(resolutions)


Cited = tuple[tuple[Citation, ...], tuple[Resolution, ...]]


def join_systems(first: Cited, second: Cited) -> Cited:
    """Return what the system of a text cites, and what only a second system cites: `Abel (2001)` besides `[2]`."""
    cited = {index for resolution in first[1] for index in resolution.references}
    resolutions = iter(second[1])
    more = []
    for citation in second[0]:
        own = [next(resolutions) for _ in citation.items]
        if all(one.outcome == "matched" for one in own) and not cited.issuperset(
            index for one in own for index in one.references
        ):
            more.append((citation, own))
    return _merge(first, more)


def is_citing_more(cited: Cited, others: Set[int]) -> bool:
    """Tell whether a system cites more entries than these."""
    return len({index for resolution in cited[1] for index in resolution.references}) > len(others)


def join_lists(first: Cited, second: Cited) -> Cited:
    """Return what two lists are cited by, each in a system of its own, in the order of the text."""
    resolutions = iter(second[1])
    return _merge(first, [(citation, [next(resolutions) for _ in citation.items]) for citation in second[0]])


def _merge(first: Cited, more: Sequence[tuple[Citation, list[Resolution]]]) -> Cited:
    resolutions = iter(first[1])
    merged = [*((citation, [next(resolutions) for _ in citation.items]) for citation in first[0]), *more]
    merged.sort(key=lambda pair: pair[0].span.start)
    return tuple(citation for citation, _ in merged), tuple(one for _, own in merged for one in own)


def _item(prose: str, judged: ResolvedCandidate) -> CitationItem:
    candidate = judged.candidate
    closed = candidate.form == "narrative" and prose[candidate.end : candidate.end + 1] in {")", "]"}
    return CitationItem(
        Span(candidate.from_name(judged.start).start, candidate.end + closed),
        candidate.names[judged.start :],
        candidate.et_al,
        candidate.year,
        candidate.suffix,
        locator=candidate.locator,
    )
