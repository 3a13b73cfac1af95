"""Files checked by several processes, one file each at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from queue import SimpleQueue
from time import monotonic

from lint_article import ends
from lint_article.config import Settings
from lint_article.engine.job import Job
from lint_article.engine.report import READING, Fault, FileReport
from lint_article.engine.waiting import reports_by_thread, wait_for
from lint_article.workers.messages import pack, unpack
from lint_article.workers.parent import PARTING, Heard, Worker, command

_COMMAND = command("lint_article.engine.worker")
_NONE = Settings()


class Pool:
    """Processes that check files. One that dies is replaced; the file that it was at is tried once more."""

    def __init__(self, jobs: Sequence[Job], processes: int) -> None:
        self._jobs = jobs
        self._waiting = deque(range(len(jobs)))
        self._heard: Heard = SimpleQueue()
        self._at_work: dict[Worker, int | None] = {}  # with the job's number
        self._sent: dict[Worker, dict[tuple[int, ...], int]] = {}  # which settings and rules each has
        self._tried: set[int] = set()
        self._done: dict[int, FileReport] = {}
        for _ in range(processes):
            self._start()

    def reports(self) -> Iterator[FileReport]:
        """Yield one report per job, in their order; fewer if a signal asks the run to end."""
        for number, job in enumerate(self._jobs):
            while number not in self._done and self._at_work:
                heard = wait_for(self._heard)
                if heard is None:
                    return
                self._hear(*heard)
            if number in self._done:
                yield self._done.pop(number)
            elif number in self._tried:
                yield _lost(job)
            else:  # no process can be started
                yield from reports_by_thread([job])

    def close(self) -> None:
        """End the processes."""
        for worker in self._at_work:
            worker.dismiss()
        deadline = monotonic() + PARTING
        for worker in self._at_work:
            worker.status(max(deadline - monotonic(), 0))

    def _start(self) -> None:
        with suppress(OSError, RuntimeError):  # the system has no room for another
            self._at_work[Worker(_COMMAND, self._heard)] = None

    def _hear(self, worker: Worker, answer: bytes | None) -> None:
        number = self._at_work[worker]
        if answer is None:
            self._bury(worker, number)
            return
        if number is not None:
            self._done[number] = unpack(answer)
        if ends.exit_status_asked():
            self._waiting.clear()
        self._at_work[worker] = self._waiting.popleft() if self._waiting else None
        if (following := self._at_work[worker]) is not None:
            worker.ask(self._parcel(worker, self._jobs[following]))

    def _parcel(self, worker: Worker, job: Job) -> bytes:
        """Return a job as a message; settings and rules, which many share, are sent to each process once."""
        sent, shared = self._sent.setdefault(worker, {}), (job.settings, job.rules)
        key = id(job.settings), id(job.rules)
        is_new = key not in sent
        number = sent.setdefault(key, len(sent))
        return pack((number, shared if is_new else None, replace(job, settings=_NONE, rules=())))

    def _bury(self, worker: Worker, number: int | None) -> None:
        """Replace a process that has died at a file; one that has died before its first is not replaced."""
        del self._at_work[worker]
        self._sent.pop(worker, None)
        status = worker.status()
        if number is None:
            return
        if number in self._tried:
            self._done[number] = _lost(self._jobs[number], f" (exit status {status})")
        else:
            self._tried.add(number)
            self._waiting.appendleft(number)
        self._start()


def _lost(job: Job, how: str = "") -> FileReport:
    return FileReport(job.shown_as, faults=(Fault(READING, f"the process that checked it died{how}"),))
