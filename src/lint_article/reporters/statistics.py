"""How often each rule found something: as a table, as JSON, or in the shape that a service reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import FileReport
from lint_article.reporters.failures import NOT_CHECKED, all_failures
from lint_article.rulebook import rule_of
from lint_article.text.phrases import count_of


class RuleCount(NamedTuple):
    """A rule, and how many findings it has in how many files; or what could not be checked."""

    code: str
    name: str
    severity: str
    summary: str
    findings: int
    files: int


def count_rules(reports: Sequence[FileReport]) -> list[RuleCount]:
    """Return the rules that found something, the most frequent first, and then what could not be checked."""
    codes = Counter(found.code for report in reports for found in report.diagnostics)
    files = Counter(code for report in reports for code in {found.code for found in report.diagnostics})
    ordered = sorted(codes.items(), key=lambda entry: (-entry[1], entry[0]))
    rules = [(rule_of(code), number) for code, number in ordered]
    counts = [RuleCount(one.code, one.name, one.severity, one.summary, n, files[one.code]) for one, n in rules]
    failed = list(all_failures(reports))
    unchecked = RuleCount(
        NOT_CHECKED, "", "error", "Could not be checked", len(failed), len({one.path for one in failed})
    )
    return [*counts, unchecked] if failed else counts


def text_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield one line per rule."""
    for one in count_rules(reports):
        yield f"{one.findings:>6}  {one.code}  {one.name:28}  {one.summary}"


def markdown_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield a table with one row per rule."""
    yield "| findings | files | code | rule | severity | what it finds |"
    yield "|---:|---:|---|---|---|---|"
    for one in count_rules(reports):
        yield f"| {one.findings} | {one.files} | {one.code} | {one.name} | {one.severity} | {one.summary} |"


def json_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield one array, whose items have the shape of ruff's."""
    import json  # late: most runs print no JSON

    yield json.dumps([_item(one) for one in count_rules(reports)], ensure_ascii=False, indent=2)


def lines_of_json(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield the items of the array, one per line."""
    import json

    return (json.dumps(_item(one), ensure_ascii=False) for one in count_rules(reports))


def first_of_each(reports: Sequence[FileReport]) -> list[FileReport]:
    """Return the reports with the first finding of each rule only, whose message says how many there are."""
    counts = {one.code: one for one in count_rules(reports)}
    return [replace(report, diagnostics=tuple(_firsts(report, counts))) for report in reports]


def _firsts(report: FileReport, counts: dict[str, RuleCount]) -> Iterator[Diagnostic]:
    for found in report.diagnostics:
        if one := counts.pop(found.code, None):
            yield replace(found, message=f"{_how_many(one)}{found.message}")


def _how_many(one: RuleCount) -> str:
    if one.findings == 1:
        return ""
    return f"{one.summary}: {one.findings} findings in {count_of(one.files, 'file')}. The first: "


def _item(one: RuleCount) -> Mapping[str, object]:
    return {"code": one.code, "name": one.name, "count": one.findings, "severity": one.severity, "files": one.files}
