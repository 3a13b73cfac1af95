"""The version of an installed package, without `importlib.metadata` if possible: that takes as long as a short text."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_RECORD = ".dist-info"


def version(package: str) -> str:
    """Return the version of a package; raise ModuleNotFoundError if it is not installed."""
    start = f"{package.replace('-', '_')}-"
    for folder in sys.path:
        with suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208 - a name is all that is needed
                if name.startswith(start) and name.endswith(_RECORD):
                    return name.removeprefix(start).removesuffix(_RECORD)
    from importlib.metadata import version  # late: for what is installed in another way

    return version(package)
