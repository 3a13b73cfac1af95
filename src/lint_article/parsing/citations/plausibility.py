"""Whether names before a year are a citation at all, when no entry of the list answers them: named signs, weighed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from math import exp
from pathlib import Path
from time import localtime

from lint_article.document import Evidence
from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.dated_things import (
    are_acronyms,
    has_article,
    is_acronym,
    is_country,
    is_group,
    is_law,
    is_single,
)
from lint_article.parsing.citations.places import is_visited_town
from lint_article.parsing.citations.record_signs import (
    is_labelled,
    is_number,
    is_number_of_several,
    is_party,
    is_place_of_firm,
    is_repeated_number,
)
from lint_article.parsing.citations.spoken_signs import (
    has_in_before_year,
    is_introduced,
    is_subject,
    is_told_with_citation,
)
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.parsing.citations.taxon_signs import (
    is_line_behind_taxon,
    is_taxon,
    is_taxon_in_checklist,
    is_without_comma_in_prose,
    is_without_comma_of_others,
)
from lint_article.parsing.names.folding import fold, without_particles
from lint_article.parsing.weight_tables import read_weights
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import is_month, words

_THINGS = ("dated-thing", "figure", "table", "equation", "chapter", "section", "volume", "issue", "version")
_DIGIT = re.compile(r"\d")
_WORDS, _UNSPLIT = Pattern(r"[\p{L}\p{M}]+"), Pattern(r"[^\s–-]+")  # `June–August 2013`
_CALL = Pattern(r"\p{L}\(\d{4},\s?(?:\d|\p{Ll}+\()")
_LATEST = localtime().tm_year + 1  # the year of what is in press
_JOIN_BEFORE = Pattern(r"((?<!\p{L})\p{L}+|[&;])\s*$")
_TITLE_BEFORE = Pattern(r"(?<!\p{L})\p{Lu}\p{Ll}{1,7}\.\s\p{Lu}\p{Ll}{1,7}\.\s+$")
_LONG_NAME = 2  # words of a name in a sentence
_OLDER, _CENTURY = 20, 100  # years before the oldest listed work
_FEWEST = 5  # citations that show which forms a text uses
_SHARE, _SMALL_SHARE = 0.1, 0.02
_MOSTLY, _OFTEN, _SOMETIMES = 10.0, 2.0, 1.0  # times as often a word is printed apart from a year as before one

Sign = Callable[[Candidate, Surroundings], bool]


def weigh(candidate: Candidate, surroundings: Surroundings) -> list[Evidence]:
    """Return the signs that a candidate is a citation, or none; each with its weight."""
    return [Evidence(name, weights()[name]) for name, holds in SIGNS.items() if holds(candidate, surroundings)]


def chance(evidence: float) -> float:
    """Return the chance, 0 to 1, that a candidate of so much evidence is a citation."""
    return 1 / (1 + exp(-evidence))


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each sign: a logarithm of odds, as `python -m benchmarks.weights fit` measured it."""
    return read_weights(Path(__file__).with_name("weights.tsv"))


def _has_known_join(candidate: Candidate, around: Surroundings) -> bool:
    last = candidate.names[-1].span.start
    joined = _JOIN_BEFORE.search(around.prose, max(0, last - 8), last)
    return joined is not None and (joined[1] in "&;" or joined[1].lower() in words("and"))


def _is_alone_in_bracket(candidate: Candidate, _around: Surroundings) -> bool:
    lead = candidate.lead.rpartition(";")[2].strip()
    return not lead or lead[-1] in ",:–—-" or _is_lead_in(lead)


def _is_lead_in(lead: str) -> bool:
    return all(word.lower() in words("bracket-lead") for word in _WORDS.findall(lead)) and not _DIGIT.search(lead)


