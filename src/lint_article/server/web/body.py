"""What a browser sends: a line of JSON that names the files and their sizes, then their bytes; none goes to a file."""

from __future__ import annotations

import json
from pathlib import PureWindowsPath

from starlette.requests import Request

from lint_article.server.web.messages import Upload

_LONGEST_NAME = 120
_MOST_FILES = 200


class TooLargeError(Exception):
    """What is sent is larger than the limit."""


class BrokenError(Exception):
    """What is sent is not as our page sends it."""


async def read_upload(request: Request, limit: int) -> Upload:
    """Return the manuscript of a request and the files beside it.

    Raises TooLargeError beyond `limit` bytes, and BrokenError for what our page would not send.
    """
    if int(request.headers.get("content-length", "0")) > limit:
        raise TooLargeError
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise TooLargeError
    return parse_upload(bytes(body))


def parse_upload(body: bytes) -> Upload:
    """Return the upload that the bytes describe; raise BrokenError if they do not."""
    head, _, rest = body.partition(b"\n")
    try:
        listed = [(safe_name(name), int(size)) for name, size in json.loads(head)]
    except (ValueError, TypeError, RecursionError):
        raise BrokenError from None
    sizes = [size for _, size in listed]
    if not 0 < len(listed) <= _MOST_FILES or min(sizes) < 0 or sum(sizes) != len(rest):
        raise BrokenError
    files, at = [], 0
    for name, size in listed:
        files.append((name, rest[at : at + size]))
        at += size
    return Upload(*files[0], dict(files[1:]))


def safe_name(said: str) -> str:
    """Return the last part of a path, without characters that are not printed, short, and never empty."""
    name = "".join(char for char in PureWindowsPath(said).name if char.isprintable()).strip(" .")
    stem, dot, ending = name.rpartition(".")
    short = f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else name[:_LONGEST_NAME]
    return short or "manuscript"
