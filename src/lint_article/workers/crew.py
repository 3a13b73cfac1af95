"""Processes that share tasks: each works on one at a time, and answers come as they are ready."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue
from time import monotonic
from typing import Any, Generic, TypeVar

from lint_article import ends
from lint_article.workers.lines import name_line
from lint_article.workers.originals import start_originals
from lint_article.workers.parent import PARTING, Heard, Worker
from lint_article.workers.queues import wait_for

Task = TypeVar("Task", bound=Hashable)
Sent = dict[Any, Any]
"""What one process has been sent already."""


class Crew(Generic[Task]):
    """Processes that answer tasks. One that dies is replaced; the task that it was at is tried once more."""

    def __init__(
        self,
        command: Sequence[str],
        processes: int,
        tasks: Iterable[Task],
        pack_task: Callable[[Task, Sent], bytes],
        originals: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Start the processes. A task is taken from `tasks` when a process is free for it.

        `originals`, by their modules, are the commands of what is loaded once for all processes, where that can be.
        """
        self._originals = start_originals(originals or {})
        self._command = (*command, *(name_line(module, one.line) for module, one in self._originals.items()))
        self._tasks = iter(tasks)
        self._pack_task = pack_task
        self._again: deque[Task] = deque()
        self._tried: dict[Task, int] = {}  # with the exit status of the process that died at it
        self._is_over = False
        self._heard: Heard = SimpleQueue()
        self._at_work: dict[Worker, Task | None] = {}
        self._sent: dict[Worker, Sent] = {}
        for _ in range(processes):
            self._start()

    def answers(self) -> Iterator[tuple[Task, bytes | int]]:
        """Yield each task with its answer, or with the exit status of the second process that has died at it.

        They are fewer if a signal asks the run to end, or if no process is left: `tasks_left` has the others.
        """
        while self._at_work and self._has_more():
            heard = wait_for(self._heard)
            if heard is None:
                return
            yield from self._hear(*heard)
        for task in self._again:  # no process is left to try it once more
            yield task, self._tried[task]

    def tasks_left(self) -> Iterator[Task]:
        """Yield the tasks that no process has been given."""
        return self._tasks

    def close(self) -> None:
        """End the processes."""
        for worker in self._at_work:
            worker.dismiss()
        deadline = monotonic() + PARTING
        for worker in self._at_work:
            worker.status(max(deadline - monotonic(), 0))
        for original in self._originals.values():
            original.close()

    def _has_more(self) -> bool:
        return not self._is_over or bool(self._again) or any(task is not None for task in self._at_work.values())

    def _start(self) -> None:
        with suppress(OSError, RuntimeError):  # the system has no room for another
            lines = [original.line for original in self._originals.values()]
            self._at_work[Worker(self._command, self._heard, inherited=lines)] = None

    def _hear(self, worker: Worker, answer: bytes | None) -> Iterator[tuple[Task, bytes | int]]:
        task = self._at_work[worker]
        if answer is None:
            yield from self._bury(worker, task)
            return
        self._employ(worker)  # before anybody looks at the answer
        if task is not None:
            self._tried.pop(task, None)
            yield task, answer

    def _employ(self, worker: Worker) -> None:
        """Give a process its next task, if there is one."""
        if ends.exit_status_asked():
            self._is_over = True
            self._again.clear()
        task = self._again.popleft() if self._again else None if self._is_over else next(self._tasks, None)
        self._is_over = self._is_over or (task is None)
        self._at_work[worker] = task
        if task is not None:
            worker.ask(self._pack_task(task, self._sent.setdefault(worker, {})))

    def _bury(self, worker: Worker, task: Task | None) -> Iterator[tuple[Task, bytes | int]]:
        """Replace a process that has died at a task; one that has died before its first is not replaced."""
        del self._at_work[worker]
        self._sent.pop(worker, None)
        status = worker.status()
        if task is None:
            return
        if task in self._tried:
            yield task, status
        else:
            self._tried[task] = status
            self._again.append(task)
        self._start()
