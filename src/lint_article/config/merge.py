"""Putting tables of settings together: the user's own, the project's, the command line's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from typing import Any

from lint_article.config.lines import Where
from lint_article.config.settings import Settings
from lint_article.config.typed import build_dataclass
from lint_article.errors import UserError

Table = Mapping[str, Any]

_ADDED_UP = ("ignore", "dictionary", "rule-folders", "vale-styles")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8})*")


def merge(own: Table, project: Table, overrides: Table) -> Settings:
    """Return the settings of three tables that are sound; later ones win, lists of ignored things and folders add up.

    The user's own settings take the place of a project's where there is none; of them only `dictionary`,
    `languagetool`, `limits` and `grammar.cache-dir` hold everywhere.
    """
    base = hold_everywhere(own, project) if project else own
    table = _deep_merge(_without(_deep_merge(base, project), overrides.get("select", ())), overrides)
    return build_dataclass(Settings, table, lambda _: "the command line")


def join(tables: Iterable[Table]) -> Table:
    """Return several tables that are sound as one; the later ones win, and lists of ignored things add up."""
    return reduce(_deep_merge, tables, {})


def is_added_up(name: str) -> bool:
    """Tell whether the values of several files for a setting are added up, and not the last one taken."""
    return name in _ADDED_UP


def _without(table: Table, selected: Collection[str]) -> Table:
    """Return the settings of the files without what they ignore of the rules that the command line selects."""
    kept = [entry for entry in table.get("ignore", []) if "quote" in entry or entry["rule"] not in selected]
    return {**table, "ignore": kept} if "ignore" in table else table


def validate_table(table: Table, where: Where) -> Table:
    """Return the table with its short forms written out; raise UserError if it is not what settings look like."""
    written = _written_out(table)
    grammar = build_dataclass(Settings, written, where).grammar
    tags = {
        "grammar.language": grammar.language,
        "grammar.languagetool.mother-tongue": grammar.languagetool.mother_tongue,
    }
    for name, tag in tags.items():
        if tag and not _LANGUAGE.fullmatch(tag):
            raise UserError(f"`{name}` must be a tag such as `en` or `pt-BR`, not `{tag}` ({where(name)}).")
    return written


def _written_out(table: Table) -> dict[str, Any]:
    written = dict(table)
    if isinstance(table.get("extend"), str):
        written["extend"] = [table["extend"]]
    if isinstance(table.get("grammar"), str):
        written["grammar"] = {"engine": table["grammar"]}
    engine = written.get("grammar", {}).get("engine") if isinstance(written.get("grammar"), Mapping) else None
    if isinstance(engine, list):
        written["grammar"] = {**written["grammar"], "engine": "+".join(map(str, engine))}
    if "languagetool" in written and isinstance(written.get("grammar", {}), Mapping):
        written["grammar"] = {**written.get("grammar", {}), "languagetool": written.pop("languagetool")}
    written |= _rules_and_ignores(table)
    if isinstance(table.get("overrides"), Mapping):
        overrides = table["overrides"].items()
        written["overrides"] = {
            pattern: {**said, **_rules_and_ignores(said)} if isinstance(said, Mapping) else said
            for pattern, said in overrides
        }
    return written


def _rules_and_ignores(table: Table) -> dict[str, Any]:
    written: dict[str, Any] = {}
    if isinstance(table.get("rules"), Mapping):
        rules = table["rules"].items()
        written["rules"] = {name: {"severity": said} if isinstance(said, str) else said for name, said in rules}
    if isinstance(table.get("ignore"), list):
        written["ignore"] = [{"rule": word} if isinstance(word, str) else word for word in table["ignore"]]
    return written


def _deep_merge(lower: Table, upper: Table) -> dict[str, Any]:
    both = {**lower, **upper}
    for key in lower.keys() & upper.keys():
        if isinstance(lower[key], Mapping) and isinstance(upper[key], Mapping):
            both[key] = _deep_merge(lower[key], upper[key])
        elif key in _ADDED_UP:
            both[key] = [*lower[key], *upper[key]]
    return both


def hold_everywhere(own: Table, project: Table) -> Table:
    """Return what of the user's own settings holds for a project that has settings.

    An address that the project names does not have the permissions that the user gave to another.
    """
    grammar = own.get("grammar", {})
    mine = grammar.get("languagetool", {})
    url = project.get("grammar", {}).get("languagetool", {}).get("url", mine.get("url"))
    if url != mine.get("url"):
        mine = {key: value for key, value in mine.items() if not key.startswith("allow-")}
    held = {"languagetool": mine, "cache-dir": grammar.get("cache-dir")}
    words = [*own.get("dictionary", ()), *grammar.get("words", ())]
    kept = {"grammar": {key: value for key, value in held.items() if value}}
    more = {"dictionary": words, "limits": own.get("limits")}
    return kept | {key: value for key, value in more.items() if value}
