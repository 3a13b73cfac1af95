"""Reviewdog's diagnostic format, which brings findings and their fixes into any code review."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from lint_article.engine.diagnostic import Diagnostic, PlacedEdit, PlacedFix, PlacedRelated
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import NOT_CHECKED, Failure, all_failures
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.style import Style, plain
from lint_article.text import Place

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}

Table = dict[str, object]


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield one result; where a file has no lines (PDF, DOCX), a finding's place is said in its message."""
    found = [_diagnostic(report, one) for report in reports for one in report.diagnostics]
    found += map(_failed_diagnostic, all_failures(reports))
    yield json.dumps({"source": {"name": "lint-article"}, "diagnostics": found}, ensure_ascii=False, indent=2)


REPORTER = Reporter(lines, is_json=True)


def _diagnostic(report: FileReport, found: Diagnostic) -> Table:
    path, url = report.path, report.rule_url(found.rule)
    said: Table = {
        "message": whereabouts(found.place) + found.message,
        "location": _location(path, found.place, found.end),
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.label, **({"url": url} if url else {})},
    }
    if found.related:
        said["related_locations"] = [_related_location(path, related) for related in found.related]
    if found.fix and _is_applicable(found.fix):
        said["suggestions"] = [_suggestion(edit) for edit in found.fix.edits]
    return said


def _failed_diagnostic(failure: Failure) -> Table:
    return {
        "message": failure.said,
        "location": {"path": failure.path},
        "severity": "ERROR",
        "code": {"value": NOT_CHECKED},
    }


def _is_applicable(fix: PlacedFix) -> bool:
    """Tell whether a click on a suggestion would make the whole fix: one edit, in a file with lines."""
    ends = [place for edit in fix.edits for place in (edit.place, edit.end)]
    is_placed = all(place.byte_column and not whereabouts(place) for place in ends)
    return fix.safety != "shown" and len(fix.edits) == 1 and is_placed


def _related_location(path: str, related: PlacedRelated) -> Table:
    return {
        "message": whereabouts(related.place) + related.note,
        "location": _location(path, related.place, related.end),
    }


def _suggestion(edit: PlacedEdit) -> Table:
    return {"range": _range(edit.place, edit.end), "text": edit.text}


def _location(path: str, place: Place, end: Place) -> Table:
    range_ = {} if whereabouts(place) else {"range": _range(place, end)}
    return {"path": place.path or path, **range_}


def _range(place: Place, end: Place) -> Table:
    return {"start": _position(place), "end": _position(end)}


def _position(place: Place) -> Table:
    """Return a position whose column counts bytes, as this format wants it; none where they were not counted."""
    column = {"column": place.byte_column} if place.byte_column else {}
    return {"line": place.line, **column}
