"""In the process that answers."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from queue import SimpleQueue
from time import process_time, sleep
from typing import IO, NoReturn

from lint_article import ends
from lint_article.threads import start_thread
from lint_article.workers.messages import put, take
from lint_article.workers.usage import limit_process, memory_used

Answers = Callable[[bytes], Iterable[bytes]]

LATE, STUCK, FULL = 75, 76, 77  # exit statuses
_STEP = 0.2
_STEP_OF_MEMORY = 0.02  # much can be taken in little time
_IDLE = 600.0  # seconds without use of the processor after which an answer is not to be expected any more


def serve(load: Callable[[], Answers], limit: float = 0.0, memory: int = 0) -> None:
    """Answer messages with what `load` returns; an empty answer before all others says that it has returned.

    When the input ends, so does the process, whatever it is doing. With a `limit` it ends too when one answer takes
    more seconds of the processor's time: how many other processes there are makes no difference. It ends as well when
    it has more bytes of `memory`.
    """
    messages = listen(sys.stdin.buffer)
    try:
        limit_process(memory)
        answer_messages(messages, own_output(), load, AnswerWatch(limit, memory))
    except MemoryError:
        ends.leave(FULL)
    finally:
        ends.leave(1)  # whatever went wrong; the interpreter's own end would wait for the thread that listens


def answer_messages(
    messages: SimpleQueue[bytes], pipe: IO[bytes], load: Callable[[], Answers], watch: AnswerWatch
) -> NoReturn:
    """Answer messages as `serve` does, on a pipe."""
    watch.start()
    answers = load()
    put(pipe, b"")
    while True:
        watch.stop()
        message = messages.get()
        watch.start()
        for answer in answers(message):
            put(pipe, answer)
            watch.start()


def listen(pipe: IO[bytes]) -> SimpleQueue[bytes]:
    """Return where the messages on a pipe come in; when it ends, so does the process."""
    messages: SimpleQueue[bytes] = SimpleQueue()
    start_thread(_listen, pipe, messages)
    return messages


def _listen(pipe: IO[bytes], messages: SimpleQueue[bytes]) -> None:
    while (message := take(pipe)) is not None:
        messages.put(message)
    ends.leave(0)


def own_output() -> IO[bytes]:
    """Return standard output, and send what a library may print there elsewhere."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


class AnswerWatch:
    """Ends the process when an answer takes too much, or its `parent` is gone; no other thread need be able to."""

    def __init__(
        self, limit: float, memory: int = 0, parent: int = 0, leave: Callable[[int], NoReturn] = ends.leave
    ) -> None:
        """Watch, and `leave` with an exit status that tells why."""
        self._limit, self._memory, self._parent, self._leave = limit, memory, parent, leave
        self._step = _STEP_OF_MEMORY if memory else _STEP
        self._began, self._steps, self._busy = 0.0, 0, False
        if limit or memory or parent:
            start_thread(self._run)

    def start(self) -> None:
        """Begin to count."""
        self._began, self._steps, self._busy = process_time(), 0, True

    def stop(self) -> None:
        """Count no more."""
        self._busy = False

    def _run(self) -> None:
        while True:
            sleep(self._step)
            self._steps += 1  # counted, and not read from a clock, which goes on while the process is stopped
            used = process_time() - self._began
            if self._parent and os.getppid() != self._parent:
                os._exit(1)
            if self._memory and memory_used() > self._memory:
                self._leave(FULL)
            if self._busy and self._limit and used > self._limit:
                self._leave(LATE)
            if self._busy and used < 1 and self._steps * self._step > _IDLE:
                self._leave(STUCK)
