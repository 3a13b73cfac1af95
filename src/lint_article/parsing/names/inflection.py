"""Cases of one name in languages that decline names, by the endings that the vocabulary of each language has."""

from __future__ import annotations

import re
from functools import cache

from lint_article.parsing.names.folding import fold
from lint_article.vocabulary import by_language

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ENDINGS = frozenset("аеиоуыэюяёйьвгмхн")
_STEM = 4
_SHORTEST = 2  # letters that all cases share, one more where the name itself has no ending
_APOSTROPHE = re.compile("['’‘`]")


def is_cyrillic(name: str) -> bool:
    """Tell whether a name begins with a Cyrillic letter."""
    return bool(_CYRILLIC.match(name))


def is_inflection(cited: str, listed: str) -> bool:
    """Tell whether two Cyrillic names differ in their ending only, as cases of one name do."""
    a, b = fold(cited), fold(listed)
    if not (_CYRILLIC.match(a) and _CYRILLIC.match(b)) or min(len(a), len(b)) < _STEM:
        return False
    stem = max(len(b) - 2, _STEM - 1)
    return a[:stem] == b[:stem] and len(a) <= len(b) + 3 and all(letter in _ENDINGS for letter in a[stem:] + b[stem:])


def has_cases(language: str) -> bool:
    """Tell whether names are declined in the language of this BCP 47 tag."""
    return bool(_paradigms(language))


def is_case_of(cited: str, listed: str, language: str) -> bool:
    """Tell whether a cited name may be a case of a listed one: `Nováka` of Novák in Czech, `Aral’ın` in Turkish."""
    name, forms = fold(listed), {fold(cited), _fold_ending(cited)}
    return any(_is_in(paradigm, form, name) for paradigm in _paradigms(language) for form in forms)


def _fold_ending(name: str) -> str:
    """Return a name folded, but for the apostrophe that parts its ending from it."""
    stem, mark, ending = _APOSTROPHE.sub("’", name).partition("’")
    return f"{fold(stem)}’{fold(ending)}" if mark else fold(name)


def _is_in(paradigm: tuple[str, frozenset[str]], cited: str, listed: str) -> bool:
    own, others = paradigm
    stem = listed.removesuffix(own)
    long_enough = len(stem) >= _SHORTEST + (not own)
    return listed.endswith(own) and long_enough and cited.startswith(stem) and cited[len(stem) :] in others


@cache
def _paradigms(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the endings of names, folded: that of the name as a list prints it, and those of its other cases."""
    listed = [form.split() for form in by_language("name-ending").get(language, ())]
    return tuple((fold(own.strip("-")), frozenset(map(_fold_ending, others))) for own, *others in listed)
