"""In the process that asks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO, cast

from lint_article import ends
from lint_article.workers.messages import put, take

Heard = SimpleQueue[tuple["Worker", bytes | None]]

PARTING = 1.0  # seconds until a process that was told to end must have done so

# A library that makes much out of small pieces asks the system for memory in fewer and larger portions (read by glibc).
LARGE_PORTIONS = {"MALLOC_TOP_PAD_": f"{64 << 20}", "MALLOC_TRIM_THRESHOLD_": f"{1 << 30}"}  # bytes

# A terminal sends Ctrl-C to a whole group of processes; only ours is to decide what ends then.
_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


def command(module: str, *arguments: str) -> tuple[str, ...]:
    """Return the command that runs a module of ours as a process."""
    return (sys.executable, "-P", "-m", module, *arguments)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Worker:
    """A process that answers messages: each answer is put into `heard` with the worker, and None when it is gone."""

    def __init__(
        self,
        command: Sequence[str],
        heard: Heard | None = None,
        environment: Mapping[str, str] | None = None,
        inherited: Sequence[int] = (),
    ) -> None:
        """Start the process, with an `environment` beside our own, which goes first, and the open files it inherits.

        Raises OSError or RuntimeError if the system has no room for it, or for its thread.
        """
        self.heard: Heard = heard or SimpleQueue()
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        self._process = subprocess.Popen(
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=nothing,
            env={**(environment or {}), **os.environ},
            process_group=0,
            creationflags=_GROUP,
            pass_fds=inherited,
        )
        ends.children.add(self._process)
        try:
            Thread(target=self._listen, daemon=True).start()
        except RuntimeError:
            self.status(0)
            raise

    def ask(self, message: bytes) -> None:
        """Send a message; if the process is gone, that is heard."""
        with suppress(OSError):
            put(cast("IO[bytes]", self._process.stdin), message)

    def dismiss(self) -> None:
        """Have the process end by itself, which it does as soon as it has written what it is writing."""
        with suppress(OSError):
            cast("IO[bytes]", self._process.stdin).close()

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()

    def status(self, within: float = PARTING) -> int:
        """Return the exit status of a process that has been dismissed or killed, or heard to be gone."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(within)
        self.kill()  # it may have closed its output, or said what is not a message
        self.dismiss()
        status = self._process.wait()
        ends.children.discard(self._process)
        return status

    def _listen(self) -> None:
        with cast("IO[bytes]", self._process.stdout) as pipe:
            while (message := take(pipe)) is not None:
                self.heard.put((self, message))
        self.heard.put((self, None))
