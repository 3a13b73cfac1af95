"""`check --show-files` and `check --show-settings`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from lint_article.commands.output import info
from lint_article.engine.plan import CheckRequest, plan
from lint_article.errors import CLEAN
from lint_article.reporters.terminal import visible


def print_files(asked: CheckRequest) -> int:
    """Print the files that would be checked, one a line; return the exit status."""
    planned = plan(asked)
    for note in planned.notes:
        info(f"note: {note}")
    sys.stdout.writelines(f"{visible(job.shown_as)}\n" for job in planned.jobs)
    return CLEAN


def print_settings(asked: CheckRequest) -> int:
    """Print the settings that the first path is checked with, as TOML; return the exit status."""
    settings = plan(asked).settings
    sys.stdout.write(f"# from {visible(settings.origin or 'defaults and the command line')}\n")
    sys.stdout.writelines(f"{visible(line)}\n" for line in toml(settings))
    return CLEAN


def toml(settings: Any, table: str = "") -> Iterator[str]:
    """Yield a dataclass of settings as the lines of a TOML file, tables last."""
    values = {f.name.replace("_", "-"): getattr(settings, f.name) for f in fields(settings) if _is_settable(f)}
    nested = {key: value for key, value in values.items() if is_dataclass(value)}
    for key, value in values.items():
        if key not in nested:
            yield f"{'# ' if value is None else ''}{key} = {_value(value)}"
    for key, value in nested.items():
        name = f"{table}.{key}" if table else key
        yield from ("", f"[{name}]", *toml(value, name))


def _is_settable(field: Any) -> bool:
    return bool(field.metadata.get("set_by_user", True))


def _value(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        stated = {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name)}
        return _value(stated)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value if isinstance(value, bool | int | float) else str(value or ""), ensure_ascii=False)
