"""Archives of a LaTeX submission: the manuscript in one, with the files that it includes; nothing is written."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import PurePosixPath

from lint_article.document import Problem, Reading, Source
from lint_article.readers.archive.main_member import find_mains
from lint_article.readers.formats import read
from lint_article.readers.unpacking import unpack
from lint_article.readers.unreadable import Unreadable
from lint_article.text import Part, Span
from lint_article.text.phrases import series

_READ = (".tex", ".ltx", ".rnw", ".snw", ".bib", ".bbl", ".ris", ".json", ".yaml", ".yml", ".xxx")
_BETWEEN = "!"
_ONLY = "main.tex"
_MOST_NAMES = 3


def read_archive(source: Source) -> Reading:
    """Return the reading of the manuscript in an archive; its parts are named `archive.zip!chapters/one.tex`.

    Raises Unreadable if the archive holds none.
    """
    files = unpack(source.data, is_read, source.limits)
    if list(files) == [""]:
        files = {_ONLY: files[""]}  # arXiv packs a single file as it is
    mains = find_mains(files, PurePosixPath(source.path).stem)
    if not mains:
        raise Unreadable("it holds no LaTeX file with a `\\documentclass`; unpack it, and name the manuscript in it")
    folder = f"{PurePosixPath(source.path).name}{_BETWEEN}"
    beside = {os.path.realpath(f"{folder}/{name}"): data for name, data in files.items()}
    inner = Source(
        f"{folder}/{mains[0]}",
        "latex",
        files[mains[0]],
        source.bibliography,
        beside,
        is_alone=True,
        limits=source.limits,
    )
    reading = read(inner)
    shown = f"{source.path}{_BETWEEN}"
    parts = tuple(_place_part(part, mains[0], folder, shown) for part in reading.parts)
    return replace(reading, source=source, parts=parts, problems=(*reading.problems, *_others(reading, mains[1:])))


def is_read(name: str) -> bool:
    """Tell whether a file of an archive is read if the manuscript includes it."""
    return name.lower().endswith(_READ)


def _place_part(part: Part, main: str, folder: str, shown: str) -> Part:
    inside = part.path.removeprefix(f"{folder}/") if part.path else main
    return replace(part, path=f"{shown}{inside}", writable=False)


def _others(reading: Reading, others: list[str]) -> list[Problem]:
    """Say which other manuscripts the archive holds."""
    if not others:
        return []
    more = [f"{len(others) - _MOST_NAMES} more"] if len(others) > _MOST_NAMES else []
    what = f"The text of {series([*(f'`{name}`' for name in others[:_MOST_NAMES]), *more])}"
    end = Span(len(reading.text), len(reading.text))
    values = (("what", what), ("reason", "one manuscript of an archive is read"))
    return [Problem("unchecked-text", end, values)]
