"""Folders of this package that are registries: a file in one of them is an entry, and its name is the entry's name."""

from __future__ import annotations

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
