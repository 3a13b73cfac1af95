"""Putting tables of settings together: the user's own, the project's, the command line's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lint_article.config.settings import Settings
from lint_article.config.typed import made

Table = Mapping[str, Any]


def merged(own: Table, project: Table, overrides: Table) -> Settings:
    """Return the settings of three tables that are sound; the later ones win, and lists of ignored things add up.

    The user's own settings stand in for a project's where there is none; of them only `languagetool` and
    `grammar.cache-dir` hold everywhere.
    """
    base = _everywhere(own, project) if project else own
    table = _over(_over(base, project), overrides)
    if selected := overrides.get("select"):
        table["ignore"] = [
            entry for entry in table.get("ignore", []) if "quote" in entry or entry["rule"] not in selected
        ]
    return made(Settings, table, "the command line")


def sound(table: Table, where: str) -> Table:
    """Return the table with its short forms written out; raise UserError if it is not what settings look like."""
    written = _written_out(table)
    made(Settings, written, where)
    return written


def _written_out(table: Table) -> dict[str, Any]:
    written = dict(table)
    if isinstance(table.get("grammar"), str):
        written["grammar"] = {"engine": table["grammar"]}
    if "languagetool" in written and isinstance(written.get("grammar", {}), Mapping):
        written["grammar"] = {**written.get("grammar", {}), "languagetool": written.pop("languagetool")}
    if isinstance(table.get("ignore"), list):
        written["ignore"] = [{"rule": word} if isinstance(word, str) else word for word in table["ignore"]]
    return written


def _over(lower: Table, upper: Table) -> dict[str, Any]:
    both = {**lower, **upper}
    for key in lower.keys() & upper.keys():
        if isinstance(lower[key], Mapping) and isinstance(upper[key], Mapping):
            both[key] = _over(lower[key], upper[key])
        elif key == "ignore":
            both[key] = [*lower[key], *upper[key]]
    return both


def _everywhere(own: Table, project: Table) -> Table:
    """Return what of the user's own settings holds for a project that has settings.

    An address that the project names does not have the permissions that the user gave to another.
    """
    grammar = own.get("grammar", {})
    mine = grammar.get("languagetool", {})
    url = project.get("grammar", {}).get("languagetool", {}).get("url", mine.get("url"))
    if url != mine.get("url"):
        mine = {key: value for key, value in mine.items() if not key.startswith("allow-")}
    held = {"languagetool": mine, "cache-dir": grammar.get("cache-dir")}
    return {"grammar": {key: value for key, value in held.items() if value}}
