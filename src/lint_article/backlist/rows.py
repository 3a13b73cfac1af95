"""The rows of the two tables: one a manuscript, one a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint_article import __version__
from lint_article.backlist.item import Item, key_of
from lint_article.backlist.publication import Publication, find_publication
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import failures

Status = Literal["checked", "incomplete", "failed", "part"]


class ManuscriptRow(NamedTuple):
    """A manuscript, and what came of it.

    `path`: its location, with `!member` for one inside of an archive. `item`: the file that was listed.
    `status`: `checked`; `incomplete`: something of it was not checked; `failed`: nothing was; `part`: it is checked as
    a part of another manuscript. `reason` says why it is not `checked`. `seconds` are those that it took.
    `grammar` is the engine with its version, and `version` that of lint-article.
    """

    path: str
    item: str
    status: str
    reason: str | None
    format: str | None
    journal: str | None
    year: int | None
    size: int
    seconds: float
    findings: int
    errors: int
    warnings: int
    suggestions: int
    suppressed: int
    grammar: str | None
    version: str


class FindingRow(NamedTuple):
    """A finding: `path`, `journal` and `year` are those of its manuscript.

    `file` is the file of the manuscript that it is in, if that has several. Lines and columns count from 1, columns in
    code points; `end_column` is exclusive. `words` are those that it is about. `fix` is what would change them, and
    `safety` is `safe`, `unsafe` or `shown`.
    """

    path: str
    journal: str | None
    year: int | None
    rule: str
    code: str
    severity: str
    message: str
    words: str
    file: str | None
    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None
    paragraph: int | None
    fix: str | None
    safety: str | None


class CheckedItem(NamedTuple):
    """What came of an item: of one manuscript, or of those that an archive holds."""

    manuscripts: tuple[ManuscriptRow, ...]
    findings: tuple[FindingRow, ...] = ()


def rows_of(
    item: Item, shown_as: str, report: FileReport, about: Publication, size: int, seconds: float
) -> tuple[ManuscriptRow, list[FindingRow]]:
    """Return the rows of a report."""
    path = key_of(shown_as)
    reasons = list(_reasons(report))
    status: Status = "failed" if _is_failed(report) else "incomplete" if reasons else "checked"
    found = [] if _is_failed(report) else [_row_of(path, about, one) for one in report.diagnostics]
    counts = [one.severity for one in found]
    manuscript = ManuscriptRow(
        path=path,
        item=key_of(item.location),
        status=status,
        reason=_lawful("; ".join(reasons)) or None,
        format=about.format or None,
        journal=about.journal,
        year=about.year,
        size=size,
        seconds=round(seconds, 3),
        findings=len(counts),
        errors=counts.count("error"),
        warnings=counts.count("warning"),
        suggestions=counts.count("suggestion"),
        suppressed=report.suppressed,
        grammar=report.grammar or None,
        version=__version__,
    )
    return manuscript, found


def row_without_findings(item: Item, status: Status, reason: str) -> ManuscriptRow:
    """Return the row of what was not checked, or not by itself."""
    listed, nothing = key_of(item.location), (0, 0.0, 0, 0, 0, 0, 0)
    about = find_publication("", item.below, b"")
    return ManuscriptRow(
        listed, listed, status, _lawful(reason), None, about.journal, about.year, *nothing, None, __version__
    )


def _is_failed(report: FileReport) -> bool:
    return not report.is_checked or any(one.rule == "unreadable-source" for one in report.diagnostics)


def _reasons(report: FileReport) -> Iterator[str]:
    """Yield why something of a manuscript was not checked."""
    yield from failures(report)
    yield from (one.message for one in report.diagnostics if one.rule in ("unreadable-source", "unchecked-text"))


def _row_of(path: str, about: Publication, found: Diagnostic) -> FindingRow:
    words = " ".join(line.text[line.start : line.end] for line in found.excerpt)
    place, end = found.place, found.end
    return FindingRow(
        path=path,
        journal=about.journal,
        year=about.year,
        rule=found.rule,
        code=found.code,
        severity=found.severity,
        message=_lawful(found.message),
        words=_lawful(words),
        file=key_of(place.path) if place.path else None,
        line=place.line,
        column=place.column,
        end_line=end.line,
        end_column=end.column,
        page=place.page,
        paragraph=place.paragraph,
        fix=_lawful(found.fix.title) if found.fix else None,
        safety=found.fix.safety if found.fix else None,
    )


def _lawful(text: str) -> str:
    """Return text without half characters, which no table holds."""
    return text.encode("utf-8", "replace").decode()
