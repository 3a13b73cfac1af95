"""Writing what fixes have made of the files of a manuscript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lint_article import ends
from lint_article.engine.files import Changed, expect, replace_content
from lint_article.engine.job import Job
from lint_article.engine.ledger import is_noted, note
from lint_article.engine.leftovers import remove_leftovers
from lint_article.engine.report import Rewritten
from lint_article.errors import UserError


class Overtaken(Exception):
    """Another process of this run has changed a file since it was read."""


def write(files: Sequence[Rewritten], job: Job) -> tuple[tuple[Rewritten, ...], tuple[UserError, ...]]:
    """Write the files that the job wants written; return those that were, and why others were not.

    If one of them has changed since it was read, none is written. Raises Overtaken if it is this run itself that has
    changed it. Standard input is left to the caller.
    """
    kept = [file for file in files if file.path != "-" and job.write]
    for file in kept:
        remove_leftovers(Path(file.path).resolve().parent)
    wanted = [file for file in kept if file.count]
    left, unwritten = list(wanted), []
    try:
        for file in wanted:
            with _noticing_changes(file, job):
                expect(Path(file.path).resolve(), file.before, file.after)
        with ends.unbroken:
            for file in wanted:
                with _noticing_changes(file, job):
                    note(file.after, job)
                    if replace_content(file.path, file.before, file.after):
                        left.remove(file)
    except UserError as error:
        unwritten.append(error.with_traceback(None))
    return tuple(file for file in files if file not in left), tuple(unwritten)


@contextmanager
def _noticing_changes(file: Rewritten, job: Job) -> Iterator[None]:
    try:
        yield
    except Changed as change:
        if change.now is not None and is_noted(change.now, job):
            raise Overtaken from None
        message = f"{file.path} changed while it was checked; nothing was written."
        raise UserError(message, "Save it, and run the command again.") from None
