"""Citations and references that the format states outright, checked against what is printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Citation, CitationItem, Evidence, Given, Link, Reference, Resolution
from lint_article.parsing.linking.match_evidence import MatchHypothesis, read
from lint_article.parsing.linking.reference_index import Works, is_same_name
from lint_article.parsing.linking.resolved import ResolvedCandidate
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.edit_distance import are_close
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.reference import read_reference
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_SURE = 0.9
_EDITS = 2  # that may part the spellings of one name
# manubot looks these keys up by themselves, or in a table of tags; no bibliography has to define them.
_IDENTIFIER = Pattern(
    r"(?:doi|pmid|pubmed|pmcid|pmc|arxiv|isbn|url|https?|wikidata|clinicaltrials|tag|raw):", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The stated citations with their resolutions, and the judged candidates that they do not cover."""

    citations: tuple[Citation, ...]
    resolutions: tuple[Resolution, ...]
    rest: tuple[ResolvedCandidate, ...]


def complete_references(prose: str, given: Sequence[Reference], links: Sequence[Link]) -> list[Reference]:
    """Return the stated references; what their format leaves open is read from what is printed."""
    starts = [link.span.start for link in links]
    made = []
    for reference in given:
        inside = links[bisect_left(starts, reference.span.start) : bisect_left(starts, reference.span.end)]
        printed = read_reference(prose, reference.span, list(inside), reference.list, reference.key)
        made.append(_fill_missing(reference, printed))
    return made


def _fill_missing(given: Reference, printed: Reference) -> Reference:
    return replace(
        given,
        label=given.label or printed.label,
        authors=given.authors or printed.authors,
        et_al=given.et_al or (not given.authors and printed.et_al),
        year=given.year or printed.year,
        suffix=given.suffix or (printed.suffix if not given.year or given.year == printed.year else ""),
        years=tuple(dict.fromkeys((*given.years, *printed.years))),
        title=given.title or printed.title,
        container=given.container or printed.container,
        doi=given.doi or printed.doi,
        urls=given.urls or printed.urls,
        accessed=given.accessed or printed.accessed,
    )


def keep_typed(judged: Sequence[ResolvedCandidate]) -> list[ResolvedCandidate]:
    """Return what is typed, and not cited by key, in a text with keys: what matches, and what is typed like it.

    `(Word, 2015)` is no citation where every other one has a key.
    """
    matched = [one for one in judged if one.outcome == "matched"]
    forms = {one.candidate.form for one in matched}
    faults = {"absent", "year-differs", "name-differs"}
    return [
        one for one in judged if one.outcome == "matched" or (one.outcome in faults and one.candidate.form in forms)
    ]


def has_printed_keys(text: str, citation: Citation) -> bool:
    """Tell whether a stated citation prints its keys (`\\cite{…}`, `[@…]`) and no names or numbers."""
    return any(item.key and item.key in item.span.of(text) for item in citation.items)


def link_given(text: str, given: Given, works: Works, judged: Sequence[ResolvedCandidate]) -> Stated:
    """Judge each stated item by its key, and by what it prints where that is names, a year or a number."""
    by_key = {work.reference.key: work.index for work in reversed(works.works) if work.reference.key}
    years = [j.candidate.year.span.start for j in judged]
    covered: set[int] = set()
    stated, resolutions = [], []
    for citation in given.citations:
        targets = [by_key.get(item.key) if item.key else _find_work(item, works) for item in citation.items]
        if None in targets and not any(item.key for item in citation.items):
            if not works.works and all(item.number is not None for item in citation.items):
                stated.append(citation)
                resolutions += [Resolution(item, "unlisted") for item in citation.items]
            continue  # what is printed decides
        stated.append(citation)
        prints_keys = has_printed_keys(text, citation)
        for item, target in zip(citation.items, targets, strict=True):
            first, last = (
                bisect_left(years, item.span.start),
                bisect_right(years, max(item.span.start, item.span.end - 1)),
            )
            inside = list(range(first, last)) if not prints_keys else []
            covered.update(inside)
            printed = [judged[i] for i in inside]
            resolution = _resolve(text, item, target, works, printed, has_keys=bool(by_key))
            resolutions.append(_exempt(item) if given.partial and target is None else resolution)
    rest = tuple(j for i, j in enumerate(judged) if i not in covered)
    return Stated(tuple(stated), tuple(resolutions), rest)


