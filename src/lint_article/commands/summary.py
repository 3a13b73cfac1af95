"""The run in one line, and in one line per rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint_article.engine.report import FileReport
from lint_article.rulebook import SEVERITIES, rulebook


def summary(reports: Sequence[FileReport], diff: bool = False) -> str:
    """Return what was found in how many files, what was fixed and what could be."""
    found = [diagnostic for report in reports for diagnostic in report.diagnostics]
    files = sum(1 for report in reports if not report.trouble)
    if not files:
        return "Nothing was checked."
    fixed = sum(report.rewrite.count for report in reports if report.rewrite)
    if diff:
        return f"{_count(fixed, 'fix', 'fixes')} to write." if fixed else "Nothing to fix."
    severities = Counter(diagnostic.severity for diagnostic in found)
    each = ", ".join(
        _count(severities[severity], severity) for severity in reversed(SEVERITIES) if severities[severity]
    )
    said = f"{_count(len(found), 'finding')} ({each}) in" if found else "No findings in"
    touched = sum(1 for report in reports if report.diagnostics)
    said += f" {touched} of {_count(files, 'file')}" if found and files > 1 else f" {_count(files, 'file')}"
    failed = len(reports) - files
    said += f"; {_count(failed, 'path')} could not be checked" if failed else ""
    suppressed = sum(report.suppressed for report in reports)
    fixable = sum(1 for diagnostic in found if diagnostic.fix and diagnostic.fix.safety == "safe")
    said += f"; {_count(fixed, 'fix', 'fixes')} written" if fixed else ""
    said += f"; {suppressed} suppressed" if suppressed else ""
    said += f"; {fixable} can be mended with --fix" if fixable else ""
    return f"{said}. Grammar: {_grammar(reports)}."


def _grammar(reports: Sequence[FileReport]) -> str:
    engines = dict.fromkeys(report.grammar for report in reports if report.grammar)
    incomplete = sum(1 for report in reports if report.incomplete)
    part = f", incomplete in {_count(incomplete, 'file')}" if incomplete and engines else ""
    return (", ".join(engines) or "not checked") + part


def statistics(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield one line per rule that found something, the most frequent first."""
    counts = Counter(diagnostic.code for report in reports for diagnostic in report.diagnostics)
    for code, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        rule = rulebook().rule(code)
        yield f"{count:>6}  {code}  {rule.name:28}  {rule.summary}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
