"""Our own categories for what engines say; the table beside this file holds them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from lint_article.grammar.passage import Match

OTHER = "other"


def category(engine: str, match: Match) -> str:
    """Return our category of an engine's match: by its id, else by the engine's own category, else "other"."""
    ids, groups = _table(engine)
    return ids.get(match.id) or groups.get(match.category) or OTHER


@cache
def _table(engine: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    table = tomllib.loads(files(__package__).joinpath("categories.toml").read_text("utf-8")).get(engine, {})
    return _inverted(table.get("ids", {})), _inverted(table.get("categories", {}))


def _inverted(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {name: ours for ours, names in table.items() for name in names}
