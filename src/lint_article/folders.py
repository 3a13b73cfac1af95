"""Folders of this package that are registries: a file in one is an entry, named as the file; and the user's cache."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def modules_in(folder: str) -> tuple[str, ...]:
    """Return what the modules in a folder are called, which is a path below this package; none with an underscore.

    What is called `json-lines` is in `json_lines.py`.
    """
    names = (path.stem for path in (_PACKAGE / folder).iterdir() if path.suffix == ".py")
    return tuple(sorted(name.replace("_", "-") for name in names if name[0] != "_"))


@cache
def packages_in(folder: str) -> tuple[str, ...]:
    """Return the names of the folders in a folder, which is a path below this package; none with an underscore."""
    names = (path.name for path in (_PACKAGE / folder).iterdir() if not path.suffix)
    return tuple(sorted(name for name in names if name[0] != "_"))


def user_cache_folder() -> str:
    """Return the folder in which the system wants what this program keeps for the user between runs."""
    said = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:  # else by platformdirs, which takes long to load
        return f"{said if os.path.isabs(said) else os.path.expanduser('~/.cache')}/lint-article"  # noqa: PTH111, PTH117
    from platformdirs import user_cache_dir

    return user_cache_dir("lint-article", appauthor=False)
