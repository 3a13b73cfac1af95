"""Where lies what is kept between runs, and the state of a kept server."""

from __future__ import annotations

from pathlib import Path

from lint_article.folders import user_cache_folder


def cache_folder(folder: str = "") -> Path:
    """Return the folder of what is kept between runs; `folder` replaces the user's cache directory."""
    return Path(folder).expanduser() if folder else Path(user_cache_folder())


def cache_file(folder: str = "") -> Path:
    """Return the file of kept remarks; `folder` replaces the user's cache directory."""
    return cache_folder(folder) / "remarks.sqlite"


def report_folder(folder: str = "") -> Path:
    """Return the folder of kept reports; `folder` replaces the user's cache directory."""
    return cache_folder(folder) / "reports"


def state_folder() -> Path:
    """Return the folder that says which LanguageTool server is kept running."""
    from platformdirs import user_state_path  # late: few runs have such a server

    return user_state_path("lint-article", appauthor=False) / "languagetool"
