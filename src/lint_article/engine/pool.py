"""Many files: checked by several processes when that pays, reported in the order in which they were given."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from lint_article import ends
from lint_article.engine.job import Job
from lint_article.engine.report import FileReport
from lint_article.engine.report_cache import recall

# With fewer bytes than this, starting processes costs more than they save.
_WORTHWHILE = 500_000


def reports(jobs: Sequence[Job], processes: int) -> Generator[FileReport, None, None]:
    """Yield one report per job, in the order of the jobs; fewer if a signal asks the run to end.

    `processes` 0 is one per processor, as far as it pays. A grammar engine that works in parallel by itself is asked
    by one process, and standard input is read by one. Nothing is started before a report is not known already.
    """
    if len(jobs) > 1:
        gc.enable()  # one file's garbage is not worth the while; that of many would pile up
    for number, job in enumerate(jobs):
        known = recall(job)
        if known is None:
            yield from _check(jobs[number:], processes)
            return
        if ends.exit_status_asked():
            return
        yield known


def _check(jobs: Sequence[Job], processes: int) -> Iterator[FileReport]:
    wanted = min(processes or _affordable(jobs), len(jobs))
    if wanted < 2 or any(job.path == "-" for job in jobs) or _has_parallel_engine(jobs):
        from lint_article.engine.waiting import reports_by_thread  # late: what is known need not be checked

        yield from reports_by_thread(jobs)
        return
    from lint_article.engine.processes import Pool  # late: most runs are of one file

    with closing(Pool(jobs, wanted)) as pool:
        yield from pool.reports()


def _has_parallel_engine(jobs: Sequence[Job]) -> bool:
    from lint_article.grammar.registry import entry  # late: most runs are of one file

    engines = {name for job in jobs for name in job.settings.grammar.engine.split("+")}
    return any(entry(name).parallel for name in engines - {"none"})


def _affordable(jobs: Sequence[Job]) -> int:
    if len(jobs) < 2 or sum(_size(job.path) for job in jobs) < _WORTHWHILE:
        return 1
    from lint_article.workers.parent import processors

    return processors()


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
