"""The names before a year, read from its left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint_article.document import Name
from lint_article.parsing.names.folding import fold, is_unspaced
from lint_article.parsing.names.tokens import Token, after_sentence, is_family_like, one_line, tokens_of
from lint_article.text import Span
from lint_article.vocabulary import words

_SEPARATORS = frozenset({",", ";", "conjunction", "etal", "’", "'", "/"})
_NAME_KINDS = _SEPARATORS | {"capital", "particle", "initials", "suffix"}
_LONGEST_EASTERN = 4  # signs of a name
_FEWEST_STOPS = 2  # of an acronym with stops
_POSSESSIVE = re.compile(r"(?:['’]s?|['’])$")


def name_tokens(prose: str, low: int, edge: int, opened: int) -> list[Token]:
    """Return the tokens that may be names, from the last one that cannot be up to the edge.

    A semicolon parts names in the bracket that opens at `opened` (-1: the year is in none): `(SOUZA; COSTA, 2014)`.
    """
    kept: list[Token] = []
    for token in tokens_of(prose, after_sentence(prose, low, edge), edge):
        is_closed = token.text in ";；" and (not 0 <= opened < token.start or (kept and kept[-1].kind == "etal"))
        if is_closed or (token.kind == "," and kept and _is_clause(kept[-1])):
            kept.clear()
        elif token.kind in _NAME_KINDS and not (token.kind == "etal" and token.text[0] in ".…"):
            kept.append(token)
        else:
            kept.clear()
    while kept and kept[0].kind in _SEPARATORS:
        kept.pop(0)
    while kept and kept[-1].kind in {"’", "'", ",", ";"}:
        kept.pop()
    return kept


def _is_clause(token: Token) -> bool:
    """Tell whether this is too long for a person's name in a script that parts no words: `发布了通知，李明（2019）`."""
    return len(token.text) > _LONGEST_EASTERN and is_unspaced(token.text)


def names_of(prose: str, tokens: list[Token]) -> tuple[tuple[Name, ...], tuple[int, ...], tuple[bool, ...], bool]:
    """Split the tokens into names at commas and conjunctions; initials alone belong to the name before them.

    Return the names, where each starts, whether a conjunction joins it to others, and whether `et al.` closes them.
    """
    groups: list[list[Token]] = [[]]
    joined: list[bool] = [False]
    et_al = False
    for token in tokens:
        if token.kind in _SEPARATORS:
            et_al = token.kind == "etal"
            groups.append([])
            joined.append(_is_joining(token) and any(groups))
        elif et_al:
            et_al = False  # `Smith et al. and Jones` is no author list
            groups, joined = [[token]], [False]
        else:
            groups[-1].append(token)
    closed = bool(tokens) and tokens[-1].kind == "etal"
    if _is_glued(tokens):
        tokens, et_al = [*tokens[:-2], _unglue(tokens[-2])], True
        groups[-1] = [*groups[-1][:-2], tokens[-1]]
    units = [
        (unit, join)
        for at, (group, join) in enumerate(zip(groups, joined, strict=True))
        if (unit := group if _is_in_list(prose, group, joined[at + 1 :]) else _strip_lead_ins(group, joined=join))
    ]
    if closed and not units:
        units = [([t for t in tokens if t.kind == "capital"][-1:], False)]  # `He et al.`, `An et al.`
    names: list[Name] = []
    starts: list[int] = []
    after_and: list[bool] = []
    for unit, join in units:
        if (
            all(token.kind in {"initials", "suffix"} for token in unit)
            and names
            and len(unit[0].text.rstrip(".")) <= 4
            and ("." in unit[0].text or len(unit[0].text) == 1)
        ):
            if unit[0].kind == "initials" and not names[-1].given:
                names[-1] = replace(names[-1], given=" ".join(token.text for token in unit))
            continue
        name = _name(prose, unit)
        if name:
            names.append(name)
            starts.append(unit[0].start)
            after_and.append(join)
    return tuple(names), tuple(starts), tuple(after_and), et_al


