"""Many files: checked by several processes when that pays, reported in the order in which they were given."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.report import READING, Fault, FileReport
from lint_article.engine.run import check

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

# With fewer bytes than this, starting processes costs more than they save.
_WORTHWHILE = 500_000

_grammar = Grammar()  # of this process, if it is one of a pool


def reports(jobs: Sequence[Job], processes: int) -> Iterator[FileReport]:
    """Yield one report per job, in the order of the jobs; `processes` 0 is one per processor, as far as it pays.

    LanguageTool works in parallel by itself, and each process would start a server of its own: its files stay in one.
    """
    if len(jobs) > 1:
        gc.enable()  # one file's garbage is not worth the while; that of many would pile up
    wanted = min(processes or _affordable(jobs), len(jobs))
    if wanted < 2 or any(job.settings.grammar.engine == "languagetool" for job in jobs):
        with closing(Grammar()) as grammar:
            for job in jobs:
                yield check(job, grammar)
        return
    with _pool(wanted) as pool:
        for job, future in [(job, pool.submit(_checked, job)) for job in jobs]:
            yield _result(future) or _alone(job)


def _pool(processes: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(processes, initializer=_prepare)


def _prepare() -> None:
    from multiprocessing.util import Finalize

    Finalize(None, _grammar.close, exitpriority=10)


def _checked(job: Job) -> FileReport:
    return check(job, _grammar)


def _result(future: Future[FileReport]) -> FileReport | None:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _alone(job: Job) -> FileReport:
    """Check a file in a process of its own, since a process has died and this file may have been the one to kill it."""
    with _pool(1) as pool:
        died = FileReport(job.shown_as, faults=(Fault(READING, "the process that checked it died"),))
        return _result(pool.submit(_checked, job)) or died


def _affordable(jobs: Sequence[Job]) -> int:
    if len(jobs) < 2 or sum(_size(job.path) for job in jobs) < _WORTHWHILE:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
