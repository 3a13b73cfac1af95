"""The author list that a reference begins with."""

from __future__ import annotations

from dataclasses import replace

from lint_article.document import Name
from lint_article.parsing.names.name_forms import is_inverted, read_name
from lint_article.parsing.names.organisations import read_group
from lint_article.parsing.names.small_capitals import read_small_capitals
from lint_article.parsing.names.token_cursor import AuthorList, Walk
from lint_article.parsing.names.tokens import tokens_of
from lint_article.text import Span
from lint_article.vocabulary import is_month

_FEWEST_INVERTED = 2  # names that show in which order the others of their entry are printed
_SHORT_GIVEN = 2  # letters of an abbreviated given name: `Sy` of Shin-ya
_MOST_INITIALS = 5
_REACH = 6_000  # code points: no printed author list is longer, and a bound keeps the cost linear
_TITLE = 60  # tokens of a title that may stand before its authors
_BETWEEN = frozenset({",", ";", "conjunction", "editors", "suffix", "/", "–", "(", ")", "."})


def read_authors(text: str, start: int, end: int, given_first: bool = False) -> AuthorList:
    """Read the names from `start` on, as far as they go; an empty list if a title stands first.

    `given_first`: the other entries of the list print given names before family names.
    """
    tokens = list(tokens_of(text, start, min(end, start + _REACH)))
    if len(tokens) > 1 and tokens[0].kind == "suffix" and tokens[1].kind in {",", "initials"}:
        tokens[0] = replace(tokens[0], kind="capital")
    walk = Walk(text, tokens, given_first)
    _read(walk)
    if not walk.found.names:
        late = _first_inverted(walk)
        if late:
            walk = Walk(text, tokens[late:], given_first)
            _read(walk)
            if len(walk.found.names) < 2:
                walk = Walk(text, [])
    if not walk.found.names:
        return read_small_capitals(text, start, end)
    walk.found.end = walk.tokens[walk.at - 1].end
    walk.found.names = _with_one_order(text, walk.found.names)
    return walk.found


def _with_one_order(text: str, names: list[Name]) -> list[Name]:
    """Return the names; one with an odd given name is read as the others, if these print initials behind the family.

    `Takemura Sy, Nern A, Lu Z`: some given names are abbreviated to two letters, some authors have five initials.
    """
    inverted = sum(name.given.isupper() and text.startswith(name.given, name.span.end + 1) for name in names)
    if inverted < _FEWEST_INVERTED:
        return names
    return [_invert(name) if _is_odd(text, name) else name for name in names]


def _is_odd(text: str, name: Name) -> bool:
    is_short = len(name.family) == _SHORT_GIVEN and name.given.isalpha()
    is_long = name.family.isupper() and len(name.family) == _MOST_INITIALS and name.given.istitle()
    return (is_short or is_long) and text.startswith(name.given, _start_of_given(name))


def _start_of_given(name: Name) -> int:
    """Return where a given name that stands directly before the family name begins."""
    return max(name.span.start - 1 - len(name.given), 0)


def _invert(name: Name) -> Name:
    start = _start_of_given(name)
    return Name(name.given, name.family, span=Span(start, start + len(name.given)))


def _read(walk: Walk) -> None:
    if not read_group(walk):
        while read_name(walk):
            if not _skip_separator(walk):
                return


def _first_inverted(walk: Walk) -> int:
    """Return the token where a list of inverted names begins after a title, else 0."""
    kinds = [token.kind for token in walk.tokens[: _TITLE + 3]]
    sought = ["capital", ",", "initials", ","]
    return next((at for at in range(1, min(len(kinds), _TITLE)) if kinds[at : at + 4] == sought), 0)


def _skip_separator(walk: Walk) -> bool:
    """Step over what stands between two names; tell whether another may follow."""
    start = walk.at
    seen = ""
    while walk.kind() in _BETWEEN and walk.at - start < 5:
        kind = walk.kind()
        if kind == "." and walk.kind(1) not in {",", ";", "conjunction", "etal"}:
            break
        if kind in "()" and walk.kind(1) != "editors":
            break
        seen += kind[0]
        walk.at += 1
    if walk.kind() == "etal":
        return _skip_et_al(walk)
    if set(seen) <= {"e"}:
        return False
    if not _is_name_start(walk):
        walk.at = start + (1 if walk.kind(start - walk.at) in {",", "."} else 0)
        return False
    return True


def _skip_et_al(walk: Walk) -> bool:
    """Step over `et al.`; tell whether a name may follow: the last one after an ellipsis, or an inverted one."""
    walk.found.et_al = True
    walk.at += 1
    if walk.tokens[walk.at - 1].text[0] in "….":
        return True
    if walk.kind() == "," and walk.kind(1) in {"capital", "particle"} and is_inverted(walk, 1):
        walk.at += 1
        return True
    return False


def _is_name_start(walk: Walk) -> bool:
    if walk.kind() in {"capital", "particle", "initials"}:
        return not is_month(walk.tokens[walk.at].text) or walk.kind(1) in {"initials", "capital", ","}
    return False
