r"""The main file that a chapter of a LaTeX manuscript belongs to: the one that includes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lint_article.readers.project import project_root

_ENDINGS = (".tex", ".ltx")
_MOST_FILES, _MOST_BYTES = 100, 2_000_000
_DEEPEST = 3
_IS_MAIN = re.compile(rb"^[^%\n]*?\\(?:documentclass|documentstyle|begin\{document\})", re.MULTILINE)
_PICKS = re.compile(rb"^[^%\n]*?\\includeonly", re.MULTILINE)
# \input{chapters/one}, \include*{…}, \import{chapters/}{one}, \includepaper{chapters/one}, \input chapters/one
_NAMED = re.compile(
    rb"\\(?:[A-Za-z]*(?:input|include|import|subfile|paper|chapter|file)[A-Za-z]*)\*?\s*"
    rb"(?:\[[^\]\n]{0,100}\]\s*)?(?:\{(?P<first>[^{}\n]{0,200})\}(?:\{(?P<second>[^{}\n]{0,200})\})?|(?P<bare>[\w./-]{1,200}))"
)
_COMMENT = re.compile(rb"(?<!\\)%[^\n]*")


def main_file_of(chapter: Path) -> Path | None:
    r"""Return the file with a `\documentclass` that includes a LaTeX file without one; None for all other files.

    It is looked for in the folder of the chapter and those above it, as far as the project reaches. A main file with
    `\includeonly` may leave the chapter out, and is none.
    """
    if chapter.suffix.lower() not in _ENDINGS or _IS_MAIN.search(_bytes(chapter)):
        return None
    wanted = chapter.resolve()
    for folder in _folders(wanted):
        for candidate in _tex_files(folder):
            data = _bytes(candidate)
            if _IS_MAIN.search(data) and not _PICKS.search(data) and _includes(candidate, wanted, data):
                return candidate if chapter.is_absolute() else _beside(candidate, chapter)
    return None


def _folders(chapter: Path) -> Iterator[Path]:
    root = project_root(chapter.parent)
    yield from (folder for folder in chapter.parents if folder.is_relative_to(root))


def _beside(found: Path, chapter: Path) -> Path:
    """Return the path of a file as the user would write it who has written that of the chapter."""
    import os

    return Path(os.path.relpath(found))


def _tex_files(folder: Path) -> list[Path]:
    try:
        return sorted(islice((path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS), _MOST_FILES))
    except OSError:
        return []


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size < _MOST_BYTES else b""
    except OSError:
        return b""


def _includes(main: Path, wanted: Path, data: bytes) -> bool:
    """Tell whether a main file names the wanted one, or another that names it; names count from either folder."""
    waiting, seen = [(main, data, 0)], {main}
    while waiting:
        path, data, depth = waiting.pop()
        for named in _named(data):
            for folder in {main.parent, path.parent}:
                for found in (folder / named, folder / f"{named}.tex"):
                    if found.resolve() == wanted:
                        return True
                    if depth < _DEEPEST and found.suffix == ".tex" and found not in seen and found.is_file():
                        seen.add(found)
                        waiting.append((found, _bytes(found), depth + 1))
    return False


def _named(data: bytes) -> Iterator[str]:
    for match in _NAMED.finditer(_COMMENT.sub(b"", data)):
        first, second = ((match[name] or b"").decode("utf-8", "replace").strip() for name in ("first", "second"))
        if match["bare"]:
            yield match["bare"].decode()
        elif first and "\\" not in first and "\0" not in first:
            yield first
            if second and "\\" not in second and "\0" not in second:
                yield f"{first.rstrip('/')}/{second}"
