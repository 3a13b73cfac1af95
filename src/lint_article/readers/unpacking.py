"""What files that hold other files unpack to, within bounds: bytes in all, bytes for each byte packed, and members."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from lint_article.document import MEGABYTE, Limits
from lint_article.readers.unreadable import Unreadable, beyond

_MOST_MEMBERS = 10_000
_RATIO, _SMALL = 200, 10 * MEGABYTE  # bytes for each byte packed, of what is more than small
_CHUNK = 1 << 20
FAULTS = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the libraries raise for a file that is broken."""


_PACKINGS: Mapping[bytes, Callable[[], Any]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(31),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ": lzma.LZMADecompressor,
}


class Budget:
    """Counts what is unpacked from so many bytes; raises Unreadable when it is too much."""

    def __init__(self, packed: int, limits: Limits) -> None:
        self._limit = limits.unpacked_size
        self._left = self._limit * MEGABYTE if self._limit else sys.maxsize
        self._by_ratio = max(packed * _RATIO, _SMALL)
        self._members = 0

    @property
    def next(self) -> int:
        """How many bytes may be unpacked before they are counted."""
        return min(self._left, self._by_ratio, _CHUNK) + 1

    def spend(self, size: int) -> None:
        """Count so many bytes that were unpacked, or are about to be."""
        self._left -= size
        self._by_ratio -= size
        if self._left < 0:
            raise Unreadable(beyond("unpacked-size", self._limit))
        if self._by_ratio < 0:
            raise Unreadable(f"it unpacks to more than {_RATIO} times its size")

    def count_member(self) -> None:
        """Count a file."""
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise Unreadable(f"it holds more than {_MOST_MEMBERS:,} files")


def unpack(data: bytes, is_wanted: Callable[[str], bool], limits: Limits) -> dict[str, bytes]:
    """Return the wanted files of a ZIP, or of a TAR that may be packed, by their names; "" is one without a name.

    Names that lead out of the archive are left out. Raises Unreadable for what is broken, encrypted or beyond bounds.
    """
    budget = Budget(len(data), limits)
    try:
        if data.startswith(b"PK"):
            return dict(_from_zip(data, is_wanted, budget))
        plain = _decompress(data, budget)
        if _is_tar(plain):
            return dict(_from_tar(plain, is_wanted, budget))
    except FAULTS:
        raise Unreadable("it is damaged, or no archive") from None
    return {"": plain}


def _from_zip(data: bytes, is_wanted: Callable[[str], bool], budget: Budget) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            budget.count_member()
            name = _inside(entry.filename)
            if not name or entry.is_dir() or not is_wanted(name):
                continue
            if entry.flag_bits & 1:
                raise Unreadable("it is encrypted and needs a password")
            with archive.open(entry) as file:
                yield name, read_all(file.read, budget)


def read_all(read: Callable[[int], bytes], budget: Budget) -> bytes:
    """Return what `read` gives, chunk by chunk, within the budget."""
    chunks = []
    while chunk := read(budget.next):
        budget.spend(len(chunk))
        chunks.append(chunk)
    return b"".join(chunks)


def _from_tar(data: bytes, is_wanted: Callable[[str], bool], budget: Budget) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        for entry in archive:
            budget.count_member()
            name = _inside(entry.name)
            file = archive.extractfile(entry) if name and entry.isreg() and is_wanted(name) else None
            if file:
                budget.spend(entry.size)
                yield name, file.read()


def _is_tar(data: bytes) -> bool:
    return data[257:262] == b"ustar" or (
        len(data) >= 512 and not any(data[500:512]) and tarfile.is_tarfile(io.BytesIO(data))
    )


def _decompress(data: bytes, budget: Budget) -> bytes:
    start = next((packing for sign, packing in _PACKINGS.items() if data.startswith(sign)), None)
    if start is None:
        return data
    unpacker = start()
    chunks: list[bytes] = []
    rest = data
    while not unpacker.eof:
        chunk = unpacker.decompress(rest, budget.next)
        rest = getattr(unpacker, "unconsumed_tail", b"")
        if not chunk and not rest and getattr(unpacker, "needs_input", True):
            break
        budget.spend(len(chunk))
        chunks.append(chunk)
    if not unpacker.eof:
        raise EOFError
    return b"".join(chunks)


def _inside(name: str) -> str:
    """Return the name of a file as it is inside of the archive; "" for one that leads out of it or is hidden."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    is_out = any(part == ".." or part.startswith(("/", "__MACOSX")) or part[1:2] == ":" for part in parts)
    return "" if is_out or not parts or parts[-1].startswith("._") else "/".join(parts)
