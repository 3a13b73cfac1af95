"""Chapters: files that another file of the project includes, which are checked as a part of that one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from lint_article.dataclass import dataclass
from lint_article.engine.job import Job
from lint_article.engine.load import load, read
from lint_article.errors import UserError
from lint_article.readers.project import project_root

_LONGEST = 10_000_000  # bytes of a file that is looked at


@dataclass(frozen=True, slots=True)
class _Form:
    """How a format's chapters and main files are told before any is parsed."""

    endings: tuple[str, ...]
    is_chapter: Callable[[Path, bytes], bool]
    includes: re.Pattern[bytes]


_FORMS = (
    _Form(
        (".tex", ".ltx", ".rnw", ".snw"),
        lambda _, data: b"\\documentclass" not in data and b"\\documentstyle" not in data,
        re.compile(rb"\\document(?:class|style)"),
    ),
    _Form(
        (".md", ".markdown", ".qmd", ".rmd", ".mdx"),
        lambda path, _: path.name.startswith("_"),  # as Quarto wants it; else each draft of a folder had to be read
        re.compile(rb"\{\{<\s*include\s|child\s*="),
    ),
)


def merge_chapters(jobs: Mapping[str, Job], job_of: Callable[[str], Job]) -> tuple[dict[str, Job], list[str]]:
    """Return the jobs with main files in place of their chapters, and notes that say so.

    Of a main file that is not to be checked itself, only what is found in these chapters is reported.
    """
    real = {os.path.realpath(path): path for path in jobs}
    merged: dict[str, Job] = {}
    notes: list[str] = []
    for path, job in jobs.items():
        main = None if path == "-" or job.format else find_main_file(Path(path))
        if main is None:
            merged[path] = job
        elif os.path.realpath(main) not in real:
            known = merged.get(str(main)) or job_of(str(main))
            merged[str(main)] = replace(known, only=(*known.only, os.path.realpath(path)))
            notes.append(f"{path} is checked as a part of {main}.")
    return merged, notes


def find_main_file(chapter: Path) -> Path | None:
    """Return the file that includes a chapter, itself or through others; None for what is a manuscript by itself.

    It is sought in the chapter's folder and those above, up to the project's root.
    """
    form = next((form for form in _FORMS if chapter.suffix.lower() in form.endings), None)
    if form is None or not chapter.is_file() or not form.is_chapter(chapter, _data(chapter)):
        return None
    for folder in _folders(chapter):
        for main in _main_files(folder, form):
            if not main.samefile(chapter) and os.path.realpath(chapter) in _included_files(main):
                return main
    return None


def _folders(chapter: Path) -> Iterator[Path]:
    """Yield the folders up to the root, named as the chapter is."""
    root, folder = project_root(chapter.parent), chapter.parent
    while True:
        yield folder
        here = folder.resolve()
        if here == root or here == here.parent:
            return
        folder = folder.parent if folder != folder.parent and folder.name != ".." else folder / ".."


@cache
def _main_files(folder: Path, form: _Form) -> tuple[Path, ...]:
    """Return the files of a folder that may include others, and are no chapters themselves."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in form.endings)
    except OSError:
        return ()
    looked_at = ((path, _data(path)) for path in paths)
    return tuple(path for path, data in looked_at if form.includes.search(data) and not form.is_chapter(path, data))


@cache
def _included_files(main: Path) -> frozenset[str]:
    """Return the real paths of the files that a manuscript includes, in whatever depth."""
    try:
        reading = read(load(str(main), str(main)))
    except UserError:
        return frozenset()
    return frozenset(os.path.realpath(part.path) for part in reading.parts if part.path)


def _data(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST)
    except OSError:
        return b""
