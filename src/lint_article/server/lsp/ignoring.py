"""An ignored finding written to the settings that the command reads."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from lint_article.config.load import FILES, find_settings, forget_settings
from lint_article.engine.files import write_whole
from lint_article.errors import UserError


def ignore(path: Path, root: Path | None, rule: str, quote: str) -> Path:
    """Add an entry to the settings of a file, which are made in the root of the workspace if there are none.

    Returns the settings' path. Raises UserError if they have a list that a table cannot be added to.
    """
    folder = path.parent.resolve()
    settings = find_settings(folder) or (root or folder) / FILES[0]
    before = settings.read_text(encoding="utf-8") if settings.exists() else ""
    table = "tool.lint-article.ignore" if settings.name == "pyproject.toml" else "ignore"
    entry = f"rule = {json.dumps(rule)}\n" + (f"quote = {json.dumps(quote, ensure_ascii=False)}\n" if quote else "")
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    after = f"{before}{gap}[[{table}]]\n{entry}"
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        raise UserError(f"`ignore` in {settings.name} is a list in one line.", f"Add `{rule}` to it.") from None
    write_whole(str(settings), after.encode())
    forget_settings()
    return settings
