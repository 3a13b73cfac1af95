"""Writing what fixes have made of files, by several processes of a run that may share a bibliography."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lint_article.engine.files import Changed, expect, replace_content
from lint_article.engine.job import Job
from lint_article.engine.report import Rewritten, Trouble
from lint_article.errors import UserError


class Overtaken(Exception):  # noqa: N818 - it says what has happened
    """Another process of this run has changed a file since it was read."""


@contextmanager
def with_ledger(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """Give the jobs with a common file in which their processes note what they write, if several write."""
    if sum(job.write for job in jobs) < 2:
        yield list(jobs)
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="lint-article-") as folder:
        yield [replace(job, ledger=str(Path(folder, "written"))) for job in jobs]


def write(files: Sequence[Rewritten], job: Job) -> tuple[tuple[Rewritten, ...], tuple[Trouble, ...]]:
    """Write the files, unless one of them has changed since it was read; return those written, and why others are not.

    Raises Overtaken if it is this run itself that has changed one of them. Standard input is left to the caller.
    """
    wanted = [file for file in files if file.count and file.path != "-"]
    written, unwritten = [file for file in files if file not in wanted], []
    try:
        for file in wanted:
            with _noticing_changes(file, job):
                expect(Path(file.path).resolve(), file.before, file.after)
        for file in wanted:
            with _noticing_changes(file, job):
                _note(file.after, job)
                replace_content(file.path, file.before, file.after)
            written.append(file)
    except UserError as error:
        unwritten.append(Trouble(error.message, error.hint))
    return tuple(written), tuple(unwritten)


@contextmanager
def _noticing_changes(file: Rewritten, job: Job) -> Iterator[None]:
    try:
        yield
    except Changed as change:
        if change.now is not None and _is_noted(change.now, job):
            raise Overtaken from None
        message = f"{file.path} changed while it was checked; nothing was written."
        raise UserError(message, "Save it, and run the command again.") from None


def _note(data: bytes, job: Job) -> None:
    """Note what is about to be written, so that nobody can meet it without knowing whose it is."""
    if job.ledger:
        with Path(job.ledger).open("a", encoding="ascii") as ledger:
            ledger.write(sha256(data).hexdigest() + "\n")


def _is_noted(data: bytes, job: Job) -> bool:
    ledger = Path(job.ledger)
    return bool(job.ledger) and ledger.exists() and sha256(data).hexdigest() in ledger.read_text(encoding="ascii")
