"""Patterns that are compiled when they are first used: many a text has no use for many a pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lint_article.compiled import compile_regex

if TYPE_CHECKING:
    import regex

    Match = regex.Match[str]
    _Finding = Callable[..., Match | None]
else:
    Match = object  # the library itself is loaded for patterns that are not kept


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


@lru_cache(maxsize=2)
def small_letters(text: str) -> str:
    """Return the text in small letters, as long as it was: a search in it is quicker than one that ignores case."""
    return text.replace("İ", "i").lower()


@lru_cache(maxsize=4)
def characters(text: str) -> frozenset[str]:
    """Return the characters of a text: whether it has a rare one is known without a search."""
    return frozenset(text)


class Pattern:
    """A pattern of the library `regex`, with that library's methods; offsets are code points of the text given.

    Its methods are those of the compiled pattern itself, which is made when one of them is first asked for.
    """

    if TYPE_CHECKING:
        search: _Finding
        match: _Finding
        fullmatch: _Finding
        finditer: Callable[..., Iterator[Match]]
        findall: Callable[[str], list[str]]
        split: Callable[[str], list[str]]
        sub: Callable[[str | Callable[[Match], str], str], str]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = compile_regex(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