def _exempt(item: CitationItem) -> Resolution:
    return Resolution(item, "exempt", evidence=(Evidence("a bibliography could not be read", 0.0, f"`{item.key}`"),))


def _find_work(item: CitationItem, works: Works) -> int | None:
    """Return the one work of the list that has the authors and the year that a field states, or None.

    Where a field prints a number, that number decides.
    """
    if not item.authors or not item.year or item.number is not None:
        return None
    named = [works.works[index] for index, (score, _) in works.find_by_name(item.authors[0]).items() if score > _SURE]
    dated = [work for work in named if item.year.value in work.years and work.reference.suffix == item.suffix]
    return dated[0].index if len(dated) == 1 else None


def _resolve(
    text: str,
    item: CitationItem,
    target: int | None,
    works: Works,
    printed: Sequence[ResolvedCandidate],
    *,
    has_keys: bool,
) -> Resolution:
    if target is None and _IDENTIFIER.match(item.key):
        return Resolution(item, "exempt", evidence=(Evidence("identifier", 0.0, f"`{item.key}`"),))
    if target is None and not has_keys:
        return Resolution(item, "exempt", evidence=(Evidence("no bibliography", 0.0, f"`{item.key}`"),))
    if target is None:
        return Resolution(item, "key-undefined", evidence=(Evidence("key", -1.0, f"`{item.key}`"),))
    if any(target in j.references for j in printed):
        return Resolution(item, "matched", (target,), evidence=(Evidence("key", 1.0), Evidence("print", 1.0)))
    number = item.span.of(text).strip("[]() ")
    label = works.works[target].reference.label
    if number.isdigit() and label and label.value.isdigit() and int(label.value) != int(number):
        return Resolution(
            item, "target-differs", (), target, (Evidence("number", -1.0, f"the link goes to reference {label.value}"),)
        )
    differing = [_differing(item, target, works, j) for j in printed]
    return next((d for d in differing if d), Resolution(item, "matched", (target,), evidence=(Evidence("key", 1.0),)))


def _differing(item: CitationItem, target: int, works: Works, judged: ResolvedCandidate) -> Resolution | None:
    """Compare what is printed with the entry that the key names; None if they do not contradict each other."""
    candidate, work = judged.candidate, works.works[target]
    if not work.reference.authors or work.reference.authors[0].literal or candidate.status or candidate.malformed:
        return None
    readings = [
        read(candidate, start, work, *works.find_by_name(name)[target])
        for start, name in enumerate(candidate.names)
        if target in works.find_by_name(name)
    ]
    named = max(readings, key=lambda r: r.score, default=None)
    if judged.outcome == "exempt" or (named and named.is_dated):
        return None
    if judged.outcome == "matched" and candidate.year.value not in work.years:  # the year is that of another entry
        return replace(_blank(item, judged), outcome="target-differs", nearest=target)
    if named:
        return _other_year(item, judged, named)
    if _has_other_names(item, judged, work):
        return replace(_blank(item, judged), outcome="target-differs", nearest=target)
    listed = " ".join(work.families[0])
    near = any(are_close(fold(name.family), listed, _EDITS) for name in candidate.names)
    if near and candidate.year.value in work.years:
        return replace(_blank(item, judged), outcome="name-differs", nearest=target)
    return None


def _has_other_names(item: CitationItem, judged: ResolvedCandidate, work: Work) -> bool:
    """Tell whether the item prints names, none of which is near to an author of the work."""
    names = [name for name in judged.candidate.names if item.span.contains(name.span)]
    far = all(
        not are_close(fold(name.family), " ".join(family), _EDITS) and not is_same_name(name, family)
        for name in names
        for family in work.families
    )
    return bool(names) and far and not any(name.family.isupper() for name in names) and not work.open_ended


def _other_year(item: CitationItem, judged: ResolvedCandidate, reading: MatchHypothesis) -> Resolution | None:
    if reading.name.score < 1.4 or reading.work.reference.year is None:
        return None
    return replace(_blank(item, judged), outcome="year-differs", nearest=reading.work.index, evidence=reading.evidence)


def _blank(item: CitationItem, judged: ResolvedCandidate) -> Resolution:
    candidate = judged.candidate
    cited = replace(
        item,
        authors=candidate.names[judged.start :],
        et_al=candidate.et_al,
        year=candidate.year,
        suffix=candidate.suffix,
        span=Span(min(item.span.start, candidate.span.start), max(item.span.end, candidate.end)),
    )
    return Resolution(cited, "matched")
