"""How often each rule found something: as a table, as JSON, or in the shape that a service reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import FileReport
from lint_article.rulebook import Rule, rule_of
from lint_article.text.phrases import count_of


class RuleCount(NamedTuple):
    """A rule, and how many findings it has in how many files."""

    rule: Rule
    findings: int
    files: int


def count_rules(reports: Sequence[FileReport]) -> list[RuleCount]:
    """Return the rules that found something, the most frequent first."""
    codes = Counter(found.code for report in reports for found in report.diagnostics)
    files = Counter(code for report in reports for code in {found.code for found in report.diagnostics})
    ordered = sorted(codes.items(), key=lambda entry: (-entry[1], entry[0]))
    return [RuleCount(rule_of(code), number, files[code]) for code, number in ordered]


def text_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield one line per rule."""
    for rule, findings, _ in count_rules(reports):
        yield f"{findings:>6}  {rule.code}  {rule.name:28}  {rule.summary}"


def markdown_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield a table with one row per rule."""
    yield "| findings | files | code | rule | severity | what it finds |"
    yield "|---:|---:|---|---|---|---|"
    for rule, findings, files in count_rules(reports):
        yield f"| {findings} | {files} | {rule.code} | {rule.name} | {rule.severity} | {rule.summary} |"


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
    counts = {one.rule.code: one for one in count_rules(reports)}
    return [replace(report, diagnostics=tuple(_firsts(report, counts))) for report in reports]


def _firsts(report: FileReport, counts: dict[str, RuleCount]) -> Iterator[Diagnostic]:
    for found in report.diagnostics:
        if one := counts.pop(found.code, None):
            yield replace(found, message=f"{_how_many(one)}{found.message}")


def _how_many(one: RuleCount) -> str:
    if one.findings == 1:
        return ""
    return f"{one.rule.summary}: {one.findings} findings in {count_of(one.files, 'file')}. The first: "


def _item(one: RuleCount) -> Mapping[str, object]:
    rule = one.rule
    return {"code": rule.code, "name": rule.name, "count": one.findings, "severity": rule.severity, "files": one.files}
