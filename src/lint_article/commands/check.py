"""`lint-article check`: check the files, print what was found, say how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from lint_article import ends
from lint_article.commands.output import Output, info, internal_error, user_error
from lint_article.commands.outputs import Written, needs_documents, write_outputs
from lint_article.commands.progress import Progress
from lint_article.commands.rewrite import diff_lines, pass_on, unseen
from lint_article.commands.streams import as_json
from lint_article.commands.summary import absent_quotes, summary
from lint_article.dataclass import dataclass
from lint_article.document import Safety
from lint_article.engine.ledger import with_ledger
from lint_article.engine.plan import CheckRequest, Plan, plan
from lint_article.engine.pool import reports
from lint_article.engine.report import FileReport, condense
from lint_article.engine.shared_files import SharedFiles
from lint_article.errors import CLEAN, FAILED, FINDINGS, UserError
from lint_article.regular_files import is_folder
from lint_article.reporters import reporter
from lint_article.reporters.style import style_for
from lint_article.rulebook import SEVERITIES

Lines = Callable[[Sequence[FileReport]], Iterator[str]]


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
    written: Written = ()
    prints: bool = True
    is_recording: bool = False  # the findings go into a baseline or the settings
    ignore_reason: str = ""  # why they are to be ignored from now on


def fixes(safe: bool, unsafe: bool, diff: bool) -> tuple[Safety, ...]:
    """Return the safeties of the fixes to make: none unless they are to be written or shown as a difference."""
    if safe or diff:
        return ("safe", "unsafe") if unsafe else ("safe",)
    return ()


def check(asked: CheckRequest, printing: Printing) -> int:
    """Check the manuscripts, print the findings and return the exit status."""
    planned = _with_documents(plan(asked), printing)
    # A text from standard input goes back to standard output when it is fixed, so its findings cannot.
    spoken_for = "-" in asked.paths and asked.write
    with ends.Deferred(), Output(printing.output, sys.stderr if spoken_for else sys.stdout) as output:
        done = _print_reports(planned, printing, output)
        write_outputs([*done, *_cut_short(planned, done)], printing.written, printing.statistics, printing.quiet)
    _settle_baseline(asked, planned, done)
    if printing.ignore_reason and not ends.exit_status_asked():
        from lint_article.commands.add_ignore import add_ignores  # late: few runs want it

        add_ignores(planned.jobs, done, printing.ignore_reason)
    if planned.settings.output_format == "github":
        from lint_article.commands.step_summary import write_step_summary  # late: few runs are GitHub's

        write_step_summary(done)
    if not printing.quiet:
        _say_absent(asked, planned, done)
        info(summary(done, printing.diff))
    if ends.exit_status_asked():
        info("interrupted")
    return ends.exit_status_asked() or _status(done, planned, printing)


def _with_documents(planned: Plan, printing: Printing) -> Plan:
    """Return the plan with jobs that keep what they have parsed, if a format shows it."""
    names = [planned.settings.output_format, *(name for name, _ in printing.written)]
    if not printing.ignore_reason and not needs_documents(names):
        return planned
    return replace(planned, jobs=tuple(replace(job, keep_document=True) for job in planned.jobs))


def _settle_baseline(asked: CheckRequest, planned: Plan, done: Sequence[FileReport]) -> None:
    """Write the baseline if that is asked for; else say what of it is stale."""
    if planned.baseline is None or ends.exit_status_asked():
        return
    from lint_article.commands.baseline import stale_entries, write_baseline  # late: few runs have one

    if asked.baseline and asked.baseline.verb != "use":
        write_baseline(asked.baseline, planned.baseline, done)
    elif stale := stale_entries(planned.baseline, done):
        info(f"note: {stale}")


def _say_absent(asked: CheckRequest, planned: Plan, done: Sequence[FileReport]) -> None:
    """Say which words of `ignore` are nowhere, if a folder was searched; a file that is named may not be the one."""
    if any(is_folder(path) for path in asked.paths):
        for quote in absent_quotes(planned.jobs, done):
            info(f"note: No file has the words `{quote}`, which `ignore` in the settings names.")


def _print_reports(planned: Plan, printing: Printing, output: Output) -> list[FileReport]:
    """Return the reports; for people each is printed as it comes, for programs all are printed when they are there."""
    lines, at_once = _lines(planned, printing, output)
    is_counted_only = _is_counted_only(planned, printing, at_once)
    done = [FileReport(path, trouble=fault, is_rule=True) for path, fault in planned.faults]
    shared = SharedFiles.of(len(planned.jobs))
    with closing(_check_files(planned, printing, shared)) as checked:
        for report in checked:
            if at_once:
                output.write(lines([report]))
            done.append(condense(report) if is_counted_only else report)
    for number, found in shared.rest():
        number += len(planned.faults)
        if at_once and not printing.diff:
            output.write(lines([replace(done[number], diagnostics=found)]))
        done[number] = replace(done[number], diagnostics=(*done[number].diagnostics, *found))
    if not at_once:
        output.write(lines([*done, *_cut_short(planned, done)]))
    return done


def _check_files(planned: Plan, printing: Printing, shared: SharedFiles) -> Generator[FileReport, None, None]:
    """Yield the report of each file when it is there, after what is to be said of it on standard error."""
    for _, fault in planned.faults:
        user_error(fault.message, fault.hint)
    for note in planned.notes if not printing.quiet else ():
        info(f"note: {note}")
    shown: set[str] = set()
    said: set[object] = set()
    progress = Progress([job.shown_as for job in planned.jobs], printing.quiet)
    with progress, with_ledger(planned.jobs) as jobs, closing(reports(jobs, planned.settings.jobs)) as results:
        for report in map(shared.take, results):
            progress.clear()
            if printing.diff:
                report = unseen(report, shown)
            else:
                pass_on(report)
            _explain(_unsaid(report, said), planned, printing)
            yield report
            progress.step()


def _is_counted_only(planned: Plan, printing: Printing, at_once: bool) -> bool:
    """Tell whether nothing needs more of a report, once it is printed, than counts."""
    others = (printing.written, planned.baseline, printing.ignore_reason, planned.settings.output_format == "github")
    return (at_once or printing.statistics) and not any(others)


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
    if ends.exit_status_asked():
        part = f"{len(done)} of {len(planned.jobs)} files"
        yield FileReport("", trouble=UserError(f"The run was interrupted after {part}."))


def _lines(planned: Plan, printing: Printing, output: Output) -> tuple[Lines, bool]:
    """Return what is printed of reports, and whether it can be printed of each alone."""
    chosen = reporter(planned.settings.output_format)
    if printing.diff:
        return diff_lines, True
    if not printing.prints:
        return lambda _: iter(()), True
    style = style_for(output.stream, printing.color)
    plain_lines = chosen.file_lines if printing.output else chosen.lines
    print_ = chosen.counted_lines if printing.statistics else plain_lines
    at_once = chosen.streams and not printing.statistics
    if chosen.is_json:
        return lambda reports: as_json(print_(reports, style), output.stream), at_once
    return lambda reports: print_(reports, style), at_once


def _explain(report: FileReport, planned: Plan, printing: Printing) -> None:
    for fault in report.faults:
        internal_error(fault.where, report.path, fault.error, fault.trace if printing.debug else "")
    for trouble in (report.trouble, *report.unwritten):
        if trouble:
            user_error(trouble.message, trouble.hint)
    if report.incomplete:
        how = "error" if report.path in _strict(planned) else "warning"
        user_error(f"{report.path}: {report.incomplete.message}", report.incomplete.hint, how)
    for note in report.notes if not printing.quiet else ():
        info(f"note: {note}")


def _strict(planned: Plan) -> set[str]:
    """Return the files of which nothing may be left unchecked."""
    return {job.shown_as for job in planned.jobs if job.settings.grammar.incomplete == "error"}


def _status(done: Sequence[FileReport], planned: Plan, printing: Printing) -> int:
    strict = _strict(planned)
    if any(report.faults or report.trouble or report.unwritten for report in done):
        return FAILED
    if any(report.incomplete and report.path in strict for report in done):
        return FAILED
    if printing.exit_zero or printing.is_recording:
        return CLEAN
    if printing.diff:
        return FINDINGS if any(file.count for report in done for file in report.rewritten) else CLEAN
    failing = {job.shown_as: _failing(job.settings.fail_on) for job in planned.jobs}
    severities = ((report.path, found.severity) for report in done for found in report.diagnostics)
    return FINDINGS if any(severity in failing[path] for path, severity in severities) else CLEAN


def _failing(fail_on: str) -> Sequence[str]:
    return () if fail_on == "never" else SEVERITIES[SEVERITIES.index(fail_on) :]