def _is_of_title(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether an abbreviated title ends with the name: `Atti Congr. Bot. Int. Genova (1892)`."""
    return bool(_TITLE_BEFORE.search(around.prose, max(0, candidate.starts[0] - 22), candidate.starts[0]))


def _is_listed(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the first or the last name is the family name of a listed author."""
    return not around.authors.isdisjoint((fold(candidate.names[0].family), fold(candidate.names[-1].family)))


def _last_word(candidate: Candidate) -> str:
    return candidate.names[-1].family.split()[-1]


def _is_known_form(around: Surroundings) -> bool:
    return around.style.total >= _FEWEST


def _is_rare(candidate: Candidate, around: Surroundings) -> bool:
    return _is_known_form(around) and around.style.share(candidate) <= _SMALL_SHARE


def _has_several_words(candidate: Candidate, _around: Surroundings) -> bool:
    """Tell whether a name is long: particles count only in a sentence, whose own words they may be."""
    family = candidate.names[-1].family
    folded = tuple(fold(family).split())
    if candidate.form == "narrative":
        named = family.lstrip().split()
        own = next((at for at, word in enumerate(named) if not word[0].islower()), 0)
        is_called = named[own].lower() in words("particle")  # `Van der Pol`, and not `of the Pol`
        return len(without_particles(folded[own:]) if is_called else folded) > _LONG_NAME
    return len(without_particles(folded)) > 1 and " " in family


def _is_word(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether one word is the name: in a bracket, it may be the last of a group's, `(Ministry of Wells, 2017)`."""
    return is_single(candidate) and not (candidate.form == "paren" and is_group(candidate, around))


def _is_apart(candidate: Candidate, around: Surroundings) -> bool:
    return _is_word(candidate, around) and around.often_apart(_last_word(candidate)) > _SOMETIMES


def _is_often_apart(candidate: Candidate, around: Surroundings) -> bool:
    return _is_word(candidate, around) and around.often_apart(_last_word(candidate)) > _OFTEN


def _is_nearly_always_apart(candidate: Candidate, around: Surroundings) -> bool:
    is_narrative = candidate.form == "narrative" and _is_word(candidate, around)
    return is_narrative and around.often_apart(_last_word(candidate)) > _MOSTLY


def _is_place(candidate: Candidate, around: Surroundings) -> bool:
    return _is_apart(candidate, around) and around.is_place(_last_word(candidate))


def _is_abbreviated(candidate: Candidate, around: Surroundings) -> bool:
    end = candidate.names[-1].span.end
    return around.prose[end : end + 1] == "." and not candidate.et_al


def _is_call(candidate: Candidate, around: Surroundings) -> bool:
    end = candidate.names[-1].span.end
    return candidate.form == "narrative" and bool(_CALL.search(around.prose, end - 1, candidate.end + 4))


def _is_older(candidate: Candidate, around: Surroundings) -> bool:
    year = candidate.year.value
    is_known = is_single(candidate) and bool(around.oldest) and year.isdigit()
    return is_known and int(year) < around.oldest - _OLDER


def _is_old_group(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the year may be the one in which a group was founded: `The University of Coimbra (1772)`."""
    year = candidate.year.value
    is_known = candidate.form == "narrative" and bool(around.oldest) and year.isdigit()
    return is_known and int(year) < around.oldest - _CENTURY and is_group(candidate, around)


def _is_late(candidate: Candidate, _around: Surroundings) -> bool:
    return candidate.year.value.isdigit() and int(candidate.year.value) > _LATEST


def _is_collectors(candidate: Candidate, around: Surroundings) -> bool:
    is_number = candidate.form == "bare" or (candidate.form == "paren" and _is_late(candidate, around))
    return is_number and not candidate.comma and not candidate.et_al and around.is_collector(_last_word(candidate))


def _has_odd_given_names(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether given names are printed where hardly any other citation of the text has some."""
    given = sum(bool(name.given) for name in candidate.names)
    return bool(given) and _is_known_form(around) and around.style.given <= _SMALL_SHARE * around.style.total


def _is_no_name(candidate: Candidate, _around: Surroundings) -> bool:
    if candidate.et_al:
        return False
    if any(candidate.joined):
        return all(is_month(name.family.lower()) for name in candidate.names[-2:])
    names = _UNSPLIT.findall(candidate.names[-1].family.lower())
    if is_month(names[-1]) or (names[-1] in words("lead-in") and names[-1] not in words("particle")):
        return True
    return not words(*_THINGS).isdisjoint((names[0], names[-1]))


def _has_page(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a page follows, in a text whose citations have some."""
    return candidate.locator is not None and around.style.pages >= _FEWEST


# Each sign with its name, as `lint-article inspect` and the table of weights have it.
SIGNS: Mapping[str, Sign] = {
    "any names and year": lambda _candidate, _around: True,
    "in a bracket": lambda candidate, _around: candidate.form == "paren",
    "year alone in a bracket": lambda candidate, _around: candidate.form == "narrative",
    "et al.": lambda candidate, _around: candidate.et_al,
    "et al. outside brackets": lambda candidate, _around: candidate.et_al and candidate.form == "bare",
    "names joined": lambda candidate, around: (
        len(candidate.names) > 1 and not candidate.et_al and _has_known_join(candidate, around)
    ),
    "nothing else in the bracket": lambda candidate, around: (
        candidate.form == "paren" and _is_alone_in_bracket(candidate, around)
    ),
    "in a row of citations": lambda candidate, around: candidate.span in around.rows,
    "in a bracket with citations": lambda candidate, around: candidate.cluster in around.clusters,
    "in a cell, as citations of the text": lambda candidate, around: candidate.cell and around.style.cells > 1,
    "a page follows": _has_page,
    "a comma before the year": lambda candidate, _around: candidate.comma,
    "form used in this text": lambda candidate, around: (
        _is_known_form(around) and around.style.share(candidate) > _SHARE
    ),
    "form rare in this text": lambda candidate, around: (
        _is_rare(candidate, around) and not candidate.et_al and candidate.form != "narrative"
    ),
    "year alone in a bracket, rare in this text": lambda candidate, around: (
        _is_rare(candidate, around) and not candidate.et_al and candidate.form == "narrative"
    ),
    "et al., form rare in this text": lambda candidate, around: _is_rare(candidate, around) and candidate.et_al,
    "year alone in a bracket, few citations": lambda candidate, around: (
        candidate.form == "narrative" and is_single(candidate) and not _is_known_form(around)
    ),
    "an author of the list": _is_listed,
    "several words": _has_several_words,
    "several words, alone in a bracket": lambda candidate, around: (
        candidate.form == "paren" and _has_several_words(candidate, around) and _is_alone_in_bracket(candidate, around)
    ),
    "several words, few citations": lambda candidate, around: (
        _has_several_words(candidate, around) and not _is_known_form(around)
    ),
    "a group": is_group,
    "an acronym": is_acronym,
    "acronyms": are_acronyms,
    "a country": is_country,
    "printed elsewhere without a year": _is_apart,
    "mostly printed without a year": _is_often_apart,
    "year alone in a bracket, nearly always without": _is_nearly_always_apart,
    "year alone in a bracket, printed elsewhere without": lambda candidate, around: (
        candidate.form == "narrative" and _is_apart(candidate, around)
    ),
    "printed as a place": _is_place,
    "a town, behind a preposition or in a case": is_visited_town,
    "end of an abbreviated title": _is_of_title,
    "abbreviated name": _is_abbreviated,
    "part of a number": lambda candidate, around: around.prose[max(0, candidate.starts[0] - 1)] == "/",
    "part of a path": lambda candidate, around: (
        around.prose[max(0, candidate.starts[0] - 1)] == around.prose[candidate.end : candidate.end + 1] == "/"
    ),
    "a call in a program": _is_call,
    "a number rather than a year": is_number,
    "a number of several collectors": is_number_of_several,
    "later than next year": _is_late,
    "older than any listed work": _is_older,
    "a group, a century older than any listed work": _is_old_group,
    "a collector's number": _is_collectors,
    "given names, unlike other citations": _has_odd_given_names,
    "given names, in a text of taxa": lambda candidate, around: (
        bool(around.taxa.genera) and _has_odd_given_names(candidate, around)
    ),
    "digits in the name": lambda candidate, _around: any(char.isdigit() for char in candidate.names[-1].family),
    "not a name": _is_no_name,
    "behind an article": has_article,
    "a law": is_law,
    "author of a taxon": is_taxon,
    "author of a taxon, in a checklist": is_taxon_in_checklist,
    "author of a taxon, without the comma that others have": is_without_comma_of_others,
    "author of a taxon, without a comma, in no checklist": is_without_comma_in_prose,
    "in a text of taxa": lambda _candidate, around: bool(around.taxa.genera),
    "introduced as authors": is_introduced,
    "introduced as authors, outside brackets": lambda candidate, around: (
        candidate.form == "bare" and is_introduced(candidate, around)
    ),
    "a verb of saying follows": is_subject,
    "`in` before the year": has_in_before_year,
    "`in` before the year, a citation behind it": is_told_with_citation,
    "alone on a line, behind a taxon": is_line_behind_taxon,
    "a label of authors before": is_labelled,
    "a herbarium follows": lambda candidate, around: around.is_specimen(candidate),
    "repeats the number before the bracket": is_repeated_number,
    "a party to a case": is_party,
    "a place of a firm": is_place_of_firm,
}
