"""One judgement on each author-year candidate: which work it cites, or in what it differs from the nearest one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from lint_article.document import Evidence, Name, Outcome
from lint_article.parsing.citations.candidate import Candidate, split_hyphenated_name
from lint_article.parsing.citations.indirect import is_cited_indirectly
from lint_article.parsing.citations.own_citation import is_of_article_itself
from lint_article.parsing.citations.surroundings import Surroundings, style_of
from lint_article.parsing.citations.taxonomic_names import (
    Taxa,
    find_taxa,
    has_commas,
    has_unlisted_authorities,
    is_taxon_authority,
)
from lint_article.parsing.linking.assignment import prefer_uncited
from lint_article.parsing.linking.declined_names import put_in_nominative
from lint_article.parsing.linking.match_evidence import MatchHypothesis, hypotheses_for, read
from lint_article.parsing.linking.match_weights import MISSPELT
from lint_article.parsing.linking.mismatches import judge_malformed, judge_unanswered, misspelt_name
from lint_article.parsing.linking.reference_index import Works
from lint_article.parsing.linking.resolved import ResolvedCandidate
from lint_article.parsing.names.edit_distance import are_close
from lint_article.parsing.names.folding import fold
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import is_month, words

_PHRASE = Pattern(r"\p{Lu}\p{L}+\s\p{Ll}{2,3}\s$")
_AUTHORS = 1.0  # the least score of co-authors behind a name that is none
_NAMED = 1.4  # the score of a name that may be the author's
_SURE = 1.9  # the score of a name that is the author's whole
_UNANSWERED = frozenset({"absent", "unlisted", "year-differs", "name-differs"})
_TIE = 0.15  # readings whose scores differ by less cannot be told apart


def link(prose: str, candidates: Sequence[Candidate], works: Works) -> list[ResolvedCandidate]:
    """Judge the candidates in order; those without an answer are weighed by the style of those that have one."""
    candidates = put_in_nominative(prose, candidates, works.works)
    taxa = find_taxa(prose, candidates)
    judged = [_match(prose, candidate, works, taxa) for candidate in candidates]
    style = style_of([j.candidate for j in judged if j and j.outcome == "matched"])
    if not works.works:
        style = style_of([c for c in candidates if c.form != "bare"])
    cited: Counter[str] = Counter()
    for candidate in candidates:
        if not candidate.inherits:
            cited.update(word for name in candidate.names for word in name.family.split())
    clusters = {j.candidate.cluster for j in judged if j and j.candidate.form == "paren"}
    surroundings = Surroundings(
        prose, cited, taxa, clusters, _rows(judged, candidates), style, works.families, works.oldest
    )
    authorities = [
        (candidate, j is not None)
        for candidate, j in zip(candidates, judged, strict=True)
        if is_taxon_authority(prose, candidate, taxa)
    ]
    surroundings.is_checklist = has_unlisted_authorities(authorities)
    surroundings.has_commas = has_commas(candidate for candidate, _ in authorities)
    return prefer_uncited(_answer(candidates, judged, works, surroundings), works)


def _answer(
    candidates: Sequence[Candidate],
    judged: Sequence[ResolvedCandidate | None],
    works: Works,
    surroundings: Surroundings,
) -> list[ResolvedCandidate]:
    """Judge the candidates that no entry answers: those with a malformed year by the names that are cited.

    What is no citation is none with a second year: `in Benin in 2014 and 2015`.
    """
    sound = [
        j or (None if c.malformed else judge_unanswered(c, works, surroundings))
        for c, j in zip(candidates, judged, strict=True)
    ]
    cited = _cited_names(filter(None, sound))
    answered = [s or judge_malformed(c, works, surroundings, cited) for c, s in zip(candidates, sound, strict=True)]
    for at, (before, one) in enumerate(pairwise(answered), 1):
        if one.candidate.inherits and before.outcome == "not-a-citation" and one.outcome in _UNANSWERED:
            answered[at] = replace(one, outcome="not-a-citation", nearest=None, evidence=before.evidence)
    return answered


def _rows(judged: Sequence[ResolvedCandidate | None], candidates: Sequence[Candidate]) -> set[Span]:
    """Return the candidates next to which, behind a comma or semicolon, one stands that the list answers."""
    rows = set()
    for (first, second), (one, other) in zip(pairwise(candidates), pairwise(judged), strict=True):
        if second.row and other and not one:
            rows.add(first.span)
        elif second.row and one and not other:
            rows.add(second.span)
    return rows


def _cited_names(judged: Iterable[ResolvedCandidate]) -> set[str]:
    """Return the last words, folded, of the names that the citations among the candidates print with a year."""
    return {
        fold(name.family).split()[-1]
        for j in judged
        if j.outcome != "not-a-citation" and not j.candidate.status
        for name in j.candidate.names
    }


def _match(prose: str, candidate: Candidate, works: Works, taxa: Taxa) -> ResolvedCandidate | None:
    """Find the work that a candidate cites, whole or with a fault in co-authors or suffix."""
    if candidate.malformed:
        return None
    if candidate.form == "bare" and is_month(candidate.names[-1].family):
        return None
    top = _best(prose, candidate, works)
    if not top:
        readings = (read(prose, candidate, works) for read in (_two_in_one, _last_authors, _after_phrase))
        return next(filter(None, readings), None)
    first = top[0]
    if _is_misspelt(candidate, works, first):
        return None
    if particle := _find_misspelt_particle(candidate, first):
        return particle
    if first.is_sound:
        return ResolvedCandidate(
            candidate, first.start, _outcome(candidate, top), tuple(r.work.index for r in top), None, first.evidence
        )
    tail = _last_authors(prose, candidate, works)
    if tail:
        return tail
    taxon = is_taxon_authority(prose, candidate, taxa) and not _is_misspelt_coauthor(first)
    elsewhere = is_cited_indirectly(prose, candidate) or is_of_article_itself(prose, candidate)
    if taxon or elsewhere or misspelt_name(candidate, works, first.score):
        return None
    if first.coauthors.score >= 0:
        return ResolvedCandidate(
            candidate, first.start, "suffix-differs", (first.work.index,), first.work.index, first.evidence
        )
    return ResolvedCandidate(
        candidate, first.start, "coauthor-differs", (first.work.index,), first.work.index, first.evidence
    )


def _is_misspelt(candidate: Candidate, works: Works, reading: MatchHypothesis) -> bool:
    """Tell whether another spelling explains names that a reading leaves out, or words that it took by initials."""
    by_initials = reading.name.name == "acronym" and " " in candidate.names[0].family
    if not reading.start and not by_initials:
        return False
    misspelt = misspelt_name(candidate, works, 0.0 if by_initials else reading.score)
    return misspelt is not None and (by_initials or misspelt.start < reading.start)


def _find_misspelt_particle(candidate: Candidate, reading: MatchHypothesis) -> ResolvedCandidate | None:
    """Return the judgement on a name of which one small word is spelt otherwise than in the list: `Vna Etten`."""
    cited = fold(candidate.names[reading.start].family).split()
    listed = reading.work.families[0] if reading.work.families else ()
    if len(listed) == 1 or len(cited) != len(listed) or not reading.is_sound:
        return None
    pairs = [(one, other) for one, other in zip(cited, listed, strict=True) if one != other]
    particles = words("particle")
    if len(pairs) != 1 or pairs[0][1] not in particles or pairs[0][0] in particles or not are_close(*pairs[0], 1):
        return None
    evidence = (Evidence("spelling", 1.0, f"`{reading.work.authors[0].family}` in the list"), *reading.evidence)
    return ResolvedCandidate(candidate, reading.start, "name-differs", (), reading.work.index, evidence)


def _best(prose: str, candidate: Candidate, works: Works) -> list[MatchHypothesis]:
    """Return the likeliest reading of each work of that name and year, best first; those far behind are left out."""
    likely = [r for r in hypotheses_for(prose, candidate, works) if r.is_dated and r.name.score >= _NAMED]
    best = max((r.score for r in likely), default=0.0)
    return _with_initials(_in_own_list(_distinct([r for r in likely if r.score >= best - _TIE]), candidate), candidate)


def _with_initials(readings: list[MatchHypothesis], candidate: Candidate) -> list[MatchHypothesis]:
    """Return the readings whose first author has the cited initials, of several; all if none has."""
    agreeing = [
        reading
        for reading in readings
        if reading.work.authors and _is_same_person(candidate.names[reading.start], reading.work.authors[0])
    ]
    return agreeing if 0 < len(agreeing) < len(readings) else readings


def _is_same_person(cited: Name, listed: Name) -> bool:
    """Tell whether both names have initials, and those of one person, as `J.` and `J. K.` may be."""
    one, other = ("".join(word[0] for word in fold(name.given).split()) for name in (cited, listed))
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _two_in_one(prose: str, candidate: Candidate, works: Works) -> ResolvedCandidate | None:
    """Find the work of two authors whose names the text joins with a hyphen, as a method's: `Kaplan–Meier (1958)`."""
    pair = split_hyphenated_name(candidate)
    top = _best(prose, pair, works) if pair else []
    if pair and top and top[0].is_sound and top[0].work.count == 2:
        return ResolvedCandidate(pair, top[0].start, "matched", (top[0].work.index,), None, top[0].evidence)
    return None


