"""Checkstyle XML, which Jenkins, reviewdog and editors read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import failures
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.style import Style, plain
from lint_article.reporters.xml import attribute

_SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield the lines of one document; where a file has no lines (PDF, DOCX), its place is said in the message."""
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<checkstyle version="4.3">'
    for report in reports:
        for path, found in groupby(report.diagnostics, lambda one: one.place.path):
            yield from _file(path or report.path, map(_error, found))
        if failed := failures(report):
            yield from _file(report.path or ".", map(_failure, failed))
    yield "</checkstyle>"


REPORTER = Reporter(lines)


def _file(path: str, errors: Iterator[str]) -> Iterator[str]:
    yield f"  <file name={attribute(path)}>"
    yield from (f"    {error}" for error in errors)
    yield "  </file>"


def _error(found: Diagnostic) -> str:
    where = whereabouts(found.place)
    at = 'line="1"' if where else f'line="{found.place.line}" column="{found.place.column}"'
    said = f'severity="{_SEVERITIES[found.severity]}" message={attribute(where + found.message)}'
    return f'<error {at} {said} source="lint-article.{found.rule}"/>'


def _failure(said: str) -> str:
    return f'<error line="1" severity="error" message={attribute(said)} source="lint-article"/>'
