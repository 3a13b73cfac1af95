"""Processes that load once what the other processes of a run use: each of these has a copy, which shares the memory.

Whoever wants a copy sends the original two open files on its line: a socket for messages, and a pipe in which the copy
notes the exit status with which it gives up. Only Linux lets a process be copied safely; elsewhere there are none.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue

from lint_article.threads import start_thread
from lint_article.workers.lines import line_to
from lint_article.workers.messages import put, take
from lint_article.workers.parent import LARGE_PORTIONS, Worker


class Original:
    """In the process that starts all others: a process of which these may have copies."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it; raises OSError or RuntimeError if the system has no room for it."""
        self._line, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            words = (*command, str(its.fileno()))
            self._process = Worker(words, environment=LARGE_PORTIONS, inherited=[its.fileno()])

    @property
    def line(self) -> int:
        """Return the open file by which a copy is asked for."""
        return self._line.fileno()

    def close(self) -> None:
        """End the process, and with it its copies."""
        self._line.close()
        self._process.kill()
        self._process.status()


class Copy:
    """In a process that was given the line: a copy, which is used as a `Worker` is."""

    def __init__(self, line: int) -> None:
        """Ask for it. Raises OSError if the original is gone, MemoryError if the system has no room for a thread."""
        self.heard: SimpleQueue[tuple[Copy, bytes | None]] = SimpleQueue()
        self._socket, its = socket.socketpair()
        self._status, writing = os.pipe()
        try:
            _send(line, its.fileno(), writing)
        except OSError:
            self._socket.close()
            os.close(self._status)
            raise
        finally:
            its.close()
            os.close(writing)
        self._pipe = self._socket.makefile("wb")
        start_thread(self._listen)

    def ask(self, message: bytes) -> None:
        """Send a message; if the copy is gone, that is heard."""
        with suppress(OSError):
            put(self._pipe, message)

    def kill(self) -> None:
        """Have the copy end."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def status(self) -> int:
        """Return the exit status of a copy that is gone."""
        self.kill()
        with suppress(OSError):
            self._pipe.close()
        self._socket.close()
        with os.fdopen(self._status, "rb") as pipe:
            noted = pipe.read(1)
        return noted[0] if noted else 1

    def _listen(self) -> None:
        with self._socket.makefile("rb") as pipe, suppress(OSError):
            while (message := take(pipe)) is not None:
                self.heard.put((self, message))
        self.heard.put((self, None))


def _send(line: int, *files: int) -> None:
    with socket.socket(fileno=os.dup(line)) as way:
        socket.send_fds(way, [b"."], files)


def start_originals(commands: Mapping[str, Sequence[str]]) -> dict[str, Original]:
    """Return the originals that can be started, by the modules that they run."""
    started: dict[str, Original] = {}
    can_copy = sys.platform == "linux" and hasattr(os, "fork")
    for module, words in commands.items() if can_copy else ():
        with suppress(OSError, RuntimeError):
            started[module] = Original(words)
    return started


def copy_of(module: str) -> Copy | None:
    """Return a copy of the original that runs a module; None if there is none."""
    line = line_to(module)
    with suppress(OSError, MemoryError):
        return None if line is None else Copy(line)
    return None
