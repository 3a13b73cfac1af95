"""Values kept in files, one each, which only whoever knows their secret can find or read.

The secret is a hash of the manuscript and more: the name of a file is a hash of the secret, and its content is
encrypted with another, so that the files alone tell nothing of any manuscript. They are written whole, and any number
of runs may use them at once. The folder is for its user alone; one that is not of our making is left alone.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b, shake_256
from io import BytesIO
from pathlib import Path
from pickle import Unpickler, UnpicklingError, dumps
from threading import get_ident
from time import time
from typing import Any

LARGEST = 128 * 1024 * 1024
_MARK = b"lint-article 1\n"
_NONCE = 16
_SHELVES = "0123456789abcdef"
_DAY = 86_400
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)

Kinds = Mapping[str, Sequence[str]]
"""Classes by their module."""


def recall(folder: Path, secret: bytes, kinds: Kinds) -> Any:
    """Return the value of a secret; None if none is kept, or if it consists of other than plain values and `kinds`."""
    path = _path(folder, secret)
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK | _BINARY), "rb") as file:
            kept = file.read()
        if not kept.startswith(_MARK) or not _is_ours(folder):
            return None
        nonce, sealed = kept[len(_MARK) :][:_NONCE], kept[len(_MARK) + _NONCE :]
        value = _Reader(zlib.decompress(_crypt(sealed, secret, nonce)), kinds).load()
        if path.stat().st_mtime < time() - _DAY:
            os.utime(path)
    except (OSError, zlib.error, UnpicklingError, ValueError, TypeError, EOFError, AttributeError, ImportError):
        return None
    return value


def keep(folder: Path, secret: bytes, value: Any) -> None:
    """Keep a value; where that is not possible nothing is kept."""
    path, nonce = _path(folder, secret), os.urandom(_NONCE)
    scratch = path.with_name(f".{path.name}.{os.getpid()}.{get_ident()}")
    sealed = _crypt(zlib.compress(dumps(value), 1), secret, nonce)
    with suppress(OSError):
        for place in (folder, path.parent):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder):
            return
        try:
            with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
                file.write(_MARK + nonce + sealed)
            scratch.replace(path)
        finally:
            scratch.unlink(missing_ok=True)
        if path.name.startswith("0"):  # every sixteenth time
            _trim(path.parent)


def clear(folder: Path) -> int:
    """Delete all files of ours; return how many bytes that freed. Raises OSError if one cannot be deleted."""
    freed = 0
    for path in _files(folder):
        freed += path.lstat().st_size
        path.unlink(missing_ok=True)
    return freed


def size(folder: Path) -> int:
    """Return how many bytes are kept."""
    return sum(path.lstat().st_size for path in _files(folder))


def _path(folder: Path, secret: bytes) -> Path:
    name = blake2b(secret, digest_size=20, person=b"name").hexdigest()
    return folder / name[-1] / name


def _files(folder: Path) -> Iterator[Path]:
    if _is_ours(folder):
        for shelf in _SHELVES:
            with suppress(FileNotFoundError):
                yield from (path for path in (folder / shelf).iterdir() if len(path.name.lstrip(".")) >= 40)


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder, and the one it is in, are no links, and the user's own."""
    try:
        known = folder.lstat()
    except OSError:
        return False
    own = not hasattr(os, "getuid") or known.st_uid == os.getuid()
    return own and folder.is_dir() and not folder.is_symlink() and not folder.parent.is_symlink()


def _crypt(data: bytes, secret: bytes, nonce: bytes) -> bytes:
    """Return data encrypted, or encrypted data as it was."""
    stream = shake_256(b"content" + secret + nonce).digest(len(data))
    return (int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(data), "big")


def _trim(shelf: Path) -> None:
    """Delete the quarter that was not used for longest once the files take too much room."""
    known = [(entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in os.scandir(shelf)]
    if sum(size for _, size, _ in known) > LARGEST / len(_SHELVES):
        for _, _, path in sorted(known)[: len(known) // 4]:
            with suppress(FileNotFoundError):
                Path(path).unlink()


class _Reader(Unpickler):
    """Makes values of known classes only: whoever could write a file could otherwise have anything run."""

    def __init__(self, data: bytes, kinds: Kinds) -> None:
        super().__init__(BytesIO(data))
        self._kinds = kinds

    def find_class(self, module: str, name: str) -> Any:
        if name not in self._kinds.get(module, ()):
            raise UnpicklingError(f"{module}.{name} is not to be made")
        return super().find_class(module, name)
