"""The score of one reading of a citation item against one work: the sum of named pieces of evidence."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.dataclass import dataclass
from lint_article.document import Evidence, Name
from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.linking.match_weights import MISSPELT, sign, weights
from lint_article.parsing.linking.reference_index import GROUP_READINGS, Works, is_same_name
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.edit_distance import are_close
from lint_article.parsing.names.folding import fold
from lint_article.parsing.names.tokens import one_line
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.text.phrases import count_of

# What belongs to the group before its last words: `Board of the WD`, `Deep Wells 3 Consortium`.
_GROUP_BEFORE = Pattern(r"(?:(?<![\p{L}.])\p{Lu}[\p{L}.-]+\s(?:\p{Ll}{1,3}\s){0,3}(?:\d{1,4}\s)?){1,6}$")
# The acronym that a citation prints behind a group's name: `National Board of Wells (NBW), 2018`.
_ACRONYM_BEHIND = Pattern(r"[\s,]*[(\[](?P<acronym>\p{Lu}[\p{L}&-]{1,11})[)\]]")
_WORDS_BEFORE = Pattern(r"(?P<group>(?:[\p{L}\p{M}’'-]+,?\s){2,14})[(\[]$")
_LONG_GROUP = 150  # code points
_ACRONYM = 0.9  # the least score of a group by its acronym
_BEFORE = 60  # code points in which such a name fits


@dataclass(frozen=True, slots=True)
class MatchHypothesis:
    """One way to read a candidate: which of its names are authors, which work they cite, and the evidence."""

    start: int
    work: Work
    name: Evidence
    coauthors: Evidence
    year: Evidence
    suffix: Evidence

    @property
    def score(self) -> float:
        """The sum of the evidence."""
        return self.name.score + self.coauthors.score + self.year.score + self.suffix.score

    @property
    def is_dated(self) -> bool:
        """Tell whether the cited year is one of the work's."""
        return self.year.score > 0

    @property
    def is_sound(self) -> bool:
        """Tell whether names and year agree."""
        return self.coauthors.score >= 0 and self.is_dated and self.suffix.score > -1

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The pieces of evidence that count."""
        return tuple(e for e in (self.name, self.coauthors, self.year, self.suffix) if e.score or e.note)


def read(candidate: Candidate, start: int, work: Work, name_score: float, why: str) -> MatchHypothesis:
    """Weigh the candidate's names from `start` on, its year and its suffix against a work."""
    return MatchHypothesis(
        start,
        work,
        Evidence(why, weights()["name"] * name_score),
        sign("authors of a group")
        if why in GROUP_READINGS
        else coauthors(candidate.names[start:], candidate.et_al, work),
        _year(candidate, work),
        _suffix(candidate, work),
    )


def hypotheses_for(prose: str, candidate: Candidate, works: Works) -> list[MatchHypothesis]:
    """Return every way to read a candidate: from each of its names on, against each work of that name."""
    begin, end = candidate.starts[0], candidate.names[-1].span.end
    before = _GROUP_BEFORE.search(prose, max(0, begin - _BEFORE), begin)
    organisations = works.find_organisation(one_line(prose[begin:end]))
    if before and not organisations:
        organisations = works.find_organisation(one_line(prose[before.start() : end]))
    organisations = organisations or _find_by_acronym(prose, end, works) or _find_before(prose, candidate, works)
    groups = [read(candidate, 0, works.works[i], score, why) for i, (score, why) in organisations.items()]
    return groups + [
        read(candidate, start, works.works[index], score, why)
        for start, name in enumerate(candidate.names)
        if may_begin(candidate, start)
        for index, (score, why) in works.find_by_name(name).items()
    ]


def _find_by_acronym(prose: str, end: int, works: Works) -> dict[int, tuple[float, str]]:
    """Return the works of the group whose acronym is in brackets behind its name."""
    printed = _ACRONYM_BEHIND.match(prose, end)
    found = works.find_by_name(Name(printed["acronym"], "", span=Span(*printed.span("acronym")))) if printed else {}
    return {index: (score, "acronym") for index, (score, _) in found.items() if score >= _ACRONYM}


