"""Candidates that no entry answers: a fault against the nearest entry, a missing one, or no citation at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lint_article.document import Evidence, Outcome
from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.indirect import (
    is_cited_by_number,
    is_cited_indirectly,
    is_own_data,
    is_unpublished,
)
from lint_article.parsing.citations.own_citation import is_of_article_itself, is_under_review
from lint_article.parsing.citations.pages_behind_years import is_page_behind_year
from lint_article.parsing.citations.plausibility import chance, weigh
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.parsing.linking.match_evidence import MatchHypothesis, hypotheses_for, may_begin, read
from lint_article.parsing.linking.match_weights import AGREEING
from lint_article.parsing.linking.reference_index import GROUP_READINGS, Works
from lint_article.parsing.linking.resolved import ResolvedCandidate
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold

# The least chance that a candidate is a citation: for a work that is missing, another year, another spelling.
_MISSING, _OTHER_YEAR, _SPELLING = 0.67, 0.6, 0.05
_APART = frozenset(
    {
        "printed elsewhere without a year",
        "mostly printed without a year",
        "year alone in a bracket, nearly always without",
        "printed as a place",
        "several words",
        "several words, few citations",
        "several words, alone in a bracket",
        "digits in the name",
    }
)
_WHOLE_NAME, _NAME, _AUTHORS = 1.92, 1.75, 0.4  # the least scores of authors whose work may have another year
_NEAR_YEAR = 3
# Years of a life, a reign or a war; volumes of a work appear over two. In a bracket stands the span of a whole life.
_SHORTEST_SPANS = {"narrative": 3, "paren": 20}
_CONFUSED = str.maketrans("oil", "011")
_UNDATED = "n.d."
_UNPUBLISHED = frozenset({"unpublished", "in preparation", "submitted"})


def judge_unanswered(candidate: Candidate, works: Works, around: Surroundings) -> ResolvedCandidate:
    """Judge a candidate that no entry answers: a fault against the nearest entry, absent, or no citation."""
    if _has_dates_of_life(candidate, around):
        return ResolvedCandidate(
            candidate, 0, "not-a-citation", evidence=(Evidence("years of a life or a reign", -3.0),)
        )
    exempt = _find_exempt(candidate, around, _EXEMPT)
    if exempt:
        return exempt
    weights = tuple(weigh(candidate, around))
    weight = sum(e.score for e in weights)
    # A listed author's name may stand elsewhere in the text, as a name does.
    weight_if_listed = sum(e.score for e in weights if e.name not in _ignored_if_listed(candidate))
    misspelt = misspelt_name(candidate, works, 0.0)
    other_year = _other_year(around.prose, candidate, works)
    if (
        misspelt
        and chance(max(weight, weight_if_listed)) >= _SPELLING
        and not (other_year and _is_nearer(candidate, works, misspelt, other_year))
    ):
        return misspelt
    if other_year and chance(weight_if_listed) >= _OTHER_YEAR:
        return replace(other_year, evidence=(*other_year.evidence, *weights))
    exempt = _find_exempt(candidate, around, _EXEMPT_IF_UNLISTED)
    if exempt:
        return exempt
    cites: Outcome = "absent" if works.works else "unlisted"
    is_dated = not candidate.status or (candidate.year.value == _UNDATED and candidate.form == "paren")
    outcome = cites if chance(weight) >= _MISSING and is_dated else "not-a-citation"
    evidence = (*weights, Evidence("chance of a citation", 0.0, f"{chance(weight):.2f}"))
    return ResolvedCandidate(candidate, _first_name(around.prose, candidate), outcome, evidence=evidence)


def _find_exempt(candidate: Candidate, around: Surroundings, reasons: Sequence[_Reason]) -> ResolvedCandidate | None:
    why = next((why for why, holds in reasons if holds(around.prose, candidate)), None)
    return ResolvedCandidate(candidate, 0, "exempt", evidence=(Evidence(why, 0.0),)) if why else None


def _has_unpublished_status(_prose: str, candidate: Candidate) -> bool:
    return candidate.status and candidate.year.value in _UNPUBLISHED


_Reason = tuple[str, Callable[[str, Candidate], bool]]
# Why the list need not have a work, whatever it has.
_EXEMPT: tuple[_Reason, ...] = (
    ("the article's own", is_of_article_itself),
    ("under review", is_under_review),
    ("unpublished", is_unpublished),
    ("the author's own data", is_own_data),
)
# Why it need not have one, unless the citation is a fault against an entry.
_EXEMPT_IF_UNLISTED: tuple[_Reason, ...] = (
    ("unpublished", _has_unpublished_status),
    ("cited through another work", is_cited_indirectly),
    ("cited by the number behind", is_cited_by_number),
)


def judge_malformed(
    candidate: Candidate, works: Works, around: Surroundings, cited_names: set[str]
) -> ResolvedCandidate:
    """Judge a year that has lost, gained or confused a digit: the list has the names, or the text cites them."""
    printed = candidate.year.value
    if around.is_specimen(candidate):
        return _no_year(candidate, "a herbarium follows")
    if is_page_behind_year(around.prose, candidate.year.span.start):
        return _no_year(candidate, "a page, as behind other years")
    readings = sorted(
        (r for r in hypotheses_for(around.prose, candidate, works) if r.name.score >= 1.4 and r.coauthors.score >= 0),
        key=lambda r: (_digits_apart(printed, r.work), -r.score, r.work.index),
    )
    if readings and candidate.form != "bare":
        nearest = readings[0]
        if _digits_apart(printed, nearest.work) > 1:
            return _no_year(candidate, "no year of the entry")
        return ResolvedCandidate(candidate, nearest.start, "year-malformed", (), nearest.work.index, nearest.evidence)
    sure = [
        r for r in readings if r.name.score >= 1.8 and r.coauthors.score >= 0.4 and _digits_apart(printed, r.work) <= 1
    ]
    if sure and _is_cited_barely(candidate, around):
        return ResolvedCandidate(candidate, sure[0].start, "year-malformed", (), sure[0].work.index, sure[0].evidence)
    if not candidate.et_al and around.is_collector(candidate.names[-1].family.split()[-1]):
        return _no_year(candidate, "a collector's number")
    if candidate.form != "bare" and any(fold(n.family).split()[-1] in cited_names for n in candidate.names):
        return ResolvedCandidate(candidate, 0, "year-malformed", evidence=(Evidence("name cited elsewhere", 1.0),))
    if candidate.et_al and candidate.form != "bare":
        return ResolvedCandidate(candidate, 0, "year-malformed", evidence=(Evidence("et al.", 1.0),))
    return _no_year(candidate, "no year")


def _has_dates_of_life(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the years are those of a life, a war or a survey: `Marlin (1714–1777)`, `World Survey 2009–2010`.

    Those of `Marlin (1970/2005)` are of two printings.
    """
    years = (candidate.year.value, *candidate.others[:1])
    if around.prose.startswith("/", candidate.year.span.end):
        return False
    if len(years) == 1 or not all(year.isdigit() for year in years):
        return False
    return candidate.form == "bare" or int(years[1]) - int(years[0]) >= _SHORTEST_SPANS[candidate.form]


