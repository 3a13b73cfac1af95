"""The forms in which an author field prints a name, as patterns of the signs of its tokens (`field_signs.py`).

Each has a number that says how much speaks for it where nothing else is known.
"""

from __future__ import annotations

from functools import lru_cache

from lint_article.dataclass import dataclass
from lint_article.text.pattern import Match, Pattern

_P = "[pQ]*"
_WORD = "[CUGRQTV](?:h[CUGTVl])?"
_FAMILY = rf"{_P}{_WORD}(?:{_P}{_WORD}){{0,3}}"
_LAST = rf"{_P}(?:{_WORD}){{1,2}}"  # a family name behind given names
_CAPITALS = rf"{_P}[fjk](?:{_P}[fjkh]){{0,4}}"
_S = "(?:,?[sR])?"  # a suffix behind a name
_I = "[IJKHi]"

_FORMS = [
    (name, Pattern(pattern), score)
    for name, score, pattern in (
        # `Family, I. M.`, `Family, Jr., I.`, `Family. I.`
        ("comma", 2.0, rf"(?P<family>{_FAMILY})(?:,?s)?\.?,(?:s,?)?p*(?P<given>T?{_I}+)\.?p*{_S}"),
        ("comma", 0.8, rf"(?P<family>{_FAMILY})\.p*(?P<given>[IHi]+)\.?"),
        ("comma", 1.0, r"(?P<family>[JK]),(?P<given>[IJi]+)\.?"),
        # `Family, Given M.`, `Family, I. Given`
        ("comma", 1.0, rf"(?P<family>{_FAMILY})(?:,?s)?,(?P<given>[CGQ](?:p*[CGIJTVi]){{0,4}}p*)\.?{_S}"),
        ("comma", 0.5, rf"(?P<family>{_FAMILY})(?:,?s)?,(?P<given>T(?:p*[IJi])*)\.?{_S}"),
        ("called", 1.0, rf"(?P<family>{_FAMILY})(?:,?s)?,(?P<given>[IJi]+[CGQ][CGIJTVi]{{0,2}})\.?{_S}"),
        ("comma", 1.0, r"(?P<family>[JK]),(?P<given>C[CIJi]*)\.?"),
        # `Family IM`
        ("bare", 2.0, rf"(?P<family>{_FAMILY})s?p*(?P<given>{_I}{{1,3}}s?)\.?p*"),
        ("bare", 2.0, rf"(?P<family>{_FAMILY}),s(?P<given>{_I}{{1,3}})\.?"),
        ("bare", 0.8, rf"(?P<family>{_FAMILY})(?P<given>[TV])\.?"),
        ("bare", 0.8, r"(?P<family>[JK][CU]?)(?P<given>[IJi])\.?p*"),
        # `I. M. Family`, `Given I. Family`
        ("direct", 2.0, rf"(?P<given>(?:[IJKi]\.?){{1,4}})(?P<family>{_LAST}){_S}"),
        ("direct", 0.5, r"(?P<given>(?:[IJi]\.?){1,3})(?P<family>[JK])"),
        ("direct", 2.0, rf"(?P<given>[CQ]{{1,2}}\.?(?:[IJKi]\.?)+)(?P<family>{_LAST}){_S}"),
        ("direct", 1.5, rf"(?P<given>[Ii]+[CT]{{1,2}}[Ii]*)(?P<family>{_P}{_WORD}){_S}"),
        ("direct", 1.0, r"(?P<hidden>H)"),
        # `Given Family`
        ("direct", 1.0, rf"(?P<given>[CTUG]{{1,3}}|Q[CTUG]{{1,2}})(?P<family>{_P}{_WORD}){_S}"),
        # `Family Given`
        ("swapped", 0.0, r"(?P<family>[CU])(?P<given>[CT]{1,2})"),
        # `Family`
        ("single", -1.5, rf"(?P<family>{_FAMILY}|K){_S}"),
        ("single", 0.0, "(?P<family>Z)"),
        ("swapped", 0.0, "(?P<family>Z)(?P<given>Z)"),
        # `FAMILY, Given`, `Given FAMILY`, `FAMILY Given`, `FAMILY`
        ("comma", 2.0, rf"(?P<family>{_CAPITALS})(?:,?s)?,(?P<given>[gQ](?:\.?p*[gIijk]){{0,4}}p*)\.?{_S}"),
        ("comma", 2.0, rf"(?P<family>{_CAPITALS})(?:,?s)?,(?P<given>[Iijk]{{1,4}}p*)\.?{_S}"),
        ("called", 1.0, rf"(?P<family>{_CAPITALS}),(?P<given>[Ii]+g{{1,2}})\.?{_S}"),
        (
            "direct",
            2.0,
            rf"(?P<given>[gIiQ]\.?(?:[gIijk]\.?){{0,3}})(?P<family>{_P}(?:[jk]\.)?[fjk]{{1,3}}(?:h[fj])?){_S}",
        ),
        ("bare", 1.9, rf"(?P<family>{_CAPITALS})(?P<given>[gIi]{{1,3}})p*{_S}"),
        ("single", -1.5, rf"(?P<family>{_CAPITALS}|{_P}g{{1,3}}){_S}"),
    )
]
# What a sign takes away in a part where it is rare.
_RARE = {
    ("given", "G"): 1.0,
    ("given", "K"): 1.0,
    ("family", "j"): 1.2,
    ("family", "k"): 1.2,
    ("given", "k"): 0.6,
    ("family", "g"): 1.0,
}
_ANY = Pattern("|".join(pattern.pattern for _, pattern, _ in _FORMS))
_REACH = Pattern(r"[^;&Eey,]*,?[^;&Eey,]*,?[^;&Eey,]*")  # what a name can fill: two commas, of a suffix
_LONGEST = 10  # tokens
_NOWHERE = (0, 0)


@dataclass(frozen=True, slots=True)
class PrintedName:
    """How some tokens read as one name: its form, what speaks for it, and which of its tokens are the parts.

    `size` counts the tokens. Without a family name it is at the end of the first token: `F. Hu.`
    """

    form: str
    score: float
    size: int
    family: tuple[int, int] = _NOWHERE
    given: tuple[int, int] = _NOWHERE


def find_shapes(signs: str, at: int) -> tuple[PrintedName, ...]:
    """Return the ways in which the signs from a place on read as one name."""
    reach = _REACH.match(signs, at, at + _LONGEST)
    return _find_shapes(reach.group()) if reach else ()


@lru_cache(8192)
def _find_shapes(signs: str) -> tuple[PrintedName, ...]:
    found: dict[tuple[str, int], PrintedName] = {}
    for size in range(1, len(signs) + 1):
        if _ANY.fullmatch(signs, 0, size):
            for shape in _shapes(signs, size):
                known = found.get((shape.form, size))
                if known is None or known.score < shape.score:
                    found[shape.form, size] = shape
    return tuple(found.values())


def _shapes(signs: str, size: int) -> list[PrintedName]:
    matches = ((name, pattern.fullmatch(signs, 0, size), score) for name, pattern, score in _FORMS)
    return [_shape(name, match, score) for name, match, score in matches if match]


def _shape(name: str, match: Match, score: float) -> PrintedName:
    parts = match.groupdict()
    if "hidden" in parts:
        return PrintedName(name, score, match.end())
    rare = sum(_RARE.get((part, sign), 0.0) for part, signs in parts.items() for sign in set(signs))
    given = match.span("given") if "given" in parts else _NOWHERE
    return PrintedName(name, score - rare, match.end(), match.span("family"), given)
