"""Patterns that are compiled when they are first used: many a text has no use for many a pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from lint_article.compiled import compile_regex

if TYPE_CHECKING:
    import regex

    Match = regex.Match[str]
else:
    Match = object  # the library itself is loaded for patterns that are not kept


@lru_cache(maxsize=2)
def small_letters(text: str) -> str:
    """Return the text in small letters, as long as it was: a search in it is quicker than one that ignores case."""
    return text.replace("İ", "i").lower()


@lru_cache(maxsize=4)
def characters(text: str) -> frozenset[str]:
    """Return the characters of a text: whether it has a rare one is known without a search."""
    return frozenset(text)


class Pattern:
    """A pattern of the library `regex`, with that library's methods; offsets are code points of the text given."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compile_pattern(self) -> regex.Pattern[str]:
        return compile_regex(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """Return the first match."""
        return self._compile_pattern.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """Return the match at the start."""
        return self._compile_pattern.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """Return the match of the whole stretch."""
        return self._compile_pattern.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Return the matches in order, none over another."""
        return self._compile_pattern.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        """Return the text of each match, or of its one group."""
        found: list[str] = self._compile_pattern.findall(text)
        return found

    def sub(self, new: str | Callable[[Match], str], text: str) -> str:
        """Return the text with each match replaced."""
        return self._compile_pattern.sub(new, text)