def _find_before(prose: str, candidate: Candidate, works: Works) -> dict[int, tuple[float, str]]:
    """Return the works of the group before the bracket: `National Board of Wells (Wellboard, 2018)`."""
    if candidate.form != "paren" or candidate.lead or len(candidate.names) > 1 or candidate.et_al:
        return {}
    before = _WORDS_BEFORE.search(prose, max(0, candidate.starts[0] - _LONG_GROUP), candidate.starts[0])
    return works.find_whole_group(one_line(before["group"])) if before else {}


def may_begin(candidate: Candidate, start: int) -> bool:
    """Tell whether the authors may begin with this name: `Cyr & Romero` is not `Romero`, least of all in a bracket."""
    return start == 0 or not candidate.joined[start]


def coauthors(names: Sequence[Name], et_al: bool, work: Work) -> Evidence:
    """Weigh the authors after the first, and `et al.`, against those listed."""
    cited, listed = len(names), work.count
    more = work.open_ended
    if listed == 0 or (work.authors[0].literal and listed == 1):
        return sign("authors of a group")
    if cited == 1:
        return _weigh_single_author(et_al, listed, more)
    if cited > listed and not more:
        return sign("more authors than listed", _list_names(listed))
    for position in range(1, min(cited, listed)):
        if not is_same_name(names[position], work.families[position]):
            return _other_coauthor(names[position], position, work)
    if et_al:
        return sign("first authors, et al." if listed > cited or more else "all authors, et al.")
    return sign("all authors") if cited == listed else sign("first authors only", _list_names(listed, more))


def _weigh_single_author(et_al: bool, listed: int, more: bool) -> Evidence:
    if et_al:
        if listed >= 3 or more:
            return sign("et al.")
        return sign("et al. for two authors" if listed == 2 else "et al. for one author", _list_names(listed))
    if listed == 1 and not more:
        return sign("single author")
    return sign("first author only", _list_names(listed, more))


def _list_names(count: int, more: bool = False) -> str:
    return f"the reference has {'more than ' if more else ''}{count_of(count, 'author')}"


def _other_coauthor(name: Name, position: int, work: Work) -> Evidence:
    """Weigh a co-author who is not at this place of the reference."""
    cited = fold(name.family)
    listed = " ".join(work.families[position])
    if len(cited) >= 4 and are_close(cited, listed, 2 if len(cited) >= 7 else 1):
        note = f"the reference has `{work.authors[position].family}` for `{name.family}`"
        return sign(MISSPELT, note)
    if any(is_same_name(name, family) for family in work.families):
        return sign("authors' order", f"`{name.family}` is elsewhere among the authors of the reference")
    return sign("other co-author", f"`{name.family}` is not among the authors of the reference")


def _year(candidate: Candidate, work: Work) -> Evidence:
    value = candidate.year.value
    if value in work.years:
        return sign("year")
    if any(other in work.years for other in candidate.others):
        return sign("second year")
    listed = work.reference.year
    if work.has_year(value):
        return sign("year in the entry")
    if listed is None or listed.value == "n.d." or work.is_dated_by_access:
        return sign("undated entry", "the reference has no year")
    if candidate.status and not listed.value[:1].isdigit():
        return sign("status", f"the reference has `{listed.value}`")
    return sign("another year", f"the reference has {listed.value}")


def _suffix(candidate: Candidate, work: Work) -> Evidence:
    cited, listed = candidate.suffix, work.reference.suffix
    if cited == listed:
        return sign("letter" if cited else "no letter")
    if not cited:
        return sign("letter left out", f"the reference has `{listed}`")
    return (
        sign("letter not listed", "the reference has none")
        if not listed
        else sign("other letter", f"the reference has `{listed}`")
    )
