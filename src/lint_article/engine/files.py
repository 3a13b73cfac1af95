"""Files are written whole or not at all, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lint_article.engine.leftovers import SUFFIX, scratch_prefix
from lint_article.errors import UserError

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


class Changed(Exception):
    """A file is not what it was when it was read; `now` are its bytes, or None if it is gone."""

    def __init__(self, now: bytes | None) -> None:
        super().__init__()
        self.now = now


def write_whole(path: str, data: bytes) -> None:
    """Replace the file by the bytes in one step; raise UserError if that fails.

    A device or a pipe is written into: it would be gone if a file took its place.
    """
    if _is_stream(path):
        _write_into(path, data)
        return
    target = Path(path).resolve()
    with _scratch(path, target, data) as scratch:
        scratch.replace(target)


def _is_stream(path: str) -> bool:
    target = Path(path)
    return target.exists() and not target.is_file() and not target.is_dir()


def _write_into(path: str, data: bytes) -> None:
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror or error}.") from None


def replace_content(path: str, before: bytes, after: bytes) -> bool:
    """Give a file that holds the bytes `before` the bytes `after` in one step; tell whether it did not hold them yet.

    Raises Changed if it holds other bytes, and UserError if it cannot be written. Where the system can let two files
    change places, the bytes that are taken away are looked at once more, and given back if they are not `before`.
    """
    target = Path(path).resolve()
    with _scratch(path, target, after) as scratch:
        if expect(target, before, after):
            return False
        if not _exchange_content(scratch, target):
            scratch.replace(target)
            return True
        taken = scratch.read_bytes()
        if taken not in (before, after):
            _give_back(scratch, target, after)
            raise Changed(taken)
        return taken == before


def expect(target: Path, before: bytes, after: bytes) -> bool:
    """Tell whether the file holds the bytes `after` already; raise Changed if it does not hold `before` either."""
    try:
        now = target.read_bytes()
    except OSError:
        raise Changed(None) from None
    if now not in (before, after):
        raise Changed(now)
    return now == after


def _give_back(scratch: Path, target: Path, after: bytes) -> None:
    """Let the target be again what was taken away from it, or what somebody has written in these very moments."""
    older = {after}
    while (taken := scratch.read_bytes()) not in older:
        older.add(taken)
        if not _exchange_content(scratch, target):
            scratch.replace(target)
            return


@contextmanager
def _scratch(path: str, target: Path, data: bytes) -> Iterator[Path]:
    """Give a file with the bytes beside the target, like it in all but its name, which is gone in the end."""
    scratch = None
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        handle, name = tempfile.mkstemp(SUFFIX, scratch_prefix(target), target.parent)
        scratch = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _liken(scratch, target)
        yield scratch
    except OSError as error:
        hint = "The file has not been changed." if target.exists() else ""
        raise UserError(f"{path} cannot be written: {error.strerror or error}.", hint) from None
    finally:
        if scratch:
            scratch.unlink(missing_ok=True)


def _liken(scratch: Path, target: Path) -> None:
    """Give the scratch file the owner, the permissions and the attributes of the target, as far as we may."""
    if not target.exists():
        mask = os.umask(0)
        os.umask(mask)
        scratch.chmod(0o666 & ~mask)
        return
    known = target.stat()
    if hasattr(os, "chown"):
        for owner, group in ((-1, known.st_gid), (known.st_uid, -1)):
            with suppress(OSError):
                os.chown(scratch, owner, group)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(scratch, name, os.getxattr(target, name))
    scratch.chmod(known.st_mode & 0o7777)


def _exchange_content(one: Path, other: Path) -> bool:
    """Let two files change places in one step; tell whether the system can."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # late: only a fix that is written needs it

    try:
        exchange = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    return bool(exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
