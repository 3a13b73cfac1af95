"""Signs of a record of data, or of a thing with a number, where a name and a year seem to be printed."""

from __future__ import annotations

from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.parsing.names.folding import fold
from lint_article.parsing.names.organisations import group_words
from lint_article.text.pattern import Pattern

# Terms of Darwin Core, of databases and of specimens' labels, which are the same in every language.
_LABEL_BEFORE = Pattern(r"(?:\p{L}(?:Authorship|_authority):|\b(?:[Dd]et|[Ll]eg|[Cc]oll)\.(?:\sby)?)\s*[(\[]?\s*$")
# Between the parties to a case, of whatever language: `Roe v. Wade`, `Lautsi c. Italie`, `Solange ./. Bank`.
_VERSUS_BEFORE = Pattern(r"\p{L}\.?\s+(?:vs?\.?|versus|v/s|c\.|\./\.)\s+$")
_BEFORE = 40  # code points in which a label fits
_FIRM_AND_PLACE = 3  # parts that a firm, its town and its state or country are
_FIRST_SCIENCE, _FIRST_ET_AL = "1700", "1800"


def is_number(candidate: Candidate, _around: Surroundings) -> bool:
    """Tell whether a number before 1700 stands bare, as those of specimens do: `Toyama 1556`."""
    is_plain = not (candidate.et_al or candidate.comma or candidate.status)
    return is_plain and candidate.year.value < _FIRST_SCIENCE


def is_number_of_several(candidate: Candidate, _around: Surroundings) -> bool:
    """Tell whether collectors have the number: works of two authors are rare before 1700, of more before 1800."""
    first = _FIRST_ET_AL if candidate.et_al else _FIRST_SCIENCE if any(candidate.joined) else ""
    return candidate.year.value < first


def is_labelled(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a record's label is before the names: `scientificNameAuthorship: (Gray, 1853)`, `det. Gray 1853`."""
    start = candidate.starts[0]
    return bool(_LABEL_BEFORE.search(around.prose, max(0, start - _BEFORE), start))


def is_party(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the name is the second party to a case at law: `Roe v. Wade (1973)`, `R. v. Roe (1973)`."""
    start = candidate.names[0].span.start
    return bool(_VERSUS_BEFORE.search(around.prose, max(0, start - _BEFORE), start))


def is_place_of_firm(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether names follow one of a firm, unjoined, as its places do: `(Acme Software, San Diego, USA, 2018)`."""
    if candidate.form != "paren" or candidate.et_al or any(candidate.joined):
        return False
    printed = around.prose[candidate.starts[0] : candidate.year.span.start]
    names = [part for part in f"{candidate.lead}{printed}".split(",") if part.strip()]
    if len(names) < _FIRM_AND_PLACE:
        return False
    is_named = [not group_words().isdisjoint(fold(name).split()) for name in names]
    return is_named[0] and not any(is_named[1:]) and not all(name.isupper() for name in names[1:])


def is_repeated_number(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the number before the bracket is the same: a thing's whole name and its short one, `(PB 1718)`."""
    start, year = candidate.starts[0], candidate.year.value
    opened = around.prose[max(0, start - len(year) - 3) : start]
    return candidate.form == "paren" and not candidate.comma and opened.rstrip("([ ").endswith(f" {year}")
