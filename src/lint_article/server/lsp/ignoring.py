"""An ignored finding written to the settings that the command reads."""

from __future__ import annotations

from pathlib import Path

from lint_article.config import FILES, Ignore
from lint_article.config.load import find_settings, forget_settings
from lint_article.engine.ignore_entries import append_ignores


def ignore(path: Path, root: Path | None, rule: str, quote: str) -> Path:
    """Add an entry to the settings of a file, which are made in the root of the workspace if there are none.

    Returns the settings' path. Raises UserError if they have a list that a table cannot be added to.
    """
    folder = path.parent.resolve()
    settings = find_settings(folder) or (root or folder) / FILES[0]
    append_ignores(settings, [Ignore(rule, quote)])
    forget_settings()
    return settings
