"""What could not be checked of a file, in sentences."""

from __future__ import annotations

from lint_article.engine.report import FileReport


def failures(report: FileReport) -> list[str]:
    """Return what failed: the file itself, files that could not be written, an engine, a rule of ours."""
    troubles = [trouble for trouble in (report.trouble, *report.unwritten) if trouble]
    said = [f"{trouble.message} {trouble.hint}".strip() for trouble in troubles]
    if report.incomplete:
        said.append(f"{report.path}: {report.incomplete.message} {report.incomplete.hint}".strip())
    faults = [f"Internal error in {fault.where} on {report.path}: {fault.error}" for fault in report.faults]
    return [*said, *faults]
