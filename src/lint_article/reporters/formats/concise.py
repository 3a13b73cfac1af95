"""One line per finding: `path:line:column: severity code rule-name: message`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.engine.report import FileReport
from lint_article.reporters.headline import headline
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.statistics import text_lines
from lint_article.reporters.style import Style, plain


def lines(reports: Sequence[FileReport], style: Style = plain) -> Iterator[str]:
    """Yield the lines of all findings."""
    return (headline(report.path, found, style) for report in reports for found in report.diagnostics)


REPORTER = Reporter(lines, streams=True, omits_failures=True, statistics=text_lines)
