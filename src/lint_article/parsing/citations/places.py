"""Whether a name is printed as that of a town: `In Tübingen (2012) und Berlin (2015)`, `v Brně (2013)`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from lint_article import vocabulary
from lint_article.compiled import compile_regex
from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.dated_things import is_group, is_single
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.parsing.names.folding import fold, is_unspaced
from lint_article.parsing.names.inflection import has_cases, is_case_of
from lint_article.vocabulary import by_language, words

if TYPE_CHECKING:
    import regex

_REACH = 120  # code points in which other places of the row are printed
_OTHERS = r"(?:\p{Lu}[\p{L}\p{M}’' -]+\s\([^()]{4,20}\),?\s(?:(?:AND)\s)?){0,3}"
_DIVISIONS = frozenset("市省县縣")  # what ends the name of a city, a province or a county: `深圳市`
_SHORT_NAME = 2  # signs
_SHORTEST = 3  # letters that all cases of a place share


def is_visited_town(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a preposition or a case shows that a town is meant, in the main language of the text.

    So is what a town has, behind a preposition: `na Universidade de Coimbra (1801)`.
    """
    language = around.language
    if candidate.form == "narrative" and is_group(candidate, around):
        town = candidate.names[-1].family.split()[-1]
        return _has_preposition(around.prose, candidate.starts[0], language) and _is_listed(fold(town))
    if candidate.form != "narrative" or not is_single(candidate):
        return False
    family = candidate.names[0].family
    if is_unspaced(family) and ((family[-1] in _DIVISIONS and len(family) > _SHORT_NAME) or _is_listed(fold(family))):
        return True
    if _is_in_case(family, language):
        return True
    start = candidate.names[0].span.start
    first, _, rest = family.partition(" ")
    forms = ((start, family), (start + len(first) + 1, rest))  # `Di Bandung`
    return any(_has_preposition(around.prose, at, language) and _is_listed(fold(name)) for at, name in forms)


def _has_preposition(prose: str, at: int, language: str) -> bool:
    return _prepositions(language).search(prose, max(0, at - _REACH), at) is not None


@cache
def _is_in_case(name: str, language: str) -> bool:
    """Tell whether a name is a case of a town's: `Krakowie`, `Ankara'da`."""
    begun = fold(name)[:_SHORTEST]
    listed = _towns() if has_cases(language) else []
    towns = takewhile(lambda town: town.startswith(begun), islice(listed, bisect_left(listed, begun), None))
    return len(begun) == _SHORTEST and any(is_case_of(name, town, language) for town in towns)


@cache
def _prepositions(language: str) -> regex.Pattern[str]:
    forms = "|".join(map(re.escape, by_language("place-preposition").get(language, ()))) or "(?!)"
    joins = "|".join(map(re.escape, sorted(words("and"))))
    return compile_regex(rf"(?<!\p{{L}})(?i:{forms})\s+{_OTHERS.replace('AND', joins)}$")


def _is_listed(folded: str) -> bool:
    at = bisect_left(_towns(), folded)
    return _towns()[at : at + 1] == [folded]


@cache
def _towns() -> list[str]:
    """Return the names of towns of 15,000 people and more, folded, in order (source: GeoNames, CC BY 4.0)."""
    path = Path(vocabulary.__file__).with_name("places.txt")
    return path.read_text(encoding="utf-8").splitlines()
