"""One line on a terminal that says how far a run has come that takes more than a second."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from threading import Event, Lock
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from lint_article.reporters.terminal import visible
from lint_article.threads import start_thread

if TYPE_CHECKING:
    from typing import Self

_FIRST = 1.0  # seconds until it is shown; a shorter run is over before anybody wonders
_EVERY = 0.2
_ERASE = "\r\x1b[K"


class StatusLine:
    """A line on standard error, if that is a terminal, until the run is over; else it does nothing."""

    def __init__(self, say: Callable[[float], str], quiet: bool) -> None:
        """Show what `say` returns, which is given the seconds since the beginning; nothing while that is empty."""
        self._say = say
        self._began = monotonic()
        self._lock = Lock()
        self._is_hidden = False
        self._is_drawn = False
        self._over = Event()
        if not quiet and is_terminal():
            start_thread(self._run)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self.clear()

    def show(self) -> None:
        """Show the line again."""
        self._is_hidden = False

    def clear(self) -> None:
        """Take the line away until it is to be shown again, so that something else can be printed."""
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
                said = self._say(monotonic() - self._began)
                if said and not self._is_hidden:
                    room = get_terminal_size().columns - 1
                    _write(_ERASE + visible(said)[:room])
                    self._is_drawn = True


class Progress(StatusLine):
    """Counts files."""

    def __init__(self, paths: Sequence[str], quiet: bool) -> None:
        self._paths = paths
        self._done = 0
        super().__init__(self._line, quiet)

    def step(self) -> None:
        """Say that one more file is done, and show the line again."""
        self._done += 1
        self.show()

    def _line(self, seconds: float) -> str:
        """Return what is shown: how many files are done, how quickly, how long the rest takes, what is waited for."""
        total = len(self._paths)
        if self._done >= total:
            return ""
        path = self._paths[self._done]
        if total == 1:
            return f"{path} · {seconds:.0f} s"
        if not self._done:
            return f"0 of {total} files · {path}"
        rate = self._done / seconds
        left = spell_time((total - self._done) / rate)
        return f"{self._done} of {total} files · {rate:.1f} a second · {left} left · {path}"


def is_terminal() -> bool:
    """Tell whether standard error is a terminal on which a line can be drawn again."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def spell_time(seconds: float) -> str:
    """Return a time as people say it: 90 s, 12 min, 5.5 h."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6_000 else f"{seconds / 3600:.1f} h"


def _write(said: str) -> None:
    sys.stderr.write(said)
    sys.stderr.flush()
