"""Messages on a pipe: their length in eight bytes, then their bytes, which hold a value as `pickle` writes it."""

from __future__ import annotations

import pickle
from typing import IO, Any

LARGEST = 1 << 32
_HEAD = 8


def pack(value: object) -> bytes:
    """Return a value as a message."""
    return pickle.dumps(value)


def unpack(message: bytes) -> Any:
    """Return the value of a message that a process of ours has written; any other could run code."""
    return pickle.loads(message)  # noqa: S301


def put(pipe: IO[bytes], message: bytes) -> None:
    """Write a message; raise OSError if nobody reads any more."""
    pipe.write(len(message).to_bytes(_HEAD, "big") + message)
    pipe.flush()


def take(pipe: IO[bytes]) -> bytes | None:
    """Return the next message; None at the end of the pipe, or where what comes is not a message."""
    head = pipe.read(_HEAD)
    size = int.from_bytes(head, "big")
    if len(head) < _HEAD or size > LARGEST:
        return None
    message = pipe.read(size)
    return message if len(message) == size else None
