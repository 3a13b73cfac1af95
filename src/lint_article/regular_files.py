"""Files of strangers are read within bounds: no device, no pipe, and no more bytes than are wanted."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

_NO_FILE = "it is neither a file nor a folder"
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
MOST_OF_SETTINGS = 10_000_000  # bytes


class TooManyBytesError(OSError):
    """A file has more bytes than may be read."""


def is_file(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path leads to a file; to whom may not look, it leads nowhere."""
    return os.path.isfile(path)  # noqa: PTH113 - Path's own raises before Python 3.14


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path leads to a folder; to whom may not look, it leads nowhere."""
    return os.path.isdir(path)  # noqa: PTH112 - Path's own raises before Python 3.14


def read_regular(path: str | os.PathLike[str], most: int, *, pipes: bool = False) -> bytes:
    """Return the bytes of a file; with `most` 0 any number, with `pipes` those that come through a pipe too.

    Raises TooManyBytesError if there are more, and OSError for what is no file or cannot be read.
    """
    with _open_regular(path, pipes=pipes) as file:
        data = file.read(most + 1 if most else -1)
    if most and len(data) > most:
        raise TooManyBytesError(errno.EFBIG, f"it has more than {most / 1_000_000:g} MB")
    return data


def read_head(path: str | os.PathLike[str], most: int) -> bytes:
    """Return at most so many of the first bytes of a file; raise OSError for what is no file or cannot be read."""
    with _open_regular(path) as file:
        return file.read(most)


def _open_regular(path: str | os.PathLike[str], *, pipes: bool = False) -> BinaryIO:
    kind = Path(path).stat().st_mode
    is_pipe = pipes and (stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind))
    if stat.S_ISDIR(kind):
        os.scandir(path).close()  # raises for one that cannot be listed
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if not stat.S_ISREG(kind) and not is_pipe:
        raise OSError(errno.EINVAL, _NO_FILE)
    file = open(os.open(path, os.O_RDONLY | (0 if is_pipe else _NO_WAITING)), "rb")  # noqa: PTH123, SIM115 - a number
    if not is_pipe and not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, _NO_FILE)  # it has become another thing meanwhile
    return file


def read_settings(path: str | os.PathLike[str]) -> str:
    """Return the text of a file with settings or the like; raise OSError or UnicodeDecodeError if it cannot be had."""
    data = read_regular(path, MOST_OF_SETTINGS, pipes=True)
    return data.decode("utf-8").replace("\r\n", "\n")
