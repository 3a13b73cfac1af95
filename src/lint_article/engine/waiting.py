"""Files checked in a thread, so that whoever takes the reports only ever waits for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import takewhile
from queue import Empty, SimpleQueue
from threading import Thread, stack_size
from typing import TypeVar

from lint_article import ends
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.report import FileReport
from lint_article.engine.report_cache import check_or_recall

T = TypeVar("T")

_STEP = 0.1  # seconds until a signal is noticed
_STACK = 16 << 20  # bytes; some systems give a thread far less than a process


def wait_for(queue: SimpleQueue[T]) -> T | None:
    """Return the next item, or None once a signal asks the run to end and no item is there."""
    while True:
        is_over = ends.exit_status_asked()
        try:
            return queue.get(timeout=0 if is_over else _STEP)
        except Empty:
            if is_over:  # else an item may have come while the signal did
                return None


def reports_by_thread(jobs: Sequence[Job]) -> Iterator[FileReport]:
    """Yield one report per job, in their order; fewer if a signal asks the run to end."""
    done: SimpleQueue[FileReport | BaseException] = SimpleQueue()
    thread = Thread(target=_work, args=(jobs, done), daemon=True)
    usual = stack_size(_STACK)
    thread.start()
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
