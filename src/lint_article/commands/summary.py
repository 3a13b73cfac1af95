"""The run in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.job import Job
from lint_article.engine.report import FileReport
from lint_article.rulebook import SEVERITIES
from lint_article.text.phrases import count_of


def summary(reports: Sequence[FileReport], diff: bool = False) -> str:
    """Return what was found in how many files, what could not be checked, what was fixed and what could be."""
    checked = [report for report in reports if report.is_checked]
    if not checked:
        return "Nothing was checked."
    fixed = sum(file.count for report in checked for file in report.rewritten)
    if diff:
        said = [f"{count_of(fixed, 'fix', 'fixes')} to write" if fixed else "Nothing to fix", *_failures(reports)]
        return f"{'; '.join(said)}."
    found = [diagnostic for report in checked for diagnostic in report.diagnostics]
    suppressed = sum(report.suppressed for report in checked)
    failures = list(_failures(reports))
    said = [_findings(checked), *failures] if found or not failures else [*failures, "no findings in the rest"]
    said += [f"{count_of(fixed, 'fix', 'fixes')} written"] if fixed else []
    said += [f"{suppressed} suppressed"] if suppressed else []
    known = sum(len(report.baseline.known) for report in checked if report.baseline)
    said += [f"{known} in the baseline"] if known else []
    elsewhere = sum(report.elsewhere for report in checked)
    said += [f"{elsewhere} on unchanged lines"] if elsewhere else []
    said += _fixable(found)
    return f"{'; '.join(said)}. Grammar: {_grammar(checked)}."


def _findings(checked: Sequence[FileReport]) -> str:
    severities = Counter(diagnostic.severity for report in checked for diagnostic in report.diagnostics)
    files = count_of(len(checked), "file")
    if not severities:
        return f"No findings in {files}"
    each = ", ".join(count_of(severities[name], name) for name in reversed(SEVERITIES) if severities[name])
    touched = sum(1 for report in checked if report.diagnostics)
    where = f"{touched} of {files}" if len(checked) > 1 else files
    return f"{count_of(severities.total(), 'finding')} ({each}) in {where}"


def _failures(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield how many files could not be checked, or only in part because a rule failed."""
    rules = sum(1 for report in reports if report.is_rule)
    if rules:
        yield f"{count_of(rules, 'rule')} of your own could not be run"
    reports = [report for report in reports if not report.is_rule]
    unchecked = sum(1 for report in reports if not report.is_checked)
    partly = sum(1 for report in reports if report.is_checked and report.faults)
    for number, what in ((unchecked, "could not be checked"), (partly, "could not be checked completely")):
        if number:
            yield f"{number} of {count_of(len(reports), 'file')} {what}"


def absent_quotes(jobs: Iterable[Job], reports: Iterable[FileReport]) -> list[str]:
    """Return the quotes of `ignore` that none of the files has for which they are set."""
    sought = Counter(quote for job in jobs for quote in job.quotes)
    absent = Counter(quote for report in reports for quote in report.absent)
    return [quote for quote, number in sought.items() if absent[quote] == number]


def _fixable(found: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield how many findings `--fix` would repair, and how many more with the unsafe fixes."""
    safeties = Counter(diagnostic.fix.safety for diagnostic in found if diagnostic.fix)
    safe, unsafe = safeties["safe"], safeties["unsafe"]
    if safe:
        yield f"{safe} fixable with --fix" + (f" ({unsafe} more with --unsafe-fixes)" if unsafe else "")
    elif unsafe:
        yield f"{unsafe} fixable with --fix --unsafe-fixes"


def _grammar(reports: Sequence[FileReport]) -> str:
    engines = dict.fromkeys(report.grammar for report in reports if report.grammar)
    incomplete = sum(1 for report in reports if report.incomplete)
    part = f", incomplete in {count_of(incomplete, 'file')}" if incomplete and engines else ""
    return (", ".join(engines) or "not checked") + part
