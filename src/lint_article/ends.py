"""How a run ends before its time: what a signal asks for is noted, or done at once where nothing is lost by that.

No signal raises an exception, since that could come up anywhere: during an import, or a library's clean-up. So that
signals are heeded before anything else is loaded, this module imports only what the interpreter already has.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # the part of `signal` that is built in
import _thread
import os

TYPE_CHECKING = False  # as in `typing`, which takes long to load
if TYPE_CHECKING:
    from subprocess import Popen
    from types import FrameType
    from typing import NoReturn

children: set[Popen[bytes]] = set()  # of this process; none outlives it
unbroken = _thread.allocate_lock()  # held by whoever writes what must not be left half done

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # each system has some of them
_WRITING = 3.0  # seconds that this may take
_deferred = False
_asked = 0


def heed_signals() -> None:
    """From now on end the process when a signal asks for it, but not by one that whoever started us has ignored."""
    for number in (getattr(_signal, name, None) for name in _NAMES):
        if number is not None and _signal.getsignal(number) != _signal.SIG_IGN:
            _signal.signal(number, _ask)


class Deferred:
    """A context in which the first signal is only noted, so that what is known can be printed; the second ends all."""

    def __enter__(self) -> None:
        global _deferred
        _deferred = True

    def __exit__(self, *_: object) -> None:
        global _deferred
        _deferred = False


def exit_status_asked() -> int:
    """Return the exit status of a run that a signal has asked to end, 0 if none has."""
    return 128 + _asked if _asked else 0


def leave(status: int) -> NoReturn:
    """End the process and its children at once; nothing is taken apart, and nothing that is unwritten is written."""
    unbroken.acquire(timeout=_WRITING)
    try:
        for child in tuple(children):
            child.kill()
    finally:
        os._exit(status)


def _ask(number: int, _frame: FrameType | None) -> None:
    global _asked
    if not _deferred or _asked:
        try:  # noqa: SIM105 - a signal may come while contextlib is being imported
            os.write(2, b"interrupted\n")
        except OSError:
            pass
        leave(128 + number)
    _asked = number
