"""The main file that a part of a Markdown manuscript belongs to: the one that includes it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from lint_article.readers.project import project_root

_ENDINGS = (".md", ".markdown", ".mdx", ".qmd", ".rmd")
_MOST_FILES, _MOST_BYTES, _DEEPEST = 100, 2_000_000, 3
_INCLUDE = re.compile(
    rb"\{\{<\s*include\s+[\"']?(?P<name>[^\s\"'>]{1,300})|child\s*=\s*[\"'](?P<child>[^\"'\n]{1,300})"
)


def main_file_of_part(part: Path) -> Path | None:
    """Return the file that includes a part, whose name begins with `_` as Quarto wants it; None for all other files.

    It is looked for in the folder of the part and those above it, as far as the project reaches.
    """
    if not part.name.startswith("_") or part.suffix.lower() not in _ENDINGS:
        return None
    wanted = part.resolve()
    root = project_root(wanted.parent)
    folders = (folder for folder in wanted.parents if folder.is_relative_to(root))
    for main in (main for folder in folders for main in _mains_in(folder)):
        if wanted in _parts_of(main):
            return main if part.is_absolute() else Path(os.path.relpath(main))
    return None


@cache
def _mains_in(folder: Path) -> list[Path]:
    try:
        files = sorted(islice((path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS), _MOST_FILES))
    except OSError:
        return []
    return [path for path in files if not path.name.startswith("_")]


@cache
def _parts_of(main: Path) -> frozenset[Path]:
    """Return the files that a main file includes, and those that they include; names count from either folder."""
    waiting, parts = [(main, 0)], set[Path]()
    while waiting:
        path, depth = waiting.pop()
        for name in _names_in(path):
            for found in {(folder / name).resolve() for folder in (main.parent, path.parent)} - parts:
                if found.is_file():
                    parts.add(found)
                    waiting += [(found, depth + 1)] if depth < _DEEPEST else []
    return frozenset(parts)


def _names_in(path: Path) -> Iterator[str]:
    try:
        data = path.read_bytes() if path.stat().st_size < _MOST_BYTES else b""
    except OSError:
        return
    for match in _INCLUDE.finditer(data):
        name = (match["name"] or match["child"]).decode("utf-8", "replace")
        if "\0" not in name:
            yield name
