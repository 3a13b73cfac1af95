"""One line per finding: `path:line:column: code rule-name: message`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.engine.report import FileReport
from lint_article.text import Place


def lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield the lines of all findings."""
    for report in reports:
        for found in report.diagnostics:
            where = located(report.path, found.place)
            yield f"{where}: {found.severity} {found.code} {found.rule}: {found.message}"


def located(path: str, place: Place) -> str:
    """Return a place as it is printed: `path:line:column`, in a PDF `path:page:line:column`."""
    page = f"{place.page}:" if place.page else ""
    return f"{place.path or path}:{page}{place.line}:{place.column}"
