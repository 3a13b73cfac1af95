"""A page for people: the manuscript with its findings in place, in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.engine.report import FileReport
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.style import Style, plain


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield the lines of the page."""
    from lint_article.reporters.review.page import page

    return page(reports)


REPORTER = Reporter(lines, needs_document=True)
