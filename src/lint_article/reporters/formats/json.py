"""One array of findings, in the shape that ruff's JSON has.

What could not be checked is an item, too, with `not-checked` in place of the code and the rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain

from lint_article.engine.diagnostic import Diagnostic, PlacedFix, PlacedRelated
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import NOT_CHECKED, Failure, all_failures
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.statistics import json_lines
from lint_article.reporters.style import Style, plain
from lint_article.text import Place

_APPLICABILITY = {"safe": "safe", "unsafe": "unsafe", "shown": "display"}


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield the array, one finding per line; characters are never escaped but for what JSON asks for."""
    items = list(items_of(reports))
    yield "[" + ",".join(f"\n  {item}" for item in items) + ("\n]" if items else "]")


REPORTER = Reporter(lines, is_json=True, statistics=json_lines)


def items_of(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield one JSON object per finding, and then per failure, each on one line."""
    findings = (_item(report, found) for report in reports for found in report.diagnostics)
    items = chain(findings, map(_failed_item, all_failures(reports)))
    return (json.dumps(item, ensure_ascii=False) for item in items)


def _item(report: FileReport, found: Diagnostic) -> dict[str, object]:
    path = report.path
    # Which engine judged the grammar, and its version: the array has no head that could say it once.
    engine = {"engine": report.grammar} if report.grammar and found.kind == "grammar" else {}
    return {
        "filename": found.place.path or path,
        "code": found.code,
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "url": report.rule_url(found.rule) or None,
        "location": location(found.place),
        "end_location": location(found.end),
        "fix": _fix(found.fix) if found.fix else None,
        "related": [_related_rows(path, related) for related in found.related],
        **engine,
    }


def _failed_item(failure: Failure) -> dict[str, object]:
    start = location(Place(1, 1))
    return {
        "filename": failure.path,
        "code": NOT_CHECKED,
        "rule": NOT_CHECKED,
        "severity": "error",
        "message": failure.said,
        "url": None,
        "location": start,
        "end_location": start,
        "fix": None,
        "related": [],
    }


def location(place: Place) -> dict[str, object]:
    """Return a place as JSON: `row` and `column`, and what else the format has of it.

    That is `page` and `box` (left, bottom, right, top of the words on that line, in points) in a PDF, `paragraph` and
    `heading` in a DOCX, `cell`, `cell_row` and `cell_column` in a notebook.
    """
    extra: dict[str, object] = {
        "page": place.page,
        "paragraph": place.paragraph,
        "box": place.box,
        "heading": place.heading or None,
    }
    extra |= dict(zip(("cell", "cell_row", "cell_column"), place.cell or (), strict=False))
    return {"row": place.line, "column": place.column} | {key: n for key, n in extra.items() if n is not None}


def _fix(fix: PlacedFix) -> dict[str, object]:
    edits = [
        {"content": edit.text, "location": location(edit.place), "end_location": location(edit.end)}
        for edit in fix.edits
    ]
    return {"message": fix.title, "applicability": _APPLICABILITY[fix.safety], "edits": edits}


def _related_rows(path: str, related: PlacedRelated) -> dict[str, object]:
    elsewhere = {"filename": related.place.path} if related.place.path and related.place.path != path else {}
    return {
        "message": related.note,
        "location": location(related.place),
        "end_location": location(related.end),
        **elsewhere,
    }
