"""What an output format is: a function from reports to lines, and how its lines may be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lint_article.dataclass import dataclass
from lint_article.engine.report import FileReport
from lint_article.reporters.style import Style

Lines = Callable[[Sequence[FileReport], Style], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Reporter:
    """An output format.

    `streams`: each report can be printed as soon as it is there; else all are printed together at the end.
    `is_json`: the lines must be valid JSON in any encoding of the stream.
    `needs_document`: the reports must hold the parsed manuscripts.
    `omits_failures`: what could not be checked is left to standard error, unless the lines go to a file.
    `statistics`: what is printed where only counts are wanted; else the first finding of each rule, with its count.
    """

    lines: Lines
    streams: bool = False
    is_json: bool = False
    needs_document: bool = False
    omits_failures: bool = False
    statistics: Callable[[Sequence[FileReport]], Iterator[str]] | None = None

    def file_lines(self, reports: Sequence[FileReport], style: Style) -> Iterator[str]:
        """Yield the lines as a file has them, which nobody reads beside standard error."""
        yield from self.lines(reports, style)
        if self.omits_failures:
            from lint_article.reporters.failures import failure_lines  # late: few runs want it

            yield from failure_lines(reports)

    def counted_lines(self, reports: Sequence[FileReport], style: Style) -> Iterator[str]:
        """Yield how often each rule found something, in this format."""
        if self.statistics:
            return self.statistics(reports)
        from lint_article.reporters.statistics import first_of_each  # late: few runs want it

        return self.lines(first_of_each(reports), style)
