"""Which of LanguageTool's matches count: for English a list of rules that proved true, else all but some."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

from lint_article.grammar.passage import Match
from lint_article.grammar.settings import LanguageToolSettings

_CAPITALS = re.compile(r"[A-Z]{2}")


@cache
def profile() -> dict[str, Any]:
    """Return the table beside this file."""
    return tomllib.loads(files(__package__).joinpath("profile.toml").read_text("utf-8"))


def is_wanted(text: str, match: Match, language: str, settings: LanguageToolSettings) -> bool:
    """Tell whether a match is one that the profile lets through; words in capitals are names and abbreviations."""
    ours = profile()
    if _is_among(match.id, settings.disable) or match.category in settings.disable_categories:
        return False
    if _is_among(match.id, settings.enable):
        return True
    if _is_among(match.id, ours["rules"]) or _CAPITALS.search(text, match.start, match.end):
        return False
    if language.startswith("en") and not settings.picky and not _is_among(match.id, ours["allow"]):
        return False
    only = ours["only"].get(match.id)
    return not only or re.compile(only).match(text, match.start) is not None


def _is_among(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
