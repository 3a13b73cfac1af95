"""What Harper says of a text, as rows: `[start, end, id, kind, message, replacements]`, in code points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from harper import Dialect, Lint, Linter, SuggestionKind

from lint_article.grammar.harper.cases import faults
from lint_article.grammar.harper.pack import TAG, TAGS, own_pack, profile, sources
from lint_article.grammar.harper.phrases import phrase_faults

_DIALECTS = {
    "US": Dialect.AMERICAN,
    "GB": Dialect.BRITISH,
    "AU": Dialect.AUSTRALIAN,
    "CA": Dialect.CANADIAN,
    "IN": Dialect.INDIAN,
}
Row = list[Any]
_CAPITALS = re.compile(r"[A-Z]{2}")
_NEXT = re.compile(r"\W*([\w’'-]+)")
_BEFORE = re.compile(r"([\w’'-]+)\s*$")
_SHORT, _FAR = 5, 40
_JOINTS = tuple("-‐‑–/")
_compiled = lru_cache(re.compile)


def new_linter(dialect: str) -> Linter:
    """Return Harper for a dialect, with our profile and our pack."""
    linter = Linter(_DIALECTS[dialect])
    linter.load_weirpack(own_pack())
    wanted = {*profile()["allow"], *sources(), *(TAG + tag for tag in TAGS)}
    linter.set_lint_config({name: name in wanted for name in linter.get_lint_config()})
    return linter


def check_rows(linter: Linter, text: str) -> list[Row]:
    """Return the matches in a text, in order."""
    found = linter.organized_lints(text, language="plaintext", dedup=False)
    said = [(name, lint) for name, lints in found.items() if not name.startswith(TAG) for lint in lints]
    rows = [_row(text, name, lint) for name, lint in said if not _CAPITALS.search(lint.problem_text)]
    tags = {(lint.span.start, lint.span.end): tag for tag in TAGS for lint in found.get(TAG + tag, ())}
    rows += [list(match) for match in (*faults(text, tags), *phrase_faults(text))]
    return sorted((row for row in rows if _is_reported(text, row)), key=lambda row: (row[0], -row[1], row[2]))


def _is_reported(text: str, row: Row) -> bool:
    """Tell whether a match is one that the profile lets through; a part of a word or of a compound is never one."""
    before, after = text[max(row[0] - 1, 0) : row[0]], text[row[1] : row[1] + 1]
    if before in _JOINTS or after in _JOINTS or (before.isalnum() and text[row[0]].isalnum()):
        return False
    only = profile()["only"].get(row[2])
    return not only or bool(_compiled(only).match(text, row[0]))


def _row(text: str, name: str, lint: Lint) -> Row:
    start, end = lint.span.start, lint.span.end
    swap = profile()["swaps"].get(lint.problem_text.lower())
    fixes = [swap] if swap else [_replacement(lint, s.kind, s.replacement_text) for s in lint.suggestions]
    fixes = [_in_capitals(text[start:end], fix) for fix in fixes] if name not in profile()["shown"] else []
    ours = profile()["allow"].get(name)
    message = _fill_in(ours, text, start, end, fixes) if ours else _name_words(lint.message, text, start, end)
    return [start, end, name, lint.lint_kind, message, fixes]


def _fill_in(message: str, text: str, start: int, end: int, fixes: Sequence[str]) -> str:
    """Return a message of ours with the words that it is about."""
    after = _NEXT.match(text, end)
    words = {"text": text[start:end].strip(), "next": after[1] if after else "", "fix": fixes[0] if fixes else ""}
    return message.format(**words)


def _name_words(message: str, text: str, start: int, end: int) -> str:
    """Return the message of a rule, preceded by the words flagged, and by the word before a single short one."""
    said = text[start:end].strip()
    if len(said) <= _SHORT and (before := _BEFORE.search(text, max(start - _FAR, 0), start)):
        said = f"{before[1]} {said}"
    return message if f"`{said}`" in message else f"`{said}`: {message[0].lower()}{message[1:]}"


def _in_capitals(old: str, new: str) -> str:
    """Return a replacement with a capital at its start alone: for `A`, `An`; for `The Both`, `Both`."""
    is_mixed = " " in old and new.isalpha() and new[1:] != new[1:].lower()
    return new.capitalize() if is_mixed or (len(old) == 1 and new.isupper()) else new


def _replacement(lint: Lint, kind: SuggestionKind, text: str) -> str:
    if kind == SuggestionKind.INSERT_AFTER:
        return lint.problem_text + text
    return "" if kind == SuggestionKind.REMOVE else text
