"""The names in an author field, read as the whole of it is read best: the order of names is decided once for all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Name
from lint_article.parsing.names.author_list import AuthorList
from lint_article.parsing.names.field_signs import FieldSigns, mark_capitals, may_have_capitals, read_signs
from lint_article.parsing.names.name_order import Order
from lint_article.parsing.names.name_shapes import PrintedName, find_shapes
from lint_article.parsing.names.small_capitals import read_small_capitals
from lint_article.parsing.names.tokens import one_line
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import STATUS, TermPattern

_REACH = 6_000  # code points: no printed author list is longer, and a bound keeps the cost linear
_ACRONYM = Pattern(r"(?P<stop>\.?)\s?\((?P<acronym>\p{Lu}[\p{L}&/.-]{1,11}(?:\s\p{Lu}{2,5})?)\)")
_STATUS = TermPattern(rf"\s?\((?:{STATUS})", regex.IGNORECASE)
# A group: of several words, one of which says so, or a small word in their midst. What is taken is never given back,
# for nothing behind it could take it.
_WORDS = "[CUGJKTQVplh]"
_GROUP = Pattern(rf"l*+(?=[^G,;.]*G|[CUKG][^l,;.]*l+[CUKGpQ])[CUVJKGQpi](?:{_WORDS}|&(?=[^G]*G))*")
_LAST_GROUP = Pattern(rf"(?>l*+[CUVKGQ]{_WORDS}*[Gl]|l*+G)(?:{_WORDS}|&)*+(?=[.,]*$)")
_FEW = 2  # words
_BODIES, _PERSONS = frozenset({"group", "single"}), frozenset({"comma", "called", "bare"})
_LARGE = frozenset("JKU")
_NAMED, _SHORT, _UNNAMED = 2.1, 1.2, -1.0  # what speaks for a group with such a word, of two words, without it

# What the marks between names, and what is left out, add to the sum.
_BETWEEN = {",": 0.0, ";": 0.5, "&": 0.5, ".": -1.0, "E": 0.0, "e": 0.0, "y": -1.0}
_LEFT_OUT = {"l": -2.0, "p": -1.5, "s": -1.0, "h": -1.0}
_WORD_LEFT_OUT, _CUT = -6.0, -1.5
_FAR = 6.0  # no change of form costs more
_UNPARTED, _AFTER_STOP = -2.3, -1.0
_GROUP_UNPARTED = -2.0  # more: of `Wells, Tide National Office`, `Tide` begins the group's name
_STOPS = frozenset("IiJH.")
# What one form behind another adds.
_SAME = {"single": 1.0}
_CHANGES = {
    ("comma", "called"): -0.7,
    ("called", "comma"): 0.0,
    ("comma", "direct"): -2.5,
    ("direct", "comma"): -4.0,
    ("comma", "single"): -3.0,
    ("direct", "single"): -0.5,
    ("bare", "single"): -0.5,
}
_CHANGE, _ONLY_FIRST_INVERTED = -2.0, -0.7
_IN_ORDER, _OUT_OF_ORDER = 1.0, -1.5
_FORMS_OF_ORDER = {"given": {"direct"}, "family": {"comma", "called", "bare", "swapped"}}
_INVERTED = frozenset({"comma", "called"})
_ORDERED = frozenset[str]().union(*_FORMS_OF_ORDER.values())


def read_field(text: str, start: int, end: int, order: Order = "") -> AuthorList:
    """Read the names that fill the field at `start`..`end` (code points); `order` is that of the other entries."""
    field = read_signs(text, start, min(end, start + _REACH))
    read = _read(field.signs, order)
    if may_have_capitals(field.signs):
        read = max(read, _read(mark_capitals(field.signs), order), key=lambda path: path.score)
    if not read.names:
        return read_small_capitals(text, start, end)
    names = [name for at, shape in _join_divisions(read, field.signs) for name in _names(text, field, at, shape)]
    return AuthorList(tuple(names), "E" in field.signs, _find_end(text, field, read.stop))


def _find_end(text: str, field: FieldSigns, stop: int) -> int:
    """Return where the names end: before a status in brackets, as in `Marlin, K. (in prep.).`"""
    last, before = field.tokens[stop - 1], field.tokens[max(stop - 2, 0)]
    return before.end if last.kind == "." and _STATUS.match(text, before.end, last.start) else last.end


@dataclass(frozen=True, slots=True)
class _Path:
    """The names read up to some token, each with its first token; `stop`: the token behind the last one that counts."""

    score: float = 0.0
    names: tuple[tuple[int, PrintedName], ...] = ()
    is_parted: bool = True
    stop: int = 0

    @property
    def key(self) -> tuple[str, int, bool]:
        """Return all that what follows depends on."""
        return self.form, min(len(self.names), 2), self.is_parted

    @property
    def form(self) -> str:
        """Return the form of the last name."""
        return self.names[-1][1].form if self.names else ""


@lru_cache(4096)
def _read(signs: str, order: Order) -> _Path:
    """Return the best way to read the signs of a field."""
    best: list[dict[tuple[str, int, bool], _Path]] = [{} for _ in range(len(signs) + 1)]
    best[0]["", 0, True] = _Path()
    ends = []
    for at, sign in enumerate(signs):
        for path in _keep_near(best[at].values()):
            for size, following in _follow(path, signs, at, sign, order):
                known = best[at + size].get(following.key)
                if known is None or known.score < following.score:
                    best[at + size][following.key] = following
            if path.names and not path.is_parted and _may_end(signs, at):
                ends.append(replace(path, score=path.score + _CUT))
    return max([*ends, *best[-1].values()], key=lambda path: path.score, default=_Path())


def _keep_near(paths: Collection[_Path]) -> list[_Path]:
    """Return the paths that may still become the best one."""
    limit = max((path.score for path in paths), default=0.0) - _FAR
    return [path for path in paths if path.score >= limit]


def _join_divisions(read: _Path, signs: str) -> tuple[tuple[int, PrintedName], ...]:
    """Return the names; `Ministry of Food, Water and Mines` and `Brasil. Ministério da Saúde` are one.

    Of `World Reef Consortium, Marlin, K., Osgood, P.` the persons are the authors, by whom the work is cited.
    """
    (at, body), *others = read.names
    if not others or body.form not in _BODIES or signs[others[0][0] - 1] not in ",.":
        return read.names
    if body.form == "group" and not any(shape.form in _PERSONS for _, shape in others):
        return ((at, _join(at, body, *others[-1])),)
    if body.form == "single" and all(shape.form == "group" for _, shape in others):
        return ((at, body if signs[at] in _LARGE else _join(at, body, *others[-1])),)
    return tuple(others) if body.form == "group" and others[0][1].form in _PERSONS else read.names


def _join(at: int, body: PrintedName, last: int, shape: PrintedName) -> PrintedName:
    size = last + shape.size - at
    return PrintedName("group", body.score, size, (0, size))


def _may_end(signs: str, at: int) -> bool:
    """Tell whether a stop closes the names before a token, and a word follows: the beginning of a title."""
    if signs[at] == ".":
        return signs[at + 1 : at + 2].isalpha()
    return signs[at - 1] in _STOPS and signs[at].isalpha()


def _follow(path: _Path, signs: str, at: int, sign: str, order: Order) -> Iterator[tuple[int, _Path]]:
    """Yield how a path can go on at a token, with the number of tokens that it takes."""
    if sign in _BETWEEN:
        yield 1, _Path(path.score + _BETWEEN[sign], path.names, True, at + 1)
    else:
        yield 1, _Path(path.score + _LEFT_OUT.get(sign, _WORD_LEFT_OUT), path.names, True, path.stop)
    begun = path.score
    if not path.is_parted:
        begun += _AFTER_STOP if signs[at - 1] in _STOPS else _UNPARTED
    for shape in _shapes(signs, at):
        score = begun + shape.score + _step(path, shape.form, order)
        if shape.form == "group" and not path.is_parted:
            score += _GROUP_UNPARTED
        yield shape.size, _Path(score, (*path.names, (at, shape)), False, at + shape.size)


def _shapes(signs: str, at: int) -> tuple[PrintedName, ...]:
    shapes = find_shapes(signs, at)
    group = _LAST_GROUP.match(signs, at) or _GROUP.match(signs, at)
    if group is None:
        return shapes
    size = group.end() - at
    return *shapes, PrintedName("group", _weigh_group(group.group()), size, (0, size))


def _weigh_group(signs: str) -> float:
    if "G" not in signs:
        return _UNNAMED
    return _NAMED if len(signs) > _FEW else _SHORT if len(signs) == _FEW else _UNNAMED


def _step(path: _Path, form: str, order: Order) -> float:
    """Return what speaks for this form behind the one before it, and in the order of the list's other entries."""
    known = _weigh_order(form, order, is_first=not path.names)
    if path.form == form:
        return known + _SAME.get(form, 0.0)
    if not path.form or form == "group":
        return known
    if path.form in _INVERTED and form == "direct" and len(path.names) == 1:
        return known + _ONLY_FIRST_INVERTED
    return known + _CHANGES.get((path.form, form), _CHANGE)


def _weigh_order(form: str, order: Order, *, is_first: bool) -> float:
    """Return what the other entries' order adds: most of all to the first name, for some lists invert that one only."""
    forms = _FORMS_OF_ORDER.get(order)
    if forms is None or form not in _ORDERED:
        return 0.0
    return _IN_ORDER if form in forms else _OUT_OF_ORDER if is_first else 0.0


def _names(text: str, field: FieldSigns, at: int, shape: PrintedName) -> Iterator[Name]:
    tokens = field.tokens
    if shape.family == shape.given:
        token = tokens[at]
        yield Name(token.text[-3:-1], token.text[:-3].rstrip(), span=Span(token.end - 3, token.end - 1))
        return
    first, stop = shape.family
    span = Span(tokens[at + first].start, tokens[at + stop - 1].end)
    first, stop = shape.given
    given = text[tokens[at + first].start : tokens[at + stop - 1].end] if stop else ""
    is_group = shape.form == "group"
    short = _ACRONYM.match(text, span.end) if is_group else None
    if short:
        span = Span(span.start, short.end("stop"))  # `Tidal Services, Inc. (TSI)`
    yield Name(one_line(span.of(text)), " ".join(given.split()), is_group, span, short["acronym"] if short else "")
