"""What the keys of sheets must be: a mistake in one is found before any manuscript is read."""

from __future__ import annotations

from collections.abc import Mapping

_TEXT, _WORDS, _NUMBER, _FLAG = "a text", "a list of texts", "a whole number from 0", "true or false"
_MEASURE = "a number above 0"
_TABLE, _PAIRS = "a table from texts to texts", "a list of lists of two texts or more"
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "on": ("prose", "text"),
    "per": ("sentence", "paragraph", "section", "document"),
    "flag": ("part", "extra", "first"),
    "safety": ("safe", "unsafe", "shown"),
}
# Keys that are not here are a check's own.
_TYPES: Mapping[str, str] = {
    **dict.fromkeys(("code", "kind", "severity", "summary", "message", "why", "known-problems", "query"), _TEXT),
    **dict.fromkeys(("pattern", "replace", "title", "hint", "lead", "then", "elsewhere", "word"), _TEXT),
    **dict.fromkeys(("opening", "closing", "lone", "whole", "not-after", "not-small-after", "not-before"), _TEXT),
    **dict.fromkeys(("first", "second", "style", "formula", "condition", "between", "except-pattern"), _TEXT),
    **dict.fromkeys(("needs", "except", "outside", "within", "scope", "phrases", "about"), _WORDS),
    **dict.fromkeys(("word-lists", "filters", "small", "small-words", "indicators"), _WORDS),
    **dict.fromkeys(("reach", "max", "min", "shortest", "most"), _NUMBER),
    **dict.fromkeys(("ignore-case", "every", "whole-words", "same-paragraph", "strict", "capitalise", "custom"), _FLAG),
    **dict.fromkeys(("time-limit", "threshold"), _MEASURE),
    "swap": _TABLE,
    "either": _PAIRS,
}
_EITHER_OF: Mapping[str, tuple[str, ...]] = {"phrases": ("phrases", "swap"), "max": ("max", "min")}


def is_stated(key: str, raw: Mapping[str, object]) -> bool:
    """Tell whether a sheet has a key that its kind needs, or the one that may be there instead."""
    return any(other in raw for other in _EITHER_OF.get(key, (key,)))


def find_wrong_value(key: str, value: object) -> str:
    """Return what the value of a key must be, or "" if it is that."""
    if key in _CHOICES:
        return "" if value in _CHOICES[key] else f"one of {', '.join(_CHOICES[key])}"
    wanted = _TYPES.get(key, "")
    return "" if not wanted or _CHECKS[wanted](value) else wanted


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_measure(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _is_pairs(value: object) -> bool:
    return isinstance(value, list) and all(_is_words(item) and len(item) > 1 for item in value)


_CHECKS = {
    _TEXT: lambda value: isinstance(value, str),
    _WORDS: _is_words,
    _NUMBER: _is_number,
    _MEASURE: _is_measure,
    _FLAG: lambda value: isinstance(value, bool),
    _TABLE: _is_table,
    _PAIRS: _is_pairs,
}
