"""What LanguageTool answers, turned into matches in code points, passage by passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, TypeVar

from lint_article.grammar.engine import EngineError, Matches
from lint_article.grammar.languagetool.client import NonsenseError
from lint_article.grammar.passage import Match

T = TypeVar("T")

BETWEEN = "\n\n"


def join_passages(texts: Sequence[str]) -> str:
    """Return the passages as one text; a blank line ends a paragraph for LanguageTool."""
    return BETWEEN.join(texts)


def apart(answer: Mapping[str, Any], texts: Sequence[str]) -> list[Matches]:
    """Return the matches of each passage; one that reaches over a passage's end is dropped.

    LanguageTool counts UTF-16 units; matches count code points. Raises EngineError if the answer is not whole, or not
    of the shape that LanguageTool's answers have.
    """
    try:
        if answer.get("warnings", {}).get("incompleteResults"):
            raise EngineError("LanguageTool gave an incomplete answer")
        return _apart(_as(list, answer["matches"]), texts)
    except (LookupError, TypeError, AttributeError):
        raise NonsenseError("LanguageTool gave an answer that cannot be read") from None


def _apart(raws: Sequence[Mapping[str, Any]], texts: Sequence[str]) -> list[Matches]:
    text = join_passages(texts)
    starts = [0, *accumulate(len(part) + len(BETWEEN) for part in texts)][:-1]
    units = None if text.isascii() else _units(text)
    found: list[list[Match]] = [[] for _ in texts]
    for raw in raws:
        offset, length = _as(int, raw["offset"]), _as(int, raw["length"])
        start, end = (_offset(units, at) for at in (offset, offset + length))
        index = max(bisect_right(starts, start) - 1, 0)
        if starts[index] <= start < end <= starts[index] + len(texts[index]):
            found[index].append(_match(raw, start - starts[index], end - starts[index]))
    return [tuple(matches) for matches in found]


def _as(kind: type[T], value: object) -> T:
    """Return the value; raise TypeError if it is of another kind."""
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError
    return value


def _units(text: str) -> list[int]:
    """Return where each code point begins in UTF-16 units, and where the text ends."""
    return [0, *accumulate(2 if ord(char) > 0xFFFF else 1 for char in text)]


def _offset(units: Sequence[int] | None, at: int) -> int:
    return at if units is None else max(bisect_right(units, at) - 1, 0)


def _match(raw: Mapping[str, Any], start: int, end: int) -> Match:
    rule = raw["rule"]
    replacements = tuple(_as(str, one["value"]) for one in _as(list, raw.get("replacements", []))[:5])
    name, kind, message = rule["id"], rule["category"]["id"], raw["message"]
    return Match(start, end, _as(str, name), _as(str, kind), _as(str, message), replacements)
