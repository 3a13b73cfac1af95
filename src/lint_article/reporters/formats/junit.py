"""JUnit XML, which nearly every CI system shows: a failed test per finding, a passed one per file without findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import failures
from lint_article.reporters.headline import headline, whereabouts
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.style import Style, plain
from lint_article.reporters.xml import attribute, content
from lint_article.text import Place


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield the lines of one document with one test suite per file; what could not be checked is an error."""
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<testsuites name="lint-article"{_counts(reports)}>'
    for report in reports:
        yield f"  <testsuite name={attribute(report.path or '.')}{_counts([report])}>"
        yield from (f"    {case}" for case in _cases(report))
        yield "  </testsuite>"
    yield "</testsuites>"


REPORTER = Reporter(lines)


def _cases(report: FileReport) -> Iterator[str]:
    for found in report.diagnostics:
        yield _case(report, found.rule, _failure(report.path, found), _at(report.path, found.place))
    for said in failures(report):
        yield _case(report, "not checked", f"<error message={attribute(said)}/>")
    if _is_passed(report):
        yield _case(report, "no findings")


def _at(path: str, place: Place) -> str:
    """Return the attributes of a place: the file, and its line if the format has lines."""
    line = "" if whereabouts(place) else f' line="{place.line}"'
    return f" file={attribute(place.path or path)}{line}"


def _case(report: FileReport, name: str, inside: str = "", at: str = "") -> str:
    return (
        f'<testcase classname={attribute(report.path or ".")} name={attribute(name)} time="0"{at}>{inside}</testcase>'
    )


def _failure(path: str, found: Diagnostic) -> str:
    said = f"type={attribute(found.severity)} message={attribute(found.message)}"
    return f"<failure {said}>{content(headline(path, found, plain))}</failure>"


def _is_passed(report: FileReport) -> bool:
    return not report.diagnostics and not failures(report)


def _counts(reports: Sequence[FileReport]) -> str:
    found = sum(len(report.diagnostics) for report in reports)
    errors = sum(len(failures(report)) for report in reports)
    passed = sum(map(_is_passed, reports))
    return f' tests="{found + errors + passed}" failures="{found}" errors="{errors}"'
