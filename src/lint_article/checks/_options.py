"""Options of rules, as the types that checks need: a sheet states their defaults, the user's settings other values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast


def number_of(options: Mapping[str, object], key: str) -> int:
    """Return a whole number."""
    return cast("int", options[key])


def share_of(options: Mapping[str, object], key: str) -> float:
    """Return a number between 0 and 1."""
    return float(cast("float", options[key]))


def words_of(options: Mapping[str, object], key: str) -> frozenset[str]:
    """Return the words that an option lists, in small letters; none if it does not."""
    return frozenset(word.lower() for word in cast("Collection[str]", options.get(key, ())))
