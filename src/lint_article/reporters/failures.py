"""What could not be checked of a file, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_article.engine.report import FileReport
from lint_article.reporters.terminal import visible

NOT_CHECKED = "not-checked"
"""What stands in place of a rule, where a format has findings only."""


class Failure(NamedTuple):
    """A file of which something could not be checked, and what; `path` is "." where it is no file's fault."""

    path: str
    said: str


def failures(report: FileReport) -> list[str]:
    """Return what failed: the file itself, files that could not be written, an engine, a rule of ours."""
    troubles = [trouble for trouble in (report.trouble, *report.unwritten) if trouble]
    said = [f"{trouble.message} {trouble.hint}".strip() for trouble in troubles]
    if report.incomplete:
        said.append(f"{report.path}: {report.incomplete.message} {report.incomplete.hint}".strip())
    faults = [f"Internal error in {fault.where} on {report.path}: {fault.error}" for fault in report.faults]
    return [*said, *faults]


def all_failures(reports: Sequence[FileReport]) -> Iterator[Failure]:
    """Yield what failed, file by file."""
    return (Failure(report.path or ".", said) for report in reports for said in failures(report))


def failure_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield a line for each failure, for people."""
    return (f"{NOT_CHECKED}: {visible(one.said)}" for one in all_failures(reports))