def _is_joining(separator: Token) -> bool:
    """Tell whether names on both sides surely belong together: `a` and `en` may be prepositions, `Basado en Abel`."""
    return separator.kind in {"conjunction", "/"} and separator.text.lower() not in words("range-to", "in")


def _is_glued(tokens: list[Token]) -> bool:
    """Tell whether the space before `et al.` was lost: `Warchołet al., 2016`."""
    return len(tokens) > 1 and tokens[-1].text == "al" and len(tokens[-2].text) > 4 and tokens[-2].text.endswith("et")


def _unglue(token: Token) -> Token:
    return Token(token.kind, token.text[:-2], token.start, token.end - 2)


def _strip_lead_ins(unit: list[Token], *, joined: bool) -> list[Token]:
    """Drop the words that begin a phrase and are no names: `However`, `In`, `See`; but not in `Lee and An`."""
    inner = 1 if joined else 0
    if len(unit) == 1 and is_family_like(unit[0]):
        return unit
    while len(unit) > inner and (unit[0].kind == "suffix" or _is_lead_in(unit)):
        unit = unit[1:]
    while unit and unit[-1].kind in {"particle", "suffix"} and len(unit) > 1 and not unit[-1].text[0].isupper():
        unit = unit[:-1]
    return unit


def _is_in_list(prose: str, unit: list[Token], following: Sequence[bool]) -> bool:
    """Tell whether a word that often begins a sentence is a name of a list: `He and Hu (2002)`, `(He, Liu & Hu, 2018)`.

    `following` says of each name behind it whether a conjunction stands before it.
    """
    if len(unit) != 1 or unit[0].text.lower() not in words("surname-too"):
        return False
    begins = prose[: unit[0].start][-1:] in {"(", "["}
    return any(following[:1]) or (begins and any(following))


def _is_lead_in(unit: list[Token]) -> bool:
    return unit[0].kind == "capital" and unit[0].text.lower() in words("lead-in")


def _name(prose: str, unit: list[Token]) -> Name | None:
    words = [t for t in unit if t.kind in {"capital", "particle"}] or [t for t in unit if is_family_like(t)]
    if words and all(t.kind == "particle" and t.text[0].islower() for t in words):
        return None
    initials = [t for t in unit if t.kind == "initials"]
    if not words:
        named = unit[:1] if len(unit) == 2 and unit[1].kind == "suffix" and unit[1].text.isupper() else unit
        if named and all(token.kind == "initials" for token in named) and _is_acronym(named):
            words = unit  # an acronym: WHO, FAO, APG III, C.N.C.R.
        else:
            return None
    first, last = words[0], words[-1]
    family = _POSSESSIVE.sub("", one_line(prose[first.start : last.end]))
    inner = [t for t in initials if first.start < t.start < last.end and _particle_before(unit, t) is None]
    if inner and words is not unit:  # `Andrey P. Tsygankov`
        given = prose[first.start : inner[-1].end]
        after = [t for t in words if t.start > inner[-1].start]
        family = _POSSESSIVE.sub("", one_line(prose[after[0].start : last.end]))
        return Name(family, " ".join(given.split()), span=Span(after[0].start, last.end))
    given = " ".join(t.text for t in initials) if words is not unit else ""
    return Name(family, given, span=Span(first.start, last.end)) if fold(family) else None


def _is_acronym(tokens: Sequence[Token]) -> bool:
    """Tell whether capitals are an acronym; the last stop of one with stops may be missing."""
    printed = "".join(token.text for token in tokens)
    return len(tokens) == 1 and len(printed) > 1 if printed.isalpha() else printed.count(".") >= _FEWEST_STOPS


def _particle_before(unit: list[Token], token: Token) -> Token | None:
    """Return the particle directly before a token, to which a single letter belongs: `de la O Serna`."""
    at = unit.index(token)
    return unit[at - 1] if at and unit[at - 1].kind == "particle" and len(token.text) == 1 else None
