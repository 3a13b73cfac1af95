"""Files checked in a thread, so that whoever takes the reports only ever waits for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import takewhile
from queue import SimpleQueue
from threading import stack_size

from lint_article import ends
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.report import FileReport
from lint_article.engine.report_cache import check_or_recall
from lint_article.threads import start_thread
from lint_article.workers.queues import wait_for

_STACK = 16 << 20  # bytes; some systems give a thread far less than a process


def reports_by_thread(jobs: Sequence[Job]) -> Iterator[FileReport]:
    """Yield one report per job, in their order; fewer if a signal asks the run to end."""
    done: SimpleQueue[FileReport | BaseException] = SimpleQueue()
    usual = stack_size(_STACK)
    thread = start_thread(_work, jobs, done)
    stack_size(usual)
    for number in range(1, len(jobs) + 1):
        report = wait_for(done)
        if report is None:
            return
        if isinstance(report, BaseException):
            raise report
        if number == len(jobs):
            thread.join()  # it ends what it has started
        yield report


def _work(jobs: Sequence[Job], done: SimpleQueue[FileReport | BaseException]) -> None:
    try:
        with closing(Grammar()) as grammar:
            for job in takewhile(lambda _: not ends.exit_status_asked(), jobs):
                done.put(check_or_recall(job, grammar))
    except BaseException as error:  # whoever waits must not wait for ever
        done.put(error)
