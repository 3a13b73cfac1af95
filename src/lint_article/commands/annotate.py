"""`lint-article annotate`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lint_article import ends
from lint_article.annotate.report import annotate
from lint_article.commands.output import info, user_error
from lint_article.commands.progress import Progress
from lint_article.document import Safety
from lint_article.engine.files import write_whole
from lint_article.engine.job import Job
from lint_article.engine.plan import CheckRequest, plan
from lint_article.engine.report import FileReport
from lint_article.engine.waiting import reports_by_thread
from lint_article.errors import CLEAN, FAILED, UserError
from lint_article.text.phrases import count_of

_PRINTED = Path("-")
_SUGGESTED: dict[str, tuple[Safety, ...]] = {"": (), "safe": ("safe",), "all": ("safe", "unsafe")}


def annotate_manuscripts(asked: CheckRequest, output: str, suggest: str, style: str) -> int:
    """Write the annotated copies, of several manuscripts into a folder; return the exit status.

    Raises UserError for what cannot be written; what cannot be annotated is said, and the others are.
    """
    planned = plan(asked)
    jobs = [replace(job, keep_document=True) for job in planned.jobs]
    info(*(f"note: {note}" for note in planned.notes))
    if not jobs:
        raise UserError("There is no manuscript to annotate.")
    targets = _targets(jobs, output)
    status = CLEAN
    with ends.Deferred(), Progress([job.shown_as for job in jobs], quiet=False) as progress:
        for target, report in zip(targets, reports_by_thread(jobs), strict=False):
            progress.clear()
            if not _has_written(report, target, suggest, style):
                status = FAILED
            progress.step()
    if ends.exit_status_asked():
        info("interrupted")
    return ends.exit_status_asked() or status


def _targets(jobs: Sequence[Job], output: str) -> list[Path]:
    """Return the file to write for each manuscript; raise UserError where one would replace another or a manuscript."""
    is_folder = Path(output).is_dir() or output.endswith(("/", os.sep))
    if len(jobs) > 1 and not is_folder:
        raise UserError(f"{len(jobs)} manuscripts need a folder.", "`--output-file FOLDER/` is one.")
    targets = [Path(output, Path(job.path).name) if is_folder else Path(output) for job in jobs]
    known = {Path(job.path).resolve() for job in jobs if job.path != "-"}
    for number, (job, target) in enumerate(zip(jobs, targets, strict=True)):
        if target.resolve() in known:
            raise UserError("The copy would replace the manuscript.", "Name another file with `--output-file`.")
        if target in targets[:number]:
            raise UserError(f"{job.shown_as} and another file would have one copy, {target}.", "Annotate them apart.")
    if is_folder:
        Path(output).mkdir(parents=True, exist_ok=True)
    return targets


def _has_written(report: FileReport, target: Path, suggest: str, style: str) -> bool:
    """Write the copy of one manuscript; tell whether all went well."""
    try:
        done = annotate(report, _SUGGESTED[suggest], style)
        _write(target, done.data)
    except UserError as error:
        user_error(error.message, error.hint)
        return False
    changes = f" and {count_of(done.changes, 'tracked change')}" if done.changes else ""
    shown = "standard output" if target == _PRINTED else target
    info(*(f"note: {note}" for note in done.notes), f"{shown}: {count_of(done.comments, 'comment')}{changes}")
    return not report.faults


def _write(target: Path, data: bytes) -> None:
    if target == _PRINTED:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_whole(str(target), data)
