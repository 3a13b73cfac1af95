"""One assignment for the whole text: a fault against an entry that nothing else cites is likelier than two faults.

A misspelt or misplaced author is one finding, never a missing work and an uncited entry.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lint_article.document import Evidence, Name
from lint_article.parsing.linking.match_evidence import MatchHypothesis, coauthors, read
from lint_article.parsing.linking.match_weights import sign
from lint_article.parsing.linking.reference_index import Works, is_same_name
from lint_article.parsing.linking.resolved import ResolvedCandidate
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.edit_distance import are_close
from lint_article.parsing.names.folding import fold
from lint_article.text.pattern import Pattern

_MOST = 60  # uncited entries of a year that are compared
_LONG, _EDITS = 5, 2  # letters of a name, and how many edits may part two spellings of it
_PHRASE = 3  # blanks of a phrase that is a title's own
_WHOLE = 2  # blanks of a title that is telling as a whole
_SPELLING = -0.3  # what a co-author's spelling may cost
_AUTHOR_PLACE, _HEAD = 40, 300  # code points in which authors begin, and those before a year
_SURE = 0.94
_INITIALS = re.compile(r"^(?:\w )*")  # of the last author, folded
_AUTHORS = 0.4
_SHORTEST_ACRONYM = 3  # letters
_WORD = Pattern(r"[\p{L}\d]+")
_COUNT = -0.5  # what another number of authors than the entry's costs


def prefer_uncited(judged: Sequence[ResolvedCandidate], works: Works) -> list[ResolvedCandidate]:
    """Return the judgements; what is absent, or has the year of an entry cited elsewhere, may mean an uncited one."""
    sound = {index for one in judged if one.outcome in {"matched", "ambiguous"} for index in one.references}
    judged = [_with_printed_year(one, works, sound) for one in judged]
    if not any(_is_doubtful(one, sound) for one in judged):
        return judged
    uncited = {work.index for work in works.works} - sound - {one.nearest for one in judged}
    by_year: dict[str, list[Work]] = defaultdict(list)
    for work in works.works:
        for year in work.years:
            by_year[year].append(work)
    return [_read_again(one, works, by_year, uncited) if _is_doubtful(one, sound) else one for one in judged]


def _with_printed_year(one: ResolvedCandidate, works: Works, sound: set[int]) -> ResolvedCandidate:
    """Return the judgement; an entry that nothing cites by its own year may be cited by another one that it prints."""
    if one.outcome != "year-differs" or one.nearest is None or one.nearest in sound:
        return one
    if not works.works[one.nearest].is_printing_year(one.candidate.year.value):
        return one
    evidence = (sign("year in the entry"), *one.evidence)
    return replace(one, outcome="matched", references=(one.nearest,), nearest=None, evidence=evidence)


def _is_doubtful(one: ResolvedCandidate, sound: set[int]) -> bool:
    is_other = one.outcome == "year-differs" and one.nearest in sound
    return one.outcome == "absent" or is_other or _is_abbreviated(one) or _is_bracketed(one)


def _is_bracketed(one: ResolvedCandidate) -> bool:
    """Tell whether what looks like no citation is in a bracket, as those of groups are."""
    return one.outcome == "not-a-citation" and one.candidate.form == "paren" and not one.candidate.malformed


def _is_abbreviated(one: ResolvedCandidate) -> bool:
    """Tell whether what looks like no citation is one name cut short, as authors of taxa are: `Fr. (1934: 88)`."""
    signs = {evidence.name for evidence in one.evidence} if one.outcome == "not-a-citation" else set()
    return "abbreviated name" in signs and "not a name" not in signs


def _read_again(
    one: ResolvedCandidate, works: Works, by_year: Mapping[str, list[Work]], uncited: set[int]
) -> ResolvedCandidate:
    found = _find_meant(one, works, by_year.get(one.candidate.year.value, [])[:_MOST], uncited)
    return found[0] if len(found) == 1 else one


def _find_meant(
    one: ResolvedCandidate, works: Works, every: Sequence[Work], uncited: set[int]
) -> list[ResolvedCandidate]:
    """Return the likeliest other readings; `every` are the works of the year, of which some are cited."""
    of_year = [work for work in every if work.authors]
    unused = [work for work in of_year if work.index in uncited]
    if _is_abbreviated(one):
        return [*_find_abbreviated(one, unused)]
    printed = [*_find_printed(one, [work for work in every if work.index in uncited])]
    printed = printed or [*_find_publisher(one, unused)]
    if _is_bracketed(one):
        return printed
    return (
        [*_find_misplaced(one, [*unused, *(work for work in of_year if work not in unused and _may_mean(one, work))])]
        or [*_find_misspelt(one, unused)]
        or [*_find_other_year(one, works, uncited)]
        or [*_find_titled(one, unused)]
        or [*_find_whole_title(one, of_year)]
        or printed
    )


def _find_misplaced(one: ResolvedCandidate, works: Sequence[Work]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each work that has all these names among its authors, in another order."""
    names = one.candidate.names[one.start :]
    for work in works:
        if not work.authors[0].literal and _may_cite(names, work):
            note = f"the first author of the reference is `{work.authors[0].family}`"
            evidence = (sign("other first author", note), *one.evidence)
            yield replace(
                one, outcome="coauthor-differs", references=(work.index,), nearest=work.index, evidence=evidence
            )


