"""What the processes of a run have written, noted in a file that they share: a change of theirs is not the author's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from lint_article.engine.job import Job


@contextmanager
def with_ledger(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """Give the jobs with a common ledger, if several of them write."""
    if sum(job.write for job in jobs) < 2:
        yield list(jobs)
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="lint-article-") as folder:
        yield [replace(job, ledger=str(Path(folder, "written"))) for job in jobs]


def note(data: bytes, job: Job) -> None:
    """Note what is about to be written, so that nobody can meet it without knowing whose it is."""
    if job.ledger:
        with Path(job.ledger).open("a", encoding="ascii") as ledger:
            ledger.write(_mark(data))


def is_noted(data: bytes, job: Job) -> bool:
    """Tell whether this run has written these bytes."""
    ledger = Path(job.ledger)
    return bool(job.ledger) and ledger.exists() and _mark(data) in ledger.read_text(encoding="ascii")


def _mark(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest() + "\n"
