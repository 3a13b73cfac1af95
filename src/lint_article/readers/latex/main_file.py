r"""The main file that a chapter of a LaTeX manuscript belongs to: the one that includes it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from lint_article.readers.project import project_root

_ENDINGS = (".tex", ".ltx")
_MOST_FILES, _MOST_BYTES = 100, 2_000_000
_DEEPEST = 3
_IS_MAIN = re.compile(rb"^[^%\n]*?\\(?:documentclass|documentstyle|begin\{document\})", re.MULTILINE)
# \input{chapters/one}, \include*{…}, \import{chapters/}{one}, \includepaper{chapters/one}, \input chapters/one
_NAMED = re.compile(
    rb"\\(?:[A-Za-z]*(?:input|include|import|subfile|paper|chapter|file)[A-Za-z]*)\*?\s*"
    rb"(?:\[[^\]\n]{0,100}\]\s*)?(?:\{(?P<first>[^{}\n]{0,200})\}(?:\{(?P<second>[^{}\n]{0,200})\})?|(?P<bare>[\w./-]{1,200}))"
)
_COMMENT = re.compile(rb"(?<!\\)%[^\n]*")


def main_file_of(chapter: Path) -> Path | None:
    r"""Return the file with a `\documentclass` that includes a LaTeX file without one; None for all other files.

    It is looked for in the folder of the chapter and those above it, as far as the project reaches.
    """
    if chapter.suffix.lower() not in _ENDINGS or _IS_MAIN.search(_bytes(chapter)):
        return None
    wanted = chapter.resolve()
    for main in (main for folder in _folders(wanted) for main in _mains_in(folder)):
        if wanted in _parts_of(main):
            return main if chapter.is_absolute() else Path(os.path.relpath(main))
    return None


def _folders(chapter: Path) -> Iterator[Path]:
    root = project_root(chapter.parent)
    yield from (folder for folder in chapter.parents if folder.is_relative_to(root))


@cache
def _mains_in(folder: Path) -> list[Path]:
    """Return the main files that a folder has."""
    try:
        files = sorted(islice((path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS), _MOST_FILES))
    except OSError:
        return []
    return [path for path in files if _IS_MAIN.search(_bytes(path))]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size < _MOST_BYTES else b""
    except OSError:
        return b""


@cache
def _parts_of(main: Path) -> frozenset[Path]:
    """Return the files that a main file names, and those that they name; names count from either folder."""
    waiting, parts = [(main, 0)], set()
    while waiting:
        path, depth = waiting.pop()
        for named in _names_in(_bytes(path)):
            for folder in {main.parent, path.parent}:
                for found in ((folder / named).resolve(), (folder / f"{named}.tex").resolve()):
                    if found not in parts and found.suffix.lower() in _ENDINGS and found.is_file():
                        parts.add(found)
                        waiting += [(found, depth + 1)] if depth < _DEEPEST else []
    return frozenset(parts)


def _names_in(data: bytes) -> Iterator[str]:
    for match in _NAMED.finditer(_COMMENT.sub(b"", data)):
        first, second = ((match[name] or b"").decode("utf-8", "replace").strip() for name in ("first", "second"))
        if match["bare"]:
            yield match["bare"].decode()
        elif first and "\\" not in first and "\0" not in first:
            yield first
            if second and "\\" not in second and "\0" not in second:
                yield f"{first.rstrip('/')}/{second}"
