"""A process that ends a server: when its input closes, when its state file goes, or when nobody has used it for long.

    python -m lint_article.grammar.languagetool.keeper [--state FILE --idle SECONDS] -- COMMAND…

It lives as long as its standard input is open: whoever started it may be killed in any way, and the server still goes.
With `--state` it holds a lock beside the file for as long as the server runs, and deletes what an earlier one has left.
Once there is such a file the input may end, and the server goes when the file is deleted or has not been touched for
`--idle` seconds.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Literal

from filelock import FileLock, Timeout

from lint_article import ends
from lint_article.threads import start_thread

_STEP = 0.2
_LOCKED_WITHIN = 1.0  # seconds; whoever asks for the state holds the lock for a moment
_told: list[str] = []  # why the server is to end


def main(arguments: list[str]) -> int:
    """Run the command until there is a reason to end it; return its exit status, 3 if another keeper holds the lock."""
    at = arguments.index("--")
    options, command = arguments[:at], arguments[at + 1 :]
    settings = dict(zip(options[::2], options[1::2], strict=True))
    state = Path(settings["--state"]) if "--state" in settings else None
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _tell)
    lock = _take_lock(state) if state else None
    if lock is False:
        return 3
    wanted = _Wanted(state, float(settings.get("--idle", "0")))
    start_thread(_listen, wanted)
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        while server.poll() is None and not _told and wanted():
            time.sleep(_STEP)
        return server.poll() or 0
    finally:
        _end(server)


def _tell(number: int, _frame: FrameType | None) -> None:
    _told.append(f"signal {number}")


def _listen(wanted: _Wanted) -> None:
    sys.stdin.read()
    if not wanted.is_kept():
        _told.append("its input has ended")


def _take_lock(state: Path) -> FileLock | Literal[False]:
    """Return the lock, held as long as it is referred to, and delete the file; False if another keeper holds it."""
    lock = FileLock(state.with_suffix(".lock"))
    try:
        lock.acquire(timeout=_LOCKED_WITHIN)
    except Timeout:
        return False
    state.unlink(missing_ok=True)
    return lock


class _Wanted:
    """Tells whether a kept server is still wanted; its state file is written only when it runs."""

    def __init__(self, state: Path | None, idle: float) -> None:
        self._state = state
        self._idle = idle
        self._seen = False

    def is_kept(self) -> bool:
        """Tell whether there is a state file; when it goes, so does the server."""
        self._seen = self._seen or (self._state is not None and self._state.exists())
        return self._seen

    def __call__(self) -> bool:
        if self._state is None:
            return True
        try:
            age = time.time() - self._state.stat().st_mtime
        except FileNotFoundError:
            return not self._seen
        self._seen = True
        return not self._idle or age < self._idle


def _end(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


if __name__ == "__main__":
    ends.leave(main(sys.argv[1:]))  # the interpreter's own end would wait for the thread that listens
