"""Bytes to characters for formats that do not name their encoding: UTF-8 or, with a byte-order mark, UTF-16."""

from __future__ import annotations

import codecs

BOMS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def _lone_bytes(error: UnicodeError) -> tuple[str, int]:
    """Stand in for bytes that are no characters, as PEP 383 does, but for bytes of any value."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error("lone-bytes", _lone_bytes)


def decode(data: bytes) -> str:
    """Return the characters of a text file, its byte-order mark with them; a byte that is none is a lone surrogate."""
    return data.decode(BOMS.get(data[:2], "utf-8"), "lone-bytes")
