"""Options of sheets as kinds need them: patterns compiled, lists of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

import regex

from lint_article.compiled import compile_regex
from lint_article.vocabulary import spell_out


@cache
def compile_pattern(pattern: str, ignore_case: bool = False) -> regex.Pattern[str]:
    """Return the compiled pattern; `^` and `$` stand for the ends of a line."""
    return compile_regex(pattern, regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0))


def pattern_of(options: Mapping[str, object], key: str, text: str) -> regex.Pattern[str]:
    """Return the compiled pattern of an option, with the terms that it names spelled out for a text."""
    return compile_pattern(spell_out(str(options[key]), text), bool(options.get("ignore-case")))


def words(options: Mapping[str, object], key: str) -> Sequence[str]:
    """Return an option that lists words; a missing one is empty."""
    return cast("Sequence[str]", options.get(key, ()))
