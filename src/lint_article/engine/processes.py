"""Files checked by several processes, one file each at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint_article import ends
from lint_article.config import Settings
from lint_article.engine.grammar import engines_of
from lint_article.engine.job import Job
from lint_article.engine.report import READING, Fault, FileReport
from lint_article.engine.waiting import reports_by_thread
from lint_article.grammar.embedded import originals
from lint_article.workers.crew import Crew, Sent
from lint_article.workers.messages import pack, unpack
from lint_article.workers.parent import command

_COMMAND = command("lint_article.engine.worker")
_NONE = Settings()


class Pool:
    """Processes that check files, and put the reports in the order of the jobs."""

    def __init__(self, jobs: Sequence[Job], processes: int) -> None:
        self._jobs = jobs
        shared = originals(engines_of(jobs))
        self._crew = Crew(_COMMAND, processes, range(len(jobs)), self._parcel, shared)

    def reports(self) -> Iterator[FileReport]:
        """Yield one report per job, in their order; fewer if a signal asks the run to end."""
        done: dict[int, FileReport] = {}
        following = 0
        for number, answer in self._crew.answers():
            done[number] = unpack(answer) if isinstance(answer, bytes) else _lost(self._jobs[number], answer)
            while following in done:
                yield done.pop(following)
                following += 1
        for number in range(following, 0 if ends.exit_status_asked() else len(self._jobs)):
            if number in done:
                yield done.pop(number)
            else:  # no process can be started
                yield from reports_by_thread([self._jobs[number]])

    def close(self) -> None:
        """End the processes."""
        self._crew.close()

    def _parcel(self, number: int, sent: Sent) -> bytes:
        """Return a job as a message; settings and rules, which many share, are sent to each process once."""
        job = self._jobs[number]
        shared, key = (job.settings, job.rules), (id(job.settings), id(job.rules))
        is_new = key not in sent
        of_shared = sent.setdefault(key, len(sent))
        return pack((of_shared, shared if is_new else None, replace(job, settings=_NONE, rules=())))


def _lost(job: Job, status: int) -> FileReport:
    said = f"the process that checked it died (exit status {status})"
    return FileReport(job.shown_as, faults=(Fault(READING, said),))