def _ignored_if_listed(candidate: Candidate) -> frozenset[str]:
    """Name the evidence against a citation that counts for nothing if the list has the name."""
    if candidate.names[0].literal:  # a standard's designation
        return _APART | {"not a name"}
    joined = any(candidate.joined) and candidate.form == "paren"
    return _APART | {"author of a taxon"} if joined or candidate.form == "narrative" else _APART


def _is_nearer(candidate: Candidate, works: Works, misspelt: ResolvedCandidate, other_year: ResolvedCandidate) -> bool:
    """Tell whether another year of the name as spelt is more likely than another spelling of the name.

    It is not if it leaves out names that the other reading explains.
    """
    if other_year.start > misspelt.start:
        return False
    work = works.works[other_year.nearest or 0]
    agree = any(evidence.name in AGREEING for evidence in other_year.evidence)
    return agree and (work.years_from(candidate.year.value) or 0) <= _NEAR_YEAR


def _first_name(prose: str, candidate: Candidate) -> int:
    """Return where the authors of an unanswered citation begin: a list in a sentence has `and` before its last name."""
    last = len(candidate.names) - 1
    if last < 1 or candidate.et_al or candidate.form == "paren":
        return 0
    between = prose[candidate.names[last - 1].span.end : candidate.starts[last]].strip()
    return last if between == "," else 0


