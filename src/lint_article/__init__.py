"""lint-article: a linter for scholarly manuscripts.

`from lint_article import lint, fix, parse, Settings, Diagnostic`: see `lint_article.api`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint_article.api import (
        Diagnostic,
        Document,
        FileReport,
        GrammarSettings,
        Limits,
        Settings,
        UserError,
        fix,
        fix_text,
        lint,
        lint_text,
        parse,
    )

__version__ = "0.2.0"
__all__ = [
    "Diagnostic",
    "Document",
    "FileReport",
    "GrammarSettings",
    "Limits",
    "Settings",
    "UserError",
    "fix",
    "fix_text",
    "lint",
    "lint_text",
    "parse",
]


def __getattr__(name: str) -> object:
    """Import the interface when it is first asked for: the command starts without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from lint_article import api

    return getattr(api, name)
