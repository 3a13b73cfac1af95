"""Workflow commands, which GitHub shows as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import NOT_CHECKED, Failure, all_failures
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.style import Style, plain
from lint_article.reporters.terminal import visible

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield one command per finding and failure; a place in a file without lines (page, paragraph) is said in words."""
    for report in reports:
        for found in report.diagnostics:
            said = ",".join(f"{key}={_property(value)}" for key, value in _properties(report.path, found).items())
            yield f"::{_COMMANDS[found.severity]} {said}::{_data(whereabouts(found.place) + found.message)}"
    yield from map(_failed_line, all_failures(reports))


REPORTER = Reporter(lines)


def _properties(path: str, found: Diagnostic) -> dict[str, str]:
    place, end = found.place, found.end
    properties = {"file": place.path or path, "title": found.label}
    if place.page is None and place.paragraph is None:
        properties |= {"line": str(place.line), "endLine": str(end.line)}
        if place.line == end.line:  # columns are only heeded within one line
            properties |= {"col": str(place.column), "endColumn": str(max(end.column - 1, place.column))}
    return properties


def _failed_line(failure: Failure) -> str:
    file = "" if failure.path == "." else f"file={_property(failure.path)},"
    return f"::error {file}title={NOT_CHECKED}::{_data(failure.said)}"


def _data(text: str) -> str:
    """Return a text as a command holds it: on one line, with a sign for whatever else would steer a terminal."""
    lines = text.replace("%", "%25").replace("\r", "%0D").split("\n")
    return "%0A".join(map(visible, lines))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