def misspelt_name(candidate: Candidate, works: Works, above: float) -> ResolvedCandidate | None:
    """Find the work of that year whose first author is spelt almost so, or whose given name is cited.

    Its reading must score more than `above`.
    """
    best = None
    years = candidate.year.value, *candidate.others
    for start, name in enumerate(candidate.names):
        if not may_begin(candidate, start):
            continue
        alike = works.resembling(name, years)
        near = [(i, 0.7 - 0.15 * (d - 1), f"`{listed}` in the list") for i, d, listed in alike]
        given = [(i, s, why) for i, (s, why) in works.find_by_name(name).items() if s < 0.7]
        for index, score, why in [*near, *given]:
            reading = read(candidate, start, works.works[index], score, why)
            if not reading.is_dated or not _may_differ(candidate, start, reading, score):
                continue
            if reading.score > above:
                evidence = (Evidence("spelling", reading.name.score, why), *reading.evidence[1:])
                above, best = reading.score, ResolvedCandidate(candidate, start, "name-differs", (), index, evidence)
    return best


def _may_differ(candidate: Candidate, start: int, reading: MatchHypothesis, score: float) -> bool:
    """Tell whether a spelling that differs may still mean the work: its other authors must agree."""
    if reading.suffix.score < -1 or reading.coauthors.score < 0:
        return False
    name = fold(candidate.names[start].family)
    if score <= 0.5:  # a given name for the family name
        return reading.coauthors.score >= 1.0
    return len(name) >= 4 or reading.coauthors.score >= 1.5


def _other_year(prose: str, candidate: Candidate, works: Works) -> ResolvedCandidate | None:
    """Find the work of the same authors whose year is nearest."""
    if candidate.status and candidate.year.value in _UNPUBLISHED:
        return None
    readings = [r for r in hypotheses_for(prose, candidate, works) if not r.is_dated and _are_authors(candidate, r)]
    near = [
        (d, -r.score, r.work.index, r)
        for r in readings
        for d in [r.work.years_from(candidate.year.value)]
        if d is not None
    ]
    if not near:
        return None
    _, _, index, reading = min(near, key=lambda n: n[:3])
    return ResolvedCandidate(candidate, reading.start, "year-differs", (), index, reading.evidence)


def _are_authors(candidate: Candidate, reading: MatchHypothesis) -> bool:
    """Tell whether the names are surely the authors of the work; those of a group have nobody beside them."""
    if reading.name.name in GROUP_READINGS:
        return reading.name.score >= _NAME
    least = _NAME if _is_full_name(candidate, reading) else _least_name(candidate)
    return reading.name.score >= least and reading.coauthors.score >= _AUTHORS


def _is_full_name(candidate: Candidate, reading: MatchHypothesis) -> bool:
    """Tell whether the citation prints the given name that the list has, too: `(PIERS ABEL, 2009)`."""
    cited = fold(candidate.names[reading.start].family)
    return any(cited == fold(f"{listed.given} {listed.family}") for listed in reading.work.authors[:1])


def _least_name(candidate: Candidate) -> float:
    """Return how sure the name must be: all that a bracket begins with is the name, `(Rajeswara Rao et al., 2009)`."""
    begins = candidate.form == "paren" and not candidate.lead and len(candidate.names[0].family.split()) > 1
    return _WHOLE_NAME if begins else _NAME


def _is_cited_barely(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether names outside brackets are printed as a citation: several, in a row, in a cell, or with a page."""
    has_page = candidate.locator is not None and around.style.pages > 1
    is_long = len(candidate.year.value) > len("2000")
    alike = candidate.cell and around.style.cells > 1
    return candidate.et_al or len(candidate.names) > 1 or candidate.row or has_page or is_long or alike


def _no_year(candidate: Candidate, why: str) -> ResolvedCandidate:
    return ResolvedCandidate(candidate, 0, "not-a-citation", evidence=(Evidence(why, -1.0),))


def _digits_apart(printed: str, work: Work) -> int:
    digits = printed.lower().rstrip("abcdefgh").translate(_CONFUSED)
    return min((edits(digits, year, 3) for year in work.years), default=9)
