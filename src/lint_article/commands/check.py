"""`lint-article check`: check the files, print what was found, say how it went."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from lint_article import ends
from lint_article.commands.output import Output, complain, confess, say
from lint_article.commands.plan import Asked, Plan, plan
from lint_article.commands.progress import Progress
from lint_article.commands.rewrite import difference, written
from lint_article.commands.streams import as_json
from lint_article.commands.summary import statistics, summary
from lint_article.dataclass import dataclass
from lint_article.document import Safety
from lint_article.engine.pool import reports
from lint_article.engine.report import FileReport, Trouble
from lint_article.errors import CLEAN, FAILED, FINDINGS
from lint_article.reporters import FOR_PEOPLE, Lines, reporter
from lint_article.reporters.style import style_for
from lint_article.rulebook import SEVERITIES


@dataclass(frozen=True, slots=True)
class Printing:
    """What the command line says about what is printed and how the command ends."""

    output: Path | None = None
    color: str = "auto"
    diff: bool = False
    statistics: bool = False
    exit_zero: bool = False
    quiet: bool = False
    debug: bool = False


def fixes(safe: bool, unsafe: bool, diff: bool) -> tuple[Safety, ...]:
    """Return the safeties of the fixes that the options ask for."""
    if unsafe:
        return ("safe", "unsafe")
    return ("safe",) if safe or diff else ()


def check(asked: Asked, printing: Printing) -> int:
    """Check the manuscripts, print the findings and return the exit status."""
    planned = plan(asked)
    # A text from standard input goes back to standard output when it is fixed, so its findings cannot.
    spoken_for = "-" in asked.paths and asked.fix and not printing.diff
    with ends.Deferred(), Output(printing.output, sys.stderr if spoken_for else sys.stdout) as output:
        done = _printed(planned, printing, output)
    if not printing.quiet:
        say(summary(done, printing.diff))
    if ends.asked():
        say("interrupted")
    return ends.asked() or _status(done, planned, printing)


def _printed(planned: Plan, printing: Printing, output: Output) -> list[FileReport]:
    """Return the reports; for people each is printed as it comes, for programs all are printed when they are there."""
    lines, at_once = _lines(planned, printing, output)
    progress = Progress(len(planned.jobs), printing.quiet)
    done: list[FileReport] = []
    said: set[object] = set()
    with closing(reports(planned.jobs, planned.settings.jobs)) as results:
        for report in _checked(planned, results):
            progress.clear()
            if not printing.diff:
                report = written(report)
            _explain(_unsaid(report, said), planned, printing)
            if at_once:
                output.write(lines([report]))
            progress.step(report.path)
            done.append(report)
    progress.clear()
    if not at_once:
        output.write(lines([*done, *_cut_short(planned, done)]))
    return done


def _checked(planned: Plan, results: Iterator[FileReport]) -> Iterator[FileReport]:
    """Yield the reports in the order of the command line; fewer if a signal asks the run to end."""
    for step in planned.steps:
        report = step if isinstance(step, FileReport) else next(results, None)
        if report is None:
            return
        yield report


def _unsaid(report: FileReport, said: set[object]) -> FileReport:
    """Return the report without what was said of another file in the same words, as of an engine that is missing."""
    fresh = replace(
        report,
        trouble=report.trouble if report.trouble not in said else None,
        incomplete=report.incomplete if report.incomplete not in said else None,
        notes=tuple(note for note in report.notes if note not in said),
    )
    said |= {report.trouble, report.incomplete, *report.notes}
    return fresh


def _cut_short(planned: Plan, done: Sequence[FileReport]) -> Iterator[FileReport]:
    """Yield what a log has to say of files that a signal has left unchecked."""
    if ends.asked():
        part = f"{len(done)} of {len(planned.steps)} files"
        yield FileReport("", trouble=Trouble(f"The run was interrupted after {part}."))


def _lines(planned: Plan, printing: Printing, output: Output) -> tuple[Lines, bool]:
    """Return what is printed of reports, and whether it can be printed of each alone."""
    name = planned.settings.output_format
    if printing.diff:
        return difference, True
    if printing.statistics:
        return statistics, False
    lines = reporter(name, style_for(output.stream, printing.color))
    if name in ("json", "sarif"):
        return lambda reports: as_json(lines(reports), output.stream), False
    return lines, name in FOR_PEOPLE


def _explain(report: FileReport, planned: Plan, printing: Printing) -> None:
    for fault in report.faults:
        confess(fault.where, report.path, fault.error, fault.trace if printing.debug else "")
    if report.trouble:
        complain(report.trouble.message, report.trouble.hint)
    if report.incomplete:
        how = "error" if report.path in _strict(planned) else "warning"
        complain(f"{report.path}: {report.incomplete.message}", report.incomplete.hint, how)
    for note in report.notes if not printing.quiet else ():
        say(f"note: {note}")


def _strict(planned: Plan) -> set[str]:
    """Return the files of which nothing may be left unchecked."""
    return {job.shown_as for job in planned.jobs if job.settings.grammar.incomplete == "error"}


def _status(done: Sequence[FileReport], planned: Plan, printing: Printing) -> int:
    strict = _strict(planned)
    if any(report.faults or report.trouble or (report.incomplete and report.path in strict) for report in done):
        return FAILED
    if printing.exit_zero:
        return CLEAN
    if printing.diff:
        return FINDINGS if any(report.rewrite and report.rewrite.count for report in done) else CLEAN
    failing = {job.shown_as: _failing(job.settings.fail_on) for job in planned.jobs}
    severities = ((report.path, found.severity) for report in done for found in report.diagnostics)
    return FINDINGS if any(severity in failing[path] for path, severity in severities) else CLEAN


def _failing(fail_on: str) -> Sequence[str]:
    return () if fail_on == "never" else SEVERITIES[SEVERITIES.index(fail_on) :]
