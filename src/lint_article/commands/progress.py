"""One line on a terminal that says how far a long run has come."""

from __future__ import annotations

import shutil
import sys

from lint_article.reporters.terminal import visible

_LONG = 10  # files; a shorter run is over before anybody wonders


class Progress:
    """Counts files on standard error, if that is a terminal and the run is long; else it does nothing."""

    def __init__(self, total: int, quiet: bool) -> None:
        self._total = total
        self._done = 0
        self._shown = total >= _LONG and not quiet and sys.stderr.isatty()

    def step(self, path: str) -> None:
        """Say that one more file is done."""
        self._done += 1
        if self._shown and self._done < self._total:
            line = visible(f"[{self._done}/{self._total}] {path}")
            sys.stderr.write("\r\x1b[K" + line[: shutil.get_terminal_size().columns - 1])
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
