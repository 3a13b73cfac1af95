"""The standard streams as the command uses them: whatever is printed, a failure to print it is one sentence."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from lint_article.errors import UserError

ERRORS = "lint-article"  # how characters are written that a stream's encoding lacks
_STEERING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")  # of what JSON has as it is


class HungUpError(Exception):
    """Nobody reads standard output any more, as when `| head` has seen enough."""


def guard() -> None:
    """Replace the standard streams by ones that are open, escape what their encoding lacks, and fail with words."""
    for number in range(3):
        _occupy(number)
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BufferedReader(_Closed()))
    sys.stdout = _guard_stream(sys.stdout, _refuse)
    sys.stderr = _guard_stream(sys.stderr, _note)


def as_json(lines: Iterable[str], stream: TextIO) -> Iterator[str]:
    """Yield lines of JSON, without what steers a terminal or what a program that expects UTF-8 reads otherwise."""
    name = codecs.lookup(getattr(stream, "encoding", None) or "utf-8").name
    for line in lines:
        said = _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
        yield said if name == "utf-8" else said.encode("ascii", ERRORS).decode()


def is_deaf() -> bool:
    """Tell whether something could not be written to standard error."""
    return bool(_unheard)


_unheard: list[OSError] = []


def _occupy(number: int) -> None:
    """Let no other file become standard input, output or error because that is closed."""
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, os.O_RDWR)


def _guard_stream(stream: Any, fail: Callable[[OSError], None]) -> io.TextIOWrapper:
    if stream is None:
        return io.TextIOWrapper(io.BufferedWriter(_Guarded(_Closed(), fail)), "utf-8", ERRORS, line_buffering=True)
    raw = getattr(stream.buffer, "raw", stream.buffer)  # with `python -u` it is the raw stream itself
    by_line = stream.line_buffering or stream.write_through
    return io.TextIOWrapper(io.BufferedWriter(_Guarded(raw, fail)), stream.encoding, ERRORS, line_buffering=by_line)


class _Guarded(io.RawIOBase):
    """Bytes on their way to a stream; `fail` is told the first thing that goes wrong there, and the rest is dropped."""

    def __init__(self, raw: io.RawIOBase, fail: Callable[[OSError], None]) -> None:
        self._raw = raw
        self._fail = fail
        self._failed = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw.isatty()

    def fileno(self) -> int:
        return self._raw.fileno()

    def write(self, data: Any) -> int | None:
        if self._failed:
            return len(data)
        try:
            return self._raw.write(data)
        except OSError as error:
            self._failed = True
            self._fail(error)
        return len(data)


class _Closed(io.RawIOBase):
    """A stream that was closed before the command was started."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise OSError(errno.EBADF, "standard input is closed")

    def write(self, _: object) -> int:
        raise OSError(errno.EBADF, "it is closed")


def _refuse(error: OSError) -> None:
    if error.errno in (errno.EPIPE, errno.EINVAL):  # the latter on Windows
        raise HungUpError from error
    raise UserError(f"Standard output cannot be written: {error.strerror or error}.") from error


def _note(error: OSError) -> None:
    _unheard.append(error)


def _escape_errors(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what stands for a character that an encoding lacks: what JSON has for it, which people can read too."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    char, lost = error.object[error.start], "\ufffd"
    if "\ud800" <= char <= "\udfff":  # a byte of a name, or half a character
        char = lost
        if error.encoding.lower() in ("utf-8", "utf8"):
            return lost.encode(), error.start + 1
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.start + 1


codecs.register_error(ERRORS, _escape_errors)
