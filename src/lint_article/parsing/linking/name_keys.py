"""The keys of names: those under which a work is filed, and those under which a cited name is looked up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lint_article.document import Name
from lint_article.parsing.linking.group_names import acronyms_in_text, acronyms_of, head_of, initials_of, may_be_group
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.folding import fold, is_unspaced, without_particles
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

_ENDED = Pattern(r"(?P<acronym>\p{Lu}{2,})['’:‐‑-]\p{Ll}{1,4}")  # `MEB’e`, `KSH-nak`, `WHO:n`
# A footnote's letter, or a word before the name: `bAbel`, `onAbel`, `sensuAbel`, `MadurasiaAbel`.
_ELIDED = Pattern(r"(?i:l|d|(?:d|n)ell|d?all|sull|un)['’](?=\p{Lu})")  # `l’Insee`, `dell’Istat`
_GLUED = Pattern(r"\p{Ll}{1,3}(?=\p{Lu}\p{L})|\p{L}\p{Ll}{3,}(?=\p{Lu}\p{L}{2})")


@cache
def _small_words() -> frozenset[str]:
    """Return the articles, prepositions and conjunctions that an organisation's acronym leaves out."""
    return frozenset(fold(word) for word in words("and", "particle", "small-word"))


def content_words(name: str) -> list[str]:
    """Return the words of a group's name without articles and prepositions; never an empty list."""
    words = fold(name).split()
    return [word for word in words if word not in _small_words()] or words or [""]


def keys_of(text: str, work: Work) -> Iterable[str]:
    """Yield the forms in which the first author can be cited; `part:` and `given:` mark those that are not whole."""
    reference = work.reference
    if work.authors:
        yield from _name_keys(work.authors[0], work.families[0])
    elif reference.title:
        words = fold(reference.title.value).split()
        yield " ".join(words[:2])
        yield from words[:1]
        yield from _short_name(text, work)
    if may_be_group(text, reference, work.authors):
        yield from (f"acronym:{acronym}" for acronym in acronyms_of(text, reference))
        yield from (f"initials:{initials}" for initials in initials_of(text, reference))
    yield from (f"acronym:{acronym}" for acronym in acronyms_in_text(text, reference))
    if reference.label and not reference.label.value.isdigit():
        yield fold(reference.label.value)


def _short_name(text: str, work: Work) -> Iterable[str]:
    """Yield the one word that an entry prints before a group's whole name: `WellStat, National Office of Wells`."""
    short, _, whole = head_of(text, work.reference).partition(",")
    if len(fold(short).split()) == 1 and len(fold(whole).split()) > 1:
        yield f"part:{fold(short)}"


def find_first_word(text: str, work: Work) -> Iterable[str]:
    """Yield the word that an entry begins with, read as a given name, where other entries begin with family names."""
    own = work.reference.authors
    given = own[0].given if work.count == len(own) == 1 else ""
    if given and given.isalpha() and text.startswith(given, own[0].span.start - len(given) - 1):
        yield fold(given)


def _name_keys(name: Name, words: tuple[str, ...]) -> Iterable[str]:
    if not words:  # a name of nothing but signs
        return
    bare = without_particles(words)
    yield " ".join(words)
    yield "".join(words)
    yield " ".join(bare)
    if name.literal:
        yield f"initials:{_acronym(name.family)}"
        yield f"part:{' '.join(words[:2])}"
    yield f"part:{bare[0]}"
    yield f"part:{bare[-1]}"
    if is_unspaced(name.family):
        yield from (f"family:{name.family[:length]}" for length in range(1, len(name.family)))
    given = fold(name.given).split() if name.given and not name.literal else []
    if given and len(given[0]) > 1:
        yield f"given:{given[0]}"


def _acronym(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word not in _small_words())


def lookups(name: Name) -> Iterable[tuple[str, float, str]]:
    """Yield the keys that a cited name answers, each with its score: whole, without given names, in part."""
    printed = name.family.split()
    words = fold(name.family).split()
    if not words:
        return
    whole = " ".join(words)
    yield whole, 1.0, "name"
    elided, ended = _ELIDED.match(name.family), _ENDED.fullmatch(name.family)
    bare = name.family[elided.end() :] if elided else ended["acronym"] if ended else ""
    if bare:
        yield from ((key, 0.95 * score, why) for key, score, why in lookups(Name(bare)))
    yield "".join(words), 0.98, "name"
    yield " ".join(without_particles(tuple(words))), 0.97, "name"
    if name.given:
        yield "".join(fold(f"{name.given} {name.family}").split()), 0.9, "name"  # `St. Abel`, listed as `StAbel`
    if is_unspaced(name.family):
        yield f"family:{name.family}", 0.9, "family name"
        yield from ((name.family[start:], 0.9, "name") for start in range(1, len(name.family) - 1))
        return
    score = 0.95
    for start in range(1, len(printed)):
        # Only words with capitals can be given names, or the lead-in of a sentence: `Segundo Abel`, `Adaptado de Abel`.
        if printed[start - 1].islower():
            score = 0.75
            if printed[0].islower():
                continue
        rest = " ".join(printed[start:])
        yield fold(rest), score, "name"
        yield fold(_ELIDED.sub("", rest)), score, "name"
    mark = _GLUED.match(printed[0])
    if mark:
        yield fold(" ".join((printed[0][mark.end() :], *printed[1:]))), 0.9, "name"
    for acronym in dict.fromkeys(("".join(words), "".join(without_particles(tuple(words))))):  # `el MECD`
        yield f"acronym:{acronym}", 0.9, "acronym"
        yield f"initials:{acronym}", 0.9, "acronym"
    yield f"part:{whole}", 0.85, "part of the name"
    if len(printed) > 1:
        yield _acronym(name.family), 0.85, "acronym"
        yield f"acronym:{_acronym(name.family)}", 0.85, "acronym"
        yield " ".join(words[:2]), 0.85, "title"
    yield fold(printed[0]), 0.8, "part of the name"
    if name.literal:  # a standard's designation begins with the acronym of who sets it
        yield from ((f"{kind}:{words[0]}", 0.8, "acronym") for kind in ("acronym", "initials"))
    if len(words) == 1:
        yield f"given:{whole}", 0.5, "given name"
