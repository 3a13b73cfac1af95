"""One JSON object per finding or failure and line, printed as soon as its file is checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.engine.report import FileReport
from lint_article.reporters.formats.json import items_of
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.statistics import lines_of_json
from lint_article.reporters.style import Style, plain


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield the items of the JSON format, one per line."""
    return items_of(reports)


REPORTER = Reporter(lines, streams=True, is_json=True, statistics=lines_of_json)
