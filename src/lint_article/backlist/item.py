"""A file of a backlist, as it is handed from who lists it to who checks it."""

from __future__ import annotations

import os
import re

from lint_article.config import Settings
from lint_article.dataclass import dataclass

_SECRET = re.compile(
    r"(?<=://)[^/@\s]+(?=@)|(?<=[?&;])(?P<name>[\w-]*(?:token|sig|signature|key|secret|password|credential)=)[^&;\s]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A file: its location, a path of this machine or an address that fsspec opens.

    `number` is its place in the listing. `below` is the path below the source that it was listed from. `fault` says why
    a location could not be listed, which is then no file.
    """

    location: str
    below: str
    number: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Instructions:
    """What holds for all items: the settings, and the format that the user has named, or "".

    `folder` is where the paths of this machine count from; "" is the folder of the process.
    """

    settings: Settings
    format: str = ""
    folder: str = ""


def is_address(location: str) -> bool:
    """Tell whether a location is an address that fsspec opens, and no path."""
    return "://" in location or "::" in location


def key_of(location: str) -> str:
    """Return a location as text for any file: without secrets, and with `\\xe9` for a byte that is no character."""
    return os.fsencode(without_secrets(location)).decode("utf-8", "backslashreplace")


def without_secrets(location: str) -> str:
    """Return an address with `***` for who logs in and for keys, as in `ftp://user:word@host` and `?token=…`."""
    return _SECRET.sub(lambda found: f"{found['name'] or ''}***", location) if is_address(location) else location


def name_of(location: str) -> str:
    """Return a location without what it is a member of: `zip://a/b.txt` of `zip://a/b.txt::s3://c/d.zip`."""
    return location.partition("::")[0] if is_address(location) else location
