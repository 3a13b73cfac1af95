"""What a reader raises for a manuscript that is broken as a whole."""

from __future__ import annotations

_SAID = {
    "file-size": "it has more than {} MB",
    "unpacked-size": "it unpacks to more than {} MB",
    "memory": "it needs more than {} MB of memory",
    "seconds": "it takes more than {} s of the processor's time",
}


class Unreadable(Exception):
    """The file is of the format, but nothing of it can be read; `reason` completes `… cannot be read: `."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def beyond(name: str, limit: int) -> str:
    """Return why a file is not read that goes beyond a limit, which is named as the settings call it."""
    return f"{_SAID[name].format(f'{limit:,}')} (`limits.{name}` in the settings)"
