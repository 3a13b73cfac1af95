"""A process that ends a server: when its input closes, when it is told to, or when nobody has used it for long.

    python -m lint_article.grammar.languagetool.keeper [--state FILE --idle SECONDS] -- COMMAND…

Without options it lives as long as its standard input is open: whoever started it may be killed in any way, and the
server still goes. With `--state` it holds a lock beside the file for as long as the server runs, and goes when the file
has not been touched for `--idle` seconds.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

_STEP = 0.2
_told: list[int] = []


def main(arguments: list[str]) -> int:
    """Run the command until there is a reason to end it; return its exit status, 3 if another keeper holds the lock."""
    at = arguments.index("--")
    options, command = arguments[:at], arguments[at + 1 :]
    settings = dict(zip(options[::2], options[1::2], strict=True))
    state = Path(settings["--state"]) if "--state" in settings else None
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _tell)
    lock = _locked(state)
    if lock is False:
        return 3
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        while server.poll() is None and not _told and _wanted(state, float(settings.get("--idle", "0"))):
            pass
        return server.poll() or 0
    finally:
        _end(server)


def _tell(number: int, _frame: FrameType | None) -> None:
    _told.append(number)


def _locked(state: Path | None) -> object:
    """Return the lock, held as long as it is referred to; False if another holds it, None if none is wanted."""
    if state is None:
        return None
    file = state.with_suffix(".lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return file


def _wanted(state: Path | None, idle: float) -> bool:
    """Wait a moment; tell whether the server is still wanted."""
    if state is None:
        ready, _, _ = select.select([sys.stdin], [], [], _STEP)
        return not ready or bool(os.read(sys.stdin.fileno(), 1024))
    time.sleep(_STEP)
    try:
        return not idle or time.time() - state.stat().st_mtime < idle
    except FileNotFoundError:
        return True


def _end(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
