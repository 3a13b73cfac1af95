"""The words of the benchmarks' command lines."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.grammar.settings import engine_choices


def is_engine(word: str) -> bool:
    """Tell whether a word names an engine, or two joined by `+`."""
    return all(name in engine_choices() for name in word.split("+"))


def engine_in(words: Sequence[str]) -> str:
    """Return the engine that the words name, or the default one."""
    return next(filter(is_engine, words), "harper")
