"""What Harper says of a text, as rows: `[start, end, id, kind, message, replacements]`, in code points."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any

from harper import Dialect, Lint, Linter, SuggestionKind

from lint_article.grammar.harper.cases import faults
from lint_article.grammar.harper.pack import TAG, TAGS, own_pack, profile

_DIALECTS = {
    "US": Dialect.AMERICAN,
    "GB": Dialect.BRITISH,
    "AU": Dialect.AUSTRALIAN,
    "CA": Dialect.CANADIAN,
    "IN": Dialect.INDIAN,
}
Row = list[Any]
_CAPITALS = re.compile(r"[A-Z]{2}")
_compiled = lru_cache(re.compile)


def new_linter(dialect: str) -> Linter:
    """Return Harper for a dialect, with our profile and our pack."""
    linter = Linter(_DIALECTS[dialect])
    off = profile()["off"]
    linter.load_weirpack(own_pack())
    config = linter.get_lint_config()
    linter.set_lint_config(config | {name: False for name in config if any(fnmatchcase(name, o) for o in off)})
    return linter


def check_rows(linter: Linter, text: str) -> list[Row]:
    """Return the matches in a text, in order."""
    found = linter.organized_lints(text, language="plaintext", dedup=False)
    said = [(name, lint) for name, lints in found.items() if not name.startswith(TAG) for lint in lints]
    rows = [_row(name, lint) for name, lint in said if _is_reported(text, name, lint)]
    tags = {(lint.span.start, lint.span.end): tag for tag in TAGS for lint in found.get(TAG + tag, ())}
    rows += [list(match) for match in faults(text, tags)]
    return sorted(rows, key=lambda row: (row[0], -row[1], row[2]))


def _is_reported(text: str, name: str, lint: Lint) -> bool:
    """Tell whether a match is one that the profile lets through; words in capitals are names and abbreviations."""
    only = profile()["only"].get(name)
    if only and not _compiled(only).match(text, lint.span.start):
        return False
    return not _CAPITALS.search(lint.problem_text)


def _row(name: str, lint: Lint) -> Row:
    swap = profile()["swaps"].get(lint.problem_text.lower())
    fixes = [swap] if swap else [_replacement(lint, s.kind, s.replacement_text) for s in lint.suggestions]
    return [lint.span.start, lint.span.end, name, lint.lint_kind, lint.message, fixes]


def _replacement(lint: Lint, kind: SuggestionKind, text: str) -> str:
    if kind == SuggestionKind.INSERT_AFTER:
        return lint.problem_text + text
    return "" if kind == SuggestionKind.REMOVE else text
