"""What a reader raises for a manuscript that is broken as a whole."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818 - it says what the file is, not that the program erred
    """The file is of the format, but nothing of it can be read; `reason` completes `… cannot be read: `."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
