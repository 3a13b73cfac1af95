"""The project that a manuscript belongs to; nothing outside of it is read for it or written."""

from __future__ import annotations

from pathlib import Path

from lint_article.readers.disk import is_there, resolve

_ROOT_SIGNS = ((".git", ".hg", ".jj"), ("lint-article.toml", "pyproject.toml", "_quarto.yml"))


def project_root(folder: Path) -> Path:
    """Return the nearest folder, this one or above, that is under version control, or has settings; else this one."""
    folder = resolve(folder)
    folders = (folder, *folder.parents)
    return next((f for signs in _ROOT_SIGNS for f in folders if any(is_there(f / sign) for sign in signs)), folder)
