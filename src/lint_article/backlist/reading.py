"""The bytes of an item, and the manuscripts that they are: one, or those of an archive."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath

from lint_article.backlist.addresses import open_address
from lint_article.backlist.item import Item, is_address, name_of
from lint_article.dataclass import dataclass
from lint_article.document import MEGABYTE, Limits
from lint_article.readers.archive.main_member import find_mains
from lint_article.readers.archive.reader import is_read
from lint_article.readers.formats import ENDINGS, may_be_manuscript
from lint_article.readers.unpacking import unpack
from lint_article.readers.unreadable import Unreadable, beyond
from lint_article.regular_files import TooManyBytesError, read_head, read_regular

_HEAD = 100_000  # bytes that tell the format, the journal and the year
_SOURCES = (".tex", ".ltx", ".rnw", ".snw")
_MOST_BESIDE = 300  # files
_MOST_FOLDERS, _DEEPEST = 100, 3
_INCLUDES = re.compile(rb"\\(?:input|include|subfile|import|bibliography|addbibresource)\b")


class PartOfAnotherError(Exception):
    """A file is a part of another manuscript."""


@dataclass(frozen=True, slots=True)
class FoundManuscript:
    """A manuscript: what it is called, its first bytes, and all of them, or None for a file of this disk.

    `name` is what it is called for its reader, with its ending. `files` are those beside it that it may include, by
    their real paths.
    """

    shown_as: str
    name: str
    head: bytes
    size: int
    data: bytes | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)


def find_manuscripts(item: Item, limits: Limits) -> Iterator[FoundManuscript]:
    """Yield the manuscripts that an item is.

    Raises PartOfAnotherError, Unreadable, OSError, or what a store raises.
    """
    where, name = item.location, name_of(item.location)
    if ENDINGS.get(PurePosixPath(name).suffix.lower()) == "archive":
        yield from _members(item, _read_all(where, limits), limits)
    elif not is_address(where):
        head = read_head(where, _HEAD)
        yield FoundManuscript(where, where, head, Path(where).stat().st_size)
    else:
        data = _read_all(where, limits)
        files = _read_beside(where, data, limits) if name.lower().endswith(_SOURCES) else {}
        yield FoundManuscript(where, name, data[:_HEAD], len(data), data, files)


def _members(item: Item, data: bytes, limits: Limits) -> Iterator[FoundManuscript]:
    """Yield what an archive holds: a submission in LaTeX is one manuscript, as its reader knows it."""
    where, name = item.location, PurePosixPath(name_of(item.location))
    files = unpack(data, lambda member: is_read(member) or may_be_manuscript(member), limits)
    is_alone = list(files) == [""]
    if is_alone and may_be_manuscript(name.stem):
        files = {name.stem: files[""]}
    elif is_alone or find_mains(files, name.stem):
        yield FoundManuscript(where, str(name), data[:_HEAD], len(data), data if is_address(where) else None)
        return
    found = [member for member in sorted(files) if may_be_manuscript(member)]
    if not found:
        raise Unreadable("it holds no manuscript")
    for member in found:
        inside = files[member]
        yield FoundManuscript(f"{where}!{member}", f"{name}!{member}", inside[:_HEAD], len(inside), inside)


def _read_beside(location: str, data: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the files below the folder of a LaTeX file elsewhere, by the paths that a reader looks for.

    Raises PartOfAnotherError if the file is included by another.
    """
    if b"\\document" in data and not _INCLUDES.search(data):
        return {}
    folder, _, own = open_address(location)[1].rpartition("/")
    files = {own: data}
    left = limits.unpacked_size * MEGABYTE
    for name in _names_below(location.replace(own, "", 1), folder):
        files[name] = _read_all(location.replace(own, name, 1), limits)
        left -= len(files[name])
        if left < 0:
            raise Unreadable(beyond("unpacked-size", limits.unpacked_size))
    mains = find_mains(files, "")
    if mains and own not in mains:
        raise PartOfAnotherError(f"It is checked as a part of {mains[0]}.")
    base = name_of(location).rpartition("/")[0]
    return {os.path.realpath(f"{base}/{name}"): data for name, data in files.items()}


@lru_cache(_MOST_FOLDERS)
def _names_below(address: str, folder: str) -> list[str]:
    """Return the files below a folder that a manuscript in LaTeX may include; they are few."""
    store = open_address(address)[0]
    found = (
        f"{here}/{name}".removeprefix(folder).strip("/")
        for here, _, names in store.walk(folder, maxdepth=_DEEPEST)
        for name in sorted(names)
        if is_read(name)
    )
    return list(islice(found, _MOST_BESIDE))


def _read_all(location: str, limits: Limits) -> bytes:
    most = limits.file_size * MEGABYTE
    try:
        if not is_address(location):
            return read_regular(location, most)
        store, path = open_address(location)
        with store.open(path, "rb") as file:
            data: bytes = file.read(most + 1 if most else -1)
        if most and len(data) > most:
            raise TooManyBytesError
        return data
    except TooManyBytesError:
        raise Unreadable(beyond("file-size", limits.file_size)) from None
