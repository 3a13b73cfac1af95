"""Which of LanguageTool's matches count: for English a list of rules that proved true, else all but some."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

from lint_article.grammar.engine import Matches
from lint_article.grammar.passage import Match
from lint_article.grammar.settings import LanguageToolSettings

_NEXT = re.compile(r"\W*([\w’'-]+)")
_CAPITALS = re.compile(r"[A-Z]{2}")


@cache
def profile() -> dict[str, Any]:
    """Return the table beside this file."""
    return tomllib.loads(files(__package__).joinpath("profile.toml").read_text("utf-8"))


def select(text: str, matches: Matches, language: str, settings: LanguageToolSettings) -> Matches:
    """Return the matches in a text that the profile lets through; those in English with messages of ours."""
    wanted = tuple(match for match in matches if is_wanted(text, match, language, settings))
    return tuple(_reword(text, match) for match in wanted) if language.startswith("en") else wanted


def _reword(text: str, match: Match) -> Match:
    after = _NEXT.match(text, match.end)
    words = {"text": text[match.start : match.end].strip(), "next": after[1] if after else ""}
    if not match.replacements:
        said = f"`{words['text']}`"
        return match if said in match.message else replace(match, message=f"{said}: {match.message}")
    fitting = (ours for rule, ours in profile()["messages"].items() if fnmatchcase(match.id, rule))
    return replace(match, message=next(fitting).format(**words, fix=match.replacements[0]))


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