def _may_mean(one: ResolvedCandidate, work: Work) -> bool:
    """Tell whether a citation of several names may mean a work that others cite.

    It has as many as the work has authors, or says that there are more, or has the last ones in their order.
    """
    names = one.candidate.names[one.start :]
    last = zip(names, work.families[-len(names) :], strict=False)
    is_whole = one.candidate.et_al or len(names) >= work.count or all(is_same_name(*pair) for pair in last)
    return len(names) > 1 and is_whole


def _may_cite(names: Sequence[Name], work: Work) -> bool:
    """Tell whether names are those of authors of the work; one alone must be its second or last author's.

    Somebody of the same name may be anywhere in a long row.
    """
    families = work.families if len(names) > 1 else [*work.families[1:2], *work.families[-1:]]
    return all(any(is_same_name(name, family) for family in families) for name in names)


def _find_misspelt(one: ResolvedCandidate, works: Sequence[Work]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each work whose first author is spelt nearly so."""
    names = one.candidate.names[one.start :]
    cited = fold(names[0].family)
    for work in works:
        listed = " ".join(work.families[0])
        close = min(len(cited), len(listed)) >= _LONG and cited != listed and are_close(cited, listed, _EDITS)
        is_alike = close and (cited[0] in listed[:2] or are_close(cited, listed, 1))
        if is_alike and coauthors(names, one.candidate.et_al, work).score >= _SPELLING:
            evidence = (Evidence("spelling", 1.0, f"`{work.authors[0].family}` in the list"), *one.evidence)
            yield replace(one, outcome="name-differs", references=(), nearest=work.index, evidence=evidence)


def _find_abbreviated(one: ResolvedCandidate, works: Sequence[Work]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each work by one author whose name begins so."""
    cut = fold(one.candidate.names[-1].family)
    for work in works:
        if work.count == 1 and cut and " ".join(work.families[0]).startswith(cut):
            evidence = (Evidence("abbreviated", 1.0, f"`{work.authors[0].family}` in the list"), *one.evidence)
            yield replace(one, outcome="matched", references=(work.index,), nearest=None, evidence=evidence)


def _find_other_year(one: ResolvedCandidate, works: Works, uncited: set[int]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each uncited work of the same authors: their only one, or one without a printed year."""
    readings = [
        read(one.candidate, one.start, works.works[index], score, why)
        for index, (score, why) in works.find_by_name(one.candidate.names[one.start]).items()
        if score > _SURE
    ]
    for reading in readings:
        is_only = len(readings) == 1
        least = _COUNT if is_only and reading.work.years_from(one.candidate.year.value) else _AUTHORS
        same = reading.coauthors.score >= least and not reading.is_dated
        if same and reading.work.index in uncited and (is_only or _has_status(one, reading)):
            yield replace(
                one, outcome="year-differs", references=(), nearest=reading.work.index, evidence=reading.evidence
            )


def _find_titled(one: ResolvedCandidate, works: Sequence[Work]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each work whose title begins with these words, or has many: `in Intentionality (1983)`."""
    first, last = one.candidate.starts[one.start], one.candidate.names[-1].span.end
    for work in works if not one.candidate.et_al else ():
        printed = fold(work.text[first:last])
        start = work.reference.authors[-1].span.end if work.reference.authors else work.reference.span.start
        title = work.reference.title.value if work.reference.title else work.text[start : work.reference.span.end]
        listed = _INITIALS.sub("", fold(title))
        begins = len(printed) >= _LONG and f"{listed} ".startswith(f"{printed} ")
        if begins or (printed.count(" ") >= _PHRASE and f" {printed} " in f" {listed} "):
            evidence = (Evidence("title", 1.5), *one.evidence)
            yield replace(one, outcome="matched", references=(work.index,), nearest=None, evidence=evidence)


def _find_whole_title(one: ResolvedCandidate, works: Sequence[Work]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each work whose whole title the text prints before the year: `Letters of a Well (1983)`."""
    for work in works:
        title = fold(work.reference.title.value) if work.reference.title else ""
        end = one.candidate.year.span.start
        printed = fold(work.text[max(end - 2 * len(title), 0) : end]) if title.count(" ") >= _WHOLE else ""
        if printed and f" {printed}".endswith(f" {title}"):
            evidence = (Evidence("title", 1.5), *one.evidence)
            yield replace(one, outcome="matched", references=(work.index,), nearest=None, evidence=evidence)


def _find_printed(one: ResolvedCandidate, works: Sequence[Work]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each work whose entry prints these names where authors stand, or a group's before the year.

    So entries do whose names are in no usual form, or that begin with the title and end with the group. Who was read as
    a later author is none of them.
    """
    names = [fold(name.family) for name in one.candidate.names[one.start :]]
    is_group = len(names) == 1 and (" " in names[0] or one.candidate.names[one.start].family.isupper())
    for work in works:
        start, end = work.reference.span.start, work.reference.span.end
        is_titled = is_group and not work.authors
        parts = (work.reference.year, None if is_titled else work.reference.title)
        end = min(end, *(part.span.start for part in parts if part and part.span.start > start))
        printed = f" {fold(work.text[start : min(end, start + (_HEAD if is_titled else _AUTHOR_PLACE))])} "
        is_later = any(is_same_name(one.candidate.names[one.start], family) for family in work.families[1:])
        if not is_later and all(f" {name} " in printed for name in names):
            evidence = (Evidence("names printed in the entry", 1.0), *one.evidence)
            yield replace(one, outcome="matched", references=(work.index,), nearest=None, evidence=evidence)


def _find_publisher(one: ResolvedCandidate, works: Sequence[Work]) -> Iterator[ResolvedCandidate]:
    """Yield a reading for each work that has persons as authors and prints the acronym further on, as its publisher."""
    name = one.candidate.names[one.start].family
    is_acronym = len(one.candidate.names) == one.start + 1 and name.isupper() and len(name) >= _SHORTEST_ACRONYM
    for work in works if is_acronym and not one.candidate.et_al else ():
        start = work.reference.authors[-1].span.end
        if any(word.group() == name for word in _WORD.finditer(work.text, start, work.reference.span.end)):
            evidence = (Evidence("publisher", 1.0), *one.evidence)
            yield replace(one, outcome="matched", references=(work.index,), nearest=None, evidence=evidence)


def _has_status(one: ResolvedCandidate, reading: MatchHypothesis) -> bool:
    """Tell whether the citation or the entry has a status (`in press`) in the year's place."""
    return one.candidate.status or not any(year[:1].isdigit() for year in reading.work.years)
