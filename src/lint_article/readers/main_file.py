"""The main file that a part of a manuscript belongs to: the one that includes it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from pathlib import Path

from lint_article.dataclass import dataclass
from lint_article.readers.project import project_root

_MOST_FILES, _MOST_BYTES = 100, 2_000_000
_DEEPEST = 3
_MOST_KEPT = 1_000  # folders and main files


@dataclass(frozen=True, slots=True)
class Including:
    """How the files of a format include others.

    `endings`: of its files. `is_main` tells by a path whether a file is no part of another. `names_in` gives the names
    of the files that bytes include, which may lack one of the endings in `lacking`.
    """

    endings: tuple[str, ...]
    is_main: Callable[[Path], bool]
    names_in: Callable[[bytes], Iterable[str]]
    lacking: tuple[str, ...] = ()


def find_main_file(part: Path, including: Including) -> Path | None:
    """Return the main file that includes a part; None for a file that is no part.

    It is looked for in the folder of the part and those above it, as far as the project reaches.
    """
    if part.suffix.lower() not in including.endings or including.is_main(part):
        return None
    wanted = part.resolve()
    root = project_root(wanted.parent)
    folders = (folder for folder in wanted.parents if folder.is_relative_to(root))
    for main in (main for folder in folders for main in _mains_in(folder, including)):
        if wanted in _parts_of(main, including):
            return main if part.is_absolute() else Path(os.path.relpath(main))
    return None


def bytes_of(path: Path) -> bytes:
    """Return what is in a file; nothing for one that is large or cannot be read."""
    try:
        return path.read_bytes() if path.stat().st_size < _MOST_BYTES else b""
    except OSError:
        return b""


@lru_cache(_MOST_KEPT)
def _mains_in(folder: Path, including: Including) -> list[Path]:
    try:
        files = (path for path in folder.iterdir() if path.suffix.lower() in including.endings)
        return [path for path in sorted(islice(files, _MOST_FILES)) if including.is_main(path)]
    except OSError:
        return []


@lru_cache(_MOST_KEPT)
def _parts_of(main: Path, including: Including) -> frozenset[Path]:
    """Return the files that a main file includes, and those that they include; names count from either folder."""
    waiting, parts = [(main, 0)], set[Path]()
    while waiting:
        path, depth = waiting.pop()
        names = [name for name in including.names_in(bytes_of(path)) if "\0" not in name]
        named = {
            (folder / f"{name}{ending}").resolve()
            for name in names
            for folder in (main.parent, path.parent)
            for ending in ("", *including.lacking)
        }
        for found in sorted(named - parts):
            if found.suffix.lower() in including.endings and found.is_file():
                parts.add(found)
                waiting += [(found, depth + 1)] if depth < _DEEPEST else []
    return frozenset(parts)
