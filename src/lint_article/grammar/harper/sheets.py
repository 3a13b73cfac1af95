"""Tables of our own checks: `sheets/<folder>/<category>.toml`, whose patterns name the parts of `parts.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from lint_article.compiled import compile_re, table

_PARTS = "parts.toml"
_PART = re.compile(r"<([A-Z]+)>")
_HOME = files(__package__).joinpath("sheets")


def read_sheets(folder: str) -> Iterator[dict[str, Any]]:
    """Yield the tables of a folder; `kind` is the name of the sheet that they are in, which is our category."""
    for sheet in sheet_files(folder):
        if sheet.name != _PARTS:
            kind = sheet.name.removesuffix(".toml")
            yield from ({"kind": kind, **raw} for tables in _read(sheet).values() for raw in tables)


def sheet_files(folder: str) -> list[Traversable]:
    """Return the files of a folder in the order of their names."""
    return sorted(_HOME.joinpath(folder).iterdir(), key=lambda file: file.name)


def compile_pattern(folder: str, pattern: str) -> re.Pattern[str]:
    """Return a pattern of a folder's sheets, with the parts that it names."""
    return compile_re(_PART.sub(lambda match: _parts(folder)[match[1]], pattern))


@cache
def _parts(folder: str) -> dict[str, str]:
    parts: dict[str, str] = _read(_HOME.joinpath(folder, _PARTS))["parts"]
    return parts


def _read(file: Traversable) -> dict[str, Any]:
    found: dict[str, Any] = table(lambda: tomllib.loads(file.read_text("utf-8")), str(file))
    return found
