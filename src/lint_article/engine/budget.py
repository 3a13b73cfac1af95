"""What checking one file may take of this process: a watch ends what takes more, and the next file is checked."""

from __future__ import annotations

from threading import Event, Lock, get_ident
from time import process_time

from lint_article.document import MEGABYTE, Limits
from lint_article.readers.unreadable import beyond
from lint_article.threads import start_thread
from lint_article.workers.usage import memory_used

_STEP = 0.1


class OverBudgetError(BaseException):
    """Checking a file has taken more than it may. No handler of exceptions takes it for an error of what it does."""


class Watch:
    """A context in which a thread gets OverBudgetError when it takes too much; `reason` says of what."""

    def __init__(self, limits: Limits) -> None:
        self.reason = ""
        self._limits = limits
        self._lock = Lock()

    def __enter__(self) -> None:
        self._over, self._thread = Event(), get_ident()
        self._began, self._most = process_time(), max(self._limits.memory * MEGABYTE, memory_used())
        if self._limits.memory or self._limits.seconds:
            start_thread(self._run)

    def __exit__(self, *_: object) -> None:
        with self._lock:  # nothing is raised after this
            self._over.set()

    def _run(self) -> None:
        over = self._over
        while not over.wait(_STEP):
            self.reason = self._find_excess()
            with self._lock:
                if self.reason and not over.is_set():
                    _raise_in(self._thread)
                    return

    def _find_excess(self) -> str:
        if self._limits.seconds and process_time() - self._began > self._limits.seconds:
            return beyond("seconds", self._limits.seconds)
        return beyond("memory", self._limits.memory) if self._limits.memory and memory_used() > self._most else ""


def _raise_in(thread: int) -> None:
    import ctypes  # late: few files go beyond a limit

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(OverBudgetError))
