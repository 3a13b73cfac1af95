"""For people: the finding, the lines it stands on with the flagged words underlined, fix and related places below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.engine.diagnostic import Diagnostic, ExcerptLine
from lint_article.engine.report import FileReport
from lint_article.reporters.headline import COLOURS, format_place, headline
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.statistics import text_lines
from lint_article.reporters.style import Style, plain
from lint_article.reporters.terminal import cells, visible

_SAFETY = {"safe": "", "unsafe": " (unsafe)", "shown": " (manual)"}


def lines(reports: Sequence[FileReport], style: Style = plain) -> Iterator[str]:
    """Yield the lines of all findings, each finding followed by an empty line."""
    for report in reports:
        for found in report.diagnostics:
            yield headline(report.path, found, style)
            yield from _below(report.path, found, style)
            yield ""


REPORTER = Reporter(lines, streams=True, omits_failures=True, statistics=text_lines)


def _below(path: str, found: Diagnostic, style: Style = plain) -> Iterator[str]:
    gutter = max((len(str(line.number)) for line in found.excerpt), default=1)
    for line in found.excerpt:
        yield style("dim", f"{line.number:>{gutter}} | ") + visible(line.text)
        yield style("dim", f"{'':>{gutter}} | ") + style(COLOURS[found.severity], underline(line))
    if found.fix:
        yield f"{'':>{gutter}} = {style('green', 'fix')}: {visible(found.fix.title)}{_SAFETY[found.fix.safety]}"
    for related in found.related:
        yield f"{'':>{gutter}} = {style('dim', format_place(path, related.place))}: {visible(related.note)}"


def underline(line: ExcerptLine) -> str:
    """Return the carets that stand under the flagged characters on a terminal; at least one, even under none."""
    flagged = cells(visible(line.text[line.start : line.end]))
    return " " * cells(visible(line.text[: line.start])) + "^" * max(flagged, 1)
