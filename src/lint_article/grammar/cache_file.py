"""The file that remarks are kept in: made with our mark in it, and never touched without.

Whatever else lies in its place is somebody's, or leads to somebody's: it is left alone, and nothing is kept.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

MARK = 0x4C415254  # "LART", which SQLite keeps in the header of a file as its `application_id`
WAIT = 5.0  # seconds until another run must have done its writing
_TABLE = "CREATE TABLE remarks (key BLOB PRIMARY KEY, found TEXT NOT NULL, used INTEGER NOT NULL)"
_HEADER = 72
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class ForeignError(OSError):
    """The file, or its folder, is not one that we have made."""


@contextmanager
def open_cache(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a file of ours; raise ForeignError for any other, FileNotFoundError if there is none."""
    check(path)
    with closing(sqlite3.connect(path, timeout=WAIT)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")  # what a crash of the system takes is asked for again
        yield connection


def check(path: Path) -> None:
    """Raise ForeignError unless the file is of our making, FileNotFoundError if there is none."""
    if path.parent.is_symlink():
        raise ForeignError(f"{path.parent} is a symbolic link")
    if path.is_symlink():
        raise ForeignError(f"{path} is a symbolic link")
    if not stat.S_ISREG(path.stat().st_mode) or _mark(path) != MARK:
        raise ForeignError(f"{path} is not a cache of lint-article")


def _mark(path: Path) -> int:
    with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK), "rb") as file:
        return int.from_bytes(file.read(_HEADER)[-4:], "big")


def make(path: Path) -> None:
    """Make the file, for its user alone, unless something is in its place; raise OSError if that is not possible."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.path.lexists(path):
        return
    handle, scratch = tempfile.mkstemp(dir=path.parent)  # which only its user may read
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_blank())
        with suppress(FileExistsError):  # another run was faster
            os.link(scratch, path)
    finally:
        Path(scratch).unlink()


def _blank() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA application_id = {MARK}")
        connection.execute(_TABLE)
        return connection.serialize()


def delete(path: Path) -> int:
    """Delete the file with what SQLite has laid beside it; return how many bytes that freed."""
    if not os.path.lexists(path):
        return 0
    check(path)
    freed = 0
    for file in (path, path.with_name(f"{path.name}-journal")):
        with suppress(FileNotFoundError):
            freed += file.lstat().st_size
            file.unlink()
    return freed
