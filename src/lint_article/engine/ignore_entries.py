"""Entries of `ignore` added to a file of settings."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from lint_article.config import Ignore
from lint_article.config.lines import show_location
from lint_article.engine.files import write_whole
from lint_article.errors import UserError


def append_ignores(file: Path, ignores: Sequence[Ignore]) -> None:
    """Add entries to a file of settings, which is made if there is none; what it holds stays as it is.

    Raises UserError if it cannot be read, or holds `ignore` in a form that nothing can be added to.
    """
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{show_location(file)} cannot be read: {error}.") from None
    table = "tool.lint-article.ignore" if file.name == "pyproject.toml" else "ignore"
    added = ("\n".join([f"[[{table}]]", *_lines(entry)]) for entry in ignores)
    after = "\n\n".join([*filter(None, [before.rstrip()]), *added]) + "\n"
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        hint = 'Write each of its entries as a table: [[ignore]], and below it rule = "…".'
        where = show_location(file)
        raise UserError(f"`ignore` in {where} is a list in brackets, which nothing can be added to.", hint) from None
    write_whole(str(file), after.encode())


def _lines(entry: Ignore) -> Iterator[str]:
    said = {"rule": entry.rule, "quote": entry.quote, "path": entry.path, "reason": entry.reason}
    return (f"{key} = {_toml(value)}" for key, value in said.items() if value)


def _toml(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
