"""Scratch files: what they are called, and how those that a killed run has left are told and removed."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

SUFFIX = ".lint-article"
_NAME = re.compile(r"\..*\.(?P<process>\d{1,10})-[\w-]+\.lint-article", re.DOTALL)
_LONGEST = 40


def scratch_prefix(target: Path) -> str:
    """Return how the name of a scratch file of this process begins that is to take the place of a target."""
    return f".{target.name[:_LONGEST]}.{os.getpid()}-"


@cache
def remove_leftovers(folder: Path) -> None:
    """Remove the scratch files in a folder whose processes are gone; once for each folder."""
    with suppress(OSError):
        for path in folder.iterdir():
            name = _NAME.fullmatch(path.name)
            if name and not path.is_symlink() and path.is_file() and not _is_running(int(name["process"])):
                path.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    """Tell whether there is such a process, or it cannot be told."""
    if sys.platform == "win32":
        return True  # a signal 0 would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
