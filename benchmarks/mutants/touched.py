"""Which lines of our modules each test runs, and how long it takes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection
from types import FrameType
from typing import Any, NamedTuple


class Touched(NamedTuple):
    """What a test runs: lines of modules, by their files, and seconds."""

    lines: dict[str, set[int]]
    seconds: float


def watch(files: Collection[str], run: Callable[[], None]) -> Touched:
    """Run a test; note which lines of the files it runs."""
    lines: dict[str, set[int]] = {file: set() for file in files}

    def enter(frame: FrameType, _event: str, _value: Any) -> Callable[..., Any] | None:
        seen = lines.get(frame.f_code.co_filename)
        if seen is None:
            return None
        seen.add(frame.f_lineno)

        def step(frame: FrameType, _event: str, _value: Any) -> Callable[..., Any]:
            seen.add(frame.f_lineno)
            return step

        return step

    started = time.monotonic()
    sys.settrace(enter)
    try:
        run()
    finally:
        sys.settrace(None)
    return Touched({file: seen for file, seen in lines.items() if seen}, time.monotonic() - started)
