"""A report as Markdown, for a pull request's comment, an issue or an e-mail: a list of findings per file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_article.engine.diagnostic import Diagnostic, ExcerptLine
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import failures
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.statistics import markdown_lines
from lint_article.reporters.style import Style, plain
from lint_article.reporters.terminal import visible

_SAFETY = {"safe": "", "unsafe": " (needs a look)", "shown": " (by hand)"}
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@!$]")


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield a heading and a list for each file with findings; names and messages never become markup."""
    for report in reports:
        if report.diagnostics or failures(report):
            yield from _section(report)


REPORTER = Reporter(lines, streams=True, statistics=markdown_lines)


def _section(report: FileReport) -> Iterator[str]:
    yield f"### {_plain(report.path)}"
    yield ""
    for said in failures(report):
        yield f"- **not checked**: {_plain(said)}"
    for found in report.diagnostics:
        yield from _item(report, found)
    yield ""


def _item(report: FileReport, found: Diagnostic) -> Iterator[str]:
    where = whereabouts(found.place).removesuffix(": ") or f"line {found.place.line}"
    file = f"{found.place.path}, " if found.place.path not in (None, report.path) else ""
    url = report.rule_url(found.rule)
    rule = f"[{found.label}]({url})" if url else found.label
    yield f"- **{found.severity}** {rule}, {_plain(file + where)}: {_plain(found.message)}"
    for line in found.excerpt[:1]:
        yield f"  <br>{_excerpt(line)}"
    if found.fix:
        yield f"  <br>Fix: {_plain(found.fix.title)}{_SAFETY[found.fix.safety]}"


def _excerpt(line: ExcerptLine) -> str:
    before, flagged, after = line.text[: line.start], line.text[line.start : line.end], line.text[line.end :]
    marked = f"<mark>{_plain(flagged)}</mark>" if flagged else ""
    return f"{_plain(before)}{marked}{_plain(after)}".strip()


def _plain(words: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", visible(words))
