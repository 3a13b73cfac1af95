"""SARIF 2.1.0 (OASIS), the format that code-scanning services and journal CI read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from lint_article import __version__
from lint_article.engine.diagnostic import PlacedEdit, PlacedFix, PlacedRelated
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import failures
from lint_article.reporters.fingerprints import identify_findings
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.style import Style, plain
from lint_article.rulebook import Rule, rule_of
from lint_article.text import Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}

Table = Mapping[str, object]


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield the lines of one log with one run."""
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(reports)]}, ensure_ascii=False, indent=2)


REPORTER = Reporter(lines, is_json=True)


def _run(reports: Sequence[FileReport]) -> Table:
    found = {one.code: report.rule_url(one.rule) for report in reports for one in report.diagnostics}
    rules = [rule_of(code) for code in sorted(found)]
    indexes = {rule.name: index for index, rule in enumerate(rules)}
    results = [result for report in reports for result in _results(report, indexes)]
    driver = {
        "name": "lint-article",
        "semanticVersion": __version__,
        "rules": [_rule(rule, found[rule.code]) for rule in rules],
    }
    return {
        "tool": {"driver": driver, **_extensions(reports)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "results": results,
    }


def _extensions(reports: Sequence[FileReport]) -> Table:
    """Name the grammar engines with their versions, if any was run."""
    engines = sorted({one for report in reports if report.grammar for one in report.grammar.split(", ")})
    named = [engine.partition(" ")[::2] for engine in engines]
    return {"extensions": [{"name": name, "version": version} for name, version in named]} if named else {}


def _rule(rule: Rule, url: str) -> Table:
    more = f"`lint-article explain {rule.name}`"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\nMore: {more}", "markdown": f"{rule.why}\n\nMore: {more}"},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(reports: Sequence[FileReport]) -> Table:
    said = [sentence for report in reports for sentence in failures(report)]
    notices = [{"level": "error", "message": {"text": text}} for text in said]
    return {"executionSuccessful": not said, "toolExecutionNotifications": notices}


def _results(report: FileReport, indexes: Mapping[str, int]) -> Iterator[Table]:
    for found, fingerprint in identify_findings(report.diagnostics):
        result: dict[str, object] = {
            "ruleId": found.code,
            "ruleIndex": indexes[found.rule],
            "level": _LEVELS[found.severity],
            "message": {"text": whereabouts(found.place) + found.message},
            "locations": [_location(report.path, found.place, found.end)],
            "partialFingerprints": {"flaggedWords/v1": fingerprint},
        }
        if found.related:
            result["relatedLocations"] = [_related_locations(report.path, related) for related in found.related]
        if found.fix and found.fix.safety != "shown":
            result["fixes"] = [_fix(report.path, found.fix)]
        yield result


def _location(path: str, place: Place, end: Place) -> dict[str, object]:
    # Code scanning wants a line of the file, and what is a line of a page or a paragraph is none.
    where = whereabouts(place).removesuffix(": ")
    region = {"startLine": 1} if where else _region(place, end)
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(place.path or path)}, "region": region}
    }
    if where:
        location["logicalLocations"] = [{"name": where}]
        location["properties"] = _exact_place(place, end)
    return location


def _exact_place(place: Place, end: Place) -> Table:
    """Return the region within the page or paragraph, and the box of its words on the page of a PDF."""
    where = {"page": place.page, "paragraph": place.paragraph, "box": place.box, "heading": place.heading or None}
    return {**{key: value for key, value in where.items() if value is not None}, "region": _region(place, end)}


def _related_locations(path: str, related: PlacedRelated) -> Table:
    return {
        **_location(path, related.place, related.end),
        "message": {"text": whereabouts(related.place) + related.note},
    }


def _fix(path: str, fix: PlacedFix) -> Table:
    location = {"uri": uri(fix.edits[0].place.path or path)}
    change = {"artifactLocation": location, "replacements": [_replacement(edit) for edit in fix.edits]}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _replacement(edit: PlacedEdit) -> Table:
    return {"deletedRegion": _region(edit.place, edit.end), "insertedContent": {"text": edit.text}}


def _region(place: Place, end: Place) -> Table:
    return {"startLine": place.line, "startColumn": place.column, "endLine": end.line, "endColumn": end.column}


def uri(path: str) -> str:
    """Return a path as a URI: relative as it stands, absolute with its scheme."""
    if path == "-":
        return "stdin"
    absolute = Path(path).is_absolute()
    return ("file://" if absolute else "") + quote(Path(path).as_posix().encode("utf-8", "surrogateescape"))
