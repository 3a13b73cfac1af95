"""The tokens of an author field, each with a sign of one letter, so that patterns can read the whole field.

I initials with stops, i one, J two and K more capitals without, H initials that may end in a family name; C a word with
a capital letter, T one of two letters, U one in capitals, V one in five capitals, Z one of a script without them, G one
that names an organisation; p a particle, Q one with a capital letter; s a suffix, R one that may be a family name; l a
small word; h what joins two parts of a word. The marks are `,` `;` `.`; & is `and`, E `et al.`, e `editors`, y a year.
Where family names are set in capitals, f j k are what is or may be one, and g is a word that is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.dataclass import dataclass
from lint_article.parsing.names.folding import fold, is_unspaced
from lint_article.parsing.names.organisations import ARTICLE, STATES, group_words
from lint_article.parsing.names.tokens import Token, is_family_like, tokens_of
from lint_article.vocabulary import words

_CLOSERS = {"(": ")", "[": "]", "<": ">"}
_SIGNS = {",": ",", ";": ";", ".": ".", ":": ".", "-": ".", "/": ";", "–": ";", "|": ";"}
_SIGNS |= {"conjunction": "&", "etal": "E", "editors": "e", "year": "y", "lower": "l", "particle": "p"}
_JOINERS = frozenset("-‐‑_")
_BOTH = 2  # sides
_APOSTROPHES = frozenset("'’‘")
_LONGEST_INITIALS = 5
_LONGEST_GROUP = 10  # words
_LARGE, _SMALL = frozenset("UVJK"), frozenset("CT")
_IN_CAPITALS = str.maketrans({"U": "f", "V": "f", "J": "j", "K": "k", "C": "g", "T": "g"})


@dataclass(frozen=True, slots=True)
class FieldSigns:
    """The tokens of a field that count, and the sign of each."""

    tokens: list[Token]
    signs: str


def read_signs(text: str, start: int, end: int) -> FieldSigns:
    """Return the tokens of the author field at `start`..`end` (code points) and their signs."""
    tokens, groups = _without_asides(list(tokens_of(text, start, end)))
    if tokens and fold(tokens[0].text) == ARTICLE:
        groups.add(0)
    signs = ["G" if at in groups else _sign(tokens, at) for at in range(len(tokens))]
    return FieldSigns([token for token, sign in zip(tokens, signs, strict=True) if sign], "".join(signs))


def may_have_capitals(signs: str) -> bool:
    """Tell whether family names may be set in capitals, and given ones not."""
    return not _LARGE.isdisjoint(signs) and not _SMALL.isdisjoint(signs)


def mark_capitals(signs: str) -> str:
    """Return the signs of a field where family names are set in capitals."""
    return signs.translate(_IN_CAPITALS)


def _without_asides(tokens: list[Token]) -> tuple[list[Token], set[int]]:
    """Return the tokens without what brackets enclose behind a name, and the places of words before their acronyms."""
    result: list[Token] = []
    groups: set[int] = set()
    closing = ""
    for at, token in enumerate(tokens):
        if closing:
            closing = "" if token.kind == closing else closing
        elif token.kind == "<" or (result and token.kind in _CLOSERS):
            closing = _CLOSERS[token.kind]
            if at + 2 < len(tokens) and tokens[at + 2].kind == closing and _is_acronym(tokens[at + 1].text, result):
                groups.add(len(result) - 1)
        else:
            result.append(token)
    return result, groups


def _is_acronym(value: str, before: Sequence[Token]) -> bool:
    """Tell whether a word in brackets stands for the words before it, which are no initials."""
    named = [token.text[0] for token in before[-_LONGEST_GROUP:] if token.kind == "capital"]
    return value.isupper() and len(value) > 2 and value[0] in named and before[-1].kind in {"capital", "lower"}


def _sign(tokens: Sequence[Token], at: int) -> str:
    kind, value = tokens[at].kind, tokens[at].text
    if kind == "initials":
        return _sign_of_initials(value)
    if kind in {"capital", "lower"} and (found := _sign_of_term(value)):
        return found
    if kind == "capital":
        return _sign_of_word(value)
    if kind == "suffix":
        return "R" if is_family_like(tokens[at]) else "s"
    if kind == "particle" and value[0].isupper():
        return "Q"
    if kind == "lower" and value == "t" and at and tokens[at - 1].text in _APOSTROPHES:
        return "p"  # `van 't Veer`
    return "h" if _is_joiner(tokens, at) else _SIGNS.get(kind, "")


def _sign_of_term(value: str) -> str:
    return "G" if fold(value) in group_words() else "e" if value.casefold() in words("editor") else ""


def _sign_of_initials(value: str) -> str:
    if value in STATES:
        return "C"
    given, _, family = value.rpartition(" ")
    if given and len(family) == 3 and family[1].islower():
        return "H"
    return "I" if not value.isalpha() else "iJK"[min(len(value), 3) - 1]


def _sign_of_word(value: str) -> str:
    size = len(value)
    if is_unspaced(value):
        return "Z"
    if value.isupper() and size > 1:
        return "V" if size == _LONGEST_INITIALS else "U"
    if size > 3 and 2 * sum(map(str.isupper, value)) > size:
        return "U"
    return "T" if size == 2 and value.isascii() else "C"


def _is_joiner(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a mark is in a word, or a hyphen beside a part of one: `Go↵redi`, `Mar- lin`, `Pérez -Torres`."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, mark, behind = tokens[at - 1 : at + 2]
    if before.kind != "capital" or behind.kind not in {"capital", "lower"}:
        return False
    beside = (before.end == mark.start) + (mark.end == behind.start)
    return beside == _BOTH or (beside > 0 and mark.text in _JOINERS)
