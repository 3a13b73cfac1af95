"""One line on a terminal that says how far a run has come that takes more than a second."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType

from lint_article.reporters.terminal import visible

_FIRST = 1.0  # seconds until it is shown; a shorter run is over before anybody wonders
_EVERY = 0.2
_ERASE = "\r\x1b[K"


class Progress:
    """Counts files on standard error, if that is a terminal, until the run is over; else it does nothing."""

    def __init__(self, paths: Sequence[str], quiet: bool) -> None:
        self._paths = paths
        self._done = 0
        self._began = monotonic()
        self._lock = Lock()
        self._is_hidden = False
        self._is_drawn = False
        self._over = Event()
        if not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            Thread(target=self._run, daemon=True).start()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self.clear()

    def step(self) -> None:
        """Say that one more file is done, and show the line again."""
        self._done += 1
        self._is_hidden = False

    def clear(self) -> None:
        """Take the line away until the next step, so that something else can be printed."""
        with self._lock:
            if self._is_drawn:
                _write(_ERASE)
            self._is_drawn, self._is_hidden = False, True

    def _run(self) -> None:
        wait = _FIRST
        while not self._over.wait(wait):
            from shutil import get_terminal_size  # late: most runs are over before

            wait = _EVERY
            with self._lock:
                if not self._is_hidden and self._done < len(self._paths):
                    room = get_terminal_size().columns - 1
                    _write(_ERASE + visible(self._line())[:room])
                    self._is_drawn = True

    def _line(self) -> str:
        """Return what is shown: how many files are done, how quickly, how long the rest takes, what is waited for."""
        seconds, total, path = monotonic() - self._began, len(self._paths), self._paths[self._done]
        if total == 1:
            return f"{path} · {seconds:.0f} s"
        if not self._done:
            return f"0 of {total} files · {path}"
        rate = self._done / seconds
        return (
            f"{self._done} of {total} files · {rate:.1f} a second · {_spell_time((total - self._done) / rate)} · {path}"
        )


def _spell_time(seconds: float) -> str:
    return f"{seconds:.0f} s left" if seconds < 100 else f"{seconds / 60:.0f} min left"


def _write(said: str) -> None:
    sys.stderr.write(said)
    sys.stderr.flush()
