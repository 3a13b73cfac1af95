"""`check --show-files` and `check --show-settings`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from lint_article.commands.output import info
from lint_article.config import Override
from lint_article.config.origins import DEFAULT, origins_for
from lint_article.engine.plan import CheckRequest, folder_of, plan
from lint_article.errors import CLEAN
from lint_article.reporters.terminal import visible

_BARE = re.compile(r"[A-Za-z\d_-]+")


def print_files(asked: CheckRequest) -> int:
    """Print the files that would be checked, one a line; return the exit status."""
    planned = plan(asked)
    for note in planned.notes:
        info(f"note: {note}")
    sys.stdout.writelines(f"{visible(job.shown_as)}\n" for job in planned.jobs)
    return CLEAN


def print_settings(asked: CheckRequest) -> int:
    """Print the settings of the first path as TOML, each with its origin; return the exit status."""
    settings = plan(asked).settings
    origins = origins_for(folder_of(asked.paths[0], asked), asked.settings, asked.config, asked.isolated)
    sys.stdout.write(f"# from {visible(settings.origin or 'defaults and the command line')}\n")
    sys.stdout.writelines(f"{visible(line)}\n" for line in toml(settings, origins))
    return CLEAN


def toml(settings: Any, origins: Mapping[str, str] | None = None, table: str = "") -> Iterator[str]:
    """Yield a dataclass of settings, or a table, as the lines of a TOML file, tables last, with origins as comments."""
    values = _values(settings)
    nested = {key: value for key, value in values.items() if _is_table(value)}
    for key, value in values.items():
        if key not in nested:
            line = f"{'# ' if value is None else ''}{_key(key)} = {_value(value)}"
            yield line if origins is None else f"{line}  # {origins.get(f'{table}{key}', DEFAULT)}"
    for key, value in nested.items():
        path = ".".join(map(_key, [*table.split(".")[:-1], key]))
        header = ("", f"[{path}]") if any(not _is_table(item) for item in _values(value).values()) else ()
        yield from (*header, *toml(value, origins, f"{table}{key}."))


def _values(settings: Any) -> Mapping[str, Any]:
    """Return what the user can set of a dataclass, or what a table or an entry of `overrides` states."""
    if isinstance(settings, Mapping):
        return settings
    values = {f.name.replace("_", "-"): getattr(settings, f.name) for f in fields(settings) if _is_settable(f)}
    return {key: value for key, value in values.items() if value} if isinstance(settings, Override) else values


def _is_table(value: object) -> bool:
    return is_dataclass(value) or (isinstance(value, Mapping) and bool(value))


def _is_settable(field: Any) -> bool:
    return bool(field.metadata.get("set_by_user", True))


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _value(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        stated = {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name)}
        return _value(stated)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value if isinstance(value, bool | int | float) else str(value or ""), ensure_ascii=False)
