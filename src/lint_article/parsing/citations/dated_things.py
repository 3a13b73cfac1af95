"""What is dated as works are: laws, countries, what has an article: `Folkeskoleloven (2014)`, `die Reform (1999)`."""

from __future__ import annotations

from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.parsing.names.folding import fold, without_particles
from lint_article.parsing.names.organisations import group_words
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import by_language, words

_WORD_BEFORE = Pattern(r"(?<!\p{L})(\p{Ll}+|\p{Lu}\p{Ll}*)\s+$")
_GROUP_BEFORE = Pattern(r"(?<!\p{L})(\p{Lu}\p{L}{3,})\s(?:\p{Ll}{1,3}\s){1,3}$")
_NEAR, _FAR = 20, 40  # code points in which a word before a name fits, and small words too
_COMPOUNDING = frozenset({"da", "de", "fi", "is", "nl", "no", "sv"})  # languages whose laws are named in one word
_LONG_ACRONYM = 6  # letters


def is_single(candidate: Candidate) -> bool:
    """Tell whether one name and nobody else is printed."""
    return len(candidate.names) == 1 and not candidate.et_al


def is_group(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a word of a group is in the name, or before it in the bracket: `(Ministry of Wells, 2017)`."""
    before = candidate.lead.rpartition(";")[2] if candidate.form == "paren" else _find_group_before(candidate, around)
    printed = fold(f"{before} {candidate.names[0].family} {candidate.names[-1].family}")
    return not group_words().isdisjoint(printed.split())


def _find_group_before(candidate: Candidate, around: Surroundings) -> str:
    """Return the word in front of the small words before a name in a sentence: `Government of India (1901)`."""
    if len(candidate.names) > 1 or candidate.form != "narrative":
        return ""
    found = _GROUP_BEFORE.search(around.prose, max(0, candidate.starts[0] - _FAR), candidate.starts[0])
    return found[1] if found else ""


def is_acronym(candidate: Candidate, _around: Surroundings) -> bool:
    """Tell whether the only name is an acronym."""
    family = candidate.names[-1].family
    return family.isupper() and len(family) <= _LONG_ACRONYM and len(candidate.names) == 1


def are_acronyms(candidate: Candidate, _around: Surroundings) -> bool:
    """Tell whether names before the last are more than one acronym."""
    return len(candidate.names) > 1 and sum(n.family.isupper() and len(n.family) > 1 for n in candidate.names[:-1]) > 1


def is_country(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the last name is that of a country, and of no group in it."""
    family = candidate.names[-1].family.lower()
    printed = {family, " ".join(without_particles(tuple(family.split())))}
    is_of_group = len(candidate.names) == 1 and is_group(candidate, around)
    return not words("country").isdisjoint(printed) and not is_of_group


def is_law(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a law is named in the text's language: `Perusopetuslaki (1998)`, `la loi Pinel (2014)`."""
    if not is_single(candidate):
        return False
    laws = tuple(form.lower() for form in by_language("law").get(around.language, ()))
    named = candidate.names[0].family.lower().split()
    is_called = len(named) > 1 and not {*laws}.isdisjoint((*named[:2], named[-1]))  # `a Constituição Federal`
    is_compound = around.language in _COMPOUNDING and named[-1].endswith(laws)
    return is_called or is_compound or (candidate.form == "narrative" and _word_before(candidate, around) in laws)


def has_article(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether an article parts one word from a person's name: `die Reform (1999)`, `la Constitución (1978)`."""
    *before, last = candidate.names[0].family.split()
    is_short = last.isupper() and len(last) > 1
    if candidate.form != "narrative" or not is_single(candidate) or is_short or is_group(candidate, around):
        return False
    articles = by_language("article").get(around.language, ())
    if before:
        return len(before) == 1 and before[0] in articles  # `Le Bohec` is a name
    return _word_before(candidate, around) in articles


def _word_before(candidate: Candidate, around: Surroundings) -> str:
    found = _WORD_BEFORE.search(around.prose, max(0, candidate.starts[0] - _NEAR), candidate.starts[0])
    return found[1].lower() if found else ""
