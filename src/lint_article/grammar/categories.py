"""Our own categories for what engines say; a table in each engine's folder holds them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from lint_article.grammar.passage import Match
from lint_article.grammar.registry import engine_names, entry

OTHER = "other"
STYLE = frozenset({"style", "redundancy"})  # what is no fault, and is remarked on only if it is asked for


def category(engine: str, match: Match) -> str:
    """Return our category of an engine's match: by its id, else by the engine's own category, else "other"."""
    ids, groups = _table(engine)
    fitting = (ours for pattern, ours in ids.items() if "*" in pattern and fnmatchcase(match.id, pattern))
    return ids.get(match.id) or next(fitting, "") or groups.get(match.category) or OTHER


def categories() -> frozenset[str]:
    """Return all of our categories but "other"."""
    return frozenset(ours for name in engine_names() for part in _read(name).values() for ours in part)


@cache
def _table(engine: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    table = _read(engine)
    return _invert(table.get("ids", {})), _invert(table.get("categories", {}))


@cache
def _read(engine: str) -> Mapping[str, Mapping[str, list[str]]]:
    """Return the table of an engine, by its own ids and by its own categories."""
    folder = files(f"{__package__}.{entry(engine).rules or engine}")
    return tomllib.loads(folder.joinpath("categories.toml").read_text("utf-8"))


def _invert(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {name: ours for ours, names in table.items() for name in names}