def _last_authors(prose: str, candidate: Candidate, works: Works) -> ResolvedCandidate | None:
    """Find the one work that these names are the last authors of: what stands before them was not read as names."""
    if len(candidate.names) < 2 or prose[: candidate.starts[0]].rstrip()[-1:] != ",":
        return None
    found = [read(candidate, 0, work, 0.9, "last authors") for work in works.ending_with(candidate.names)]
    dated = [reading for reading in found if reading.is_dated and reading.suffix.score > -1]
    if len(dated) != 1:
        return None
    return ResolvedCandidate(candidate, 0, "matched", (dated[0].work.index,), None, (dated[0].name, dated[0].year))


def _after_phrase(prose: str, candidate: Candidate, works: Works) -> ResolvedCandidate | None:
    """Find the work of the names behind the first, which is the sentence's: `Ministry of Wells and Abel, 2011`.

    So is an acronym before names that are printed in small letters: `between the IC and Abel (2011)`, and what a
    citation owns that ends before it.
    """
    if len(candidate.names) < 2 or not candidate.joined[1]:
        return None
    before, between = prose[: candidate.starts[0]][-30:], prose[candidate.names[0].span.end : candidate.starts[1]]
    is_listing = candidate.form == "narrative" and len(candidate.names) == 2 and between.startswith(",")
    is_acronym = candidate.names[0].family.isupper() and not candidate.names[1].family.isupper()
    is_owned = before.rstrip().endswith(")")  # `Kowariks (1992) Einteilung und Sukopps (1990) Arbeiten`
    if not (is_listing or is_acronym or is_owned or _PHRASE.search(before)):
        return None
    rest = replace(candidate, names=candidate.names[1:], starts=candidate.starts[1:], joined=candidate.joined[1:])
    top = _best(prose, rest, works)
    if not top or not top[0].is_sound or top[0].coauthors.score < _AUTHORS:
        return None
    return ResolvedCandidate(
        rest, top[0].start, _outcome(rest, top), tuple(r.work.index for r in top), None, top[0].evidence
    )


def _is_misspelt_coauthor(reading: MatchHypothesis) -> bool:
    """Tell whether nothing but the spelling of one co-author parts the names from the entry's."""
    return reading.coauthors.name == MISSPELT and reading.name.score >= _SURE


def _outcome(candidate: Candidate, top: list[MatchHypothesis]) -> Outcome:
    if len(top) > 1:
        return "ambiguous"
    return "suffix-differs" if top[0].suffix.score < 0 and candidate.suffix else "matched"


def _in_own_list(top: list[MatchHypothesis], candidate: Candidate) -> list[MatchHypothesis]:
    """Keep the works of the next list behind the citation, if works of several lists are equally likely."""
    behind = (r.work.reference for r in top if r.work.reference.span.start > candidate.end)
    own = min((reference.list for reference in behind), default=None)
    return [r for r in top if r.work.reference.list == own] or top


def _distinct(readings: list[MatchHypothesis]) -> list[MatchHypothesis]:
    """Keep the best reading of each work, best first."""
    best: dict[int, MatchHypothesis] = {}
    for reading in sorted(readings, key=lambda r: (-r.score, r.work.index, r.start)):
        best.setdefault(reading.work.index, reading)
    return list(best.values())
