"""What the tables come to, counted group by group."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lint_article.backlist.outputs import Outputs
from lint_article.backlist.tables import read_groups

_WORST, _FAILED = 25, 100
_MOST_REASONS = 1_000
_COLUMNS = (
    *("path", "status", "reason", "format", "journal", "year", "size", "seconds"),
    *("findings", "errors", "warnings", "suggestions"),
)

Sums = dict[Any, Counter[str]]
"""By a journal, a year or a format: `manuscripts`, `findings`, `errors` and so on."""


class Worst(NamedTuple):
    """A manuscript with many findings; the order is that of their gravity."""

    errors: int
    warnings: int
    findings: int
    path: str


@dataclass(slots=True)
class Totals:
    """Sums over all manuscripts that were checked, and what there is to say of the others."""

    statuses: Counter[str] = field(default_factory=Counter)
    findings: int = 0
    seconds: float = 0.0
    size: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    manuscripts_of_rule: Counter[str] = field(default_factory=Counter)
    manuscripts_of_rule_in_year: Counter[tuple[str, int]] = field(default_factory=Counter)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    years: Sums = field(default_factory=dict)
    journals: Sums = field(default_factory=dict)
    formats: Sums = field(default_factory=dict)
    worst: list[Worst] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def checked_count(self) -> int:
        """How many manuscripts were checked, completely or in part."""
        return self.statuses["checked"] + self.statuses["incomplete"]


def count_totals(files: Outputs) -> Totals:
    """Return what the tables come to."""
    totals = Totals()
    for group in read_groups(files.manuscripts, _COLUMNS):
        _add_manuscripts(totals, group)
    for group in read_groups(files.findings, ("path", "year", "rule", "code", "severity")):
        _add_findings(totals, group)
    return totals


def _add_manuscripts(totals: Totals, group: Any) -> None:
    rows = group.to_pylist()
    totals.statuses.update(row["status"] for row in rows)
    for row in rows:
        if row["status"] == "failed":
            _add_failure(totals, row)
    checked = [row for row in rows if row["status"] in ("checked", "incomplete")]
    for row in checked:
        totals.seconds += row["seconds"]
        totals.size += row["size"]
        for sums, key in ((totals.years, "year"), (totals.journals, "journal"), (totals.formats, "format")):
            if row[key] is not None:
                _add_row(sums.setdefault(row[key], Counter()), row)
    ranked = (Worst(row["errors"], row["warnings"], row["findings"], row["path"]) for row in checked if row["findings"])
    totals.worst = heapq.nlargest(_WORST, (*totals.worst, *ranked))


def _add_row(sums: Counter[str], row: Mapping[str, Any]) -> None:
    sums["manuscripts"] += 1
    for name in ("findings", "errors", "warnings", "suggestions", "size"):
        sums[name] += row[name]
    sums["milliseconds"] += round(row["seconds"] * 1000)


def _add_failure(totals: Totals, row: Mapping[str, Any]) -> None:
    reason = (row["reason"] or "").replace(row["path"], "The file")
    if reason in totals.reasons or len(totals.reasons) < _MOST_REASONS:
        totals.reasons[reason] += 1
    if len(totals.failed) < _FAILED:
        totals.failed.append((row["path"], reason))


def _add_findings(totals: Totals, group: Any) -> None:
    """Count findings; those of a manuscript are all in one group."""
    totals.findings += len(group)
    for row in _counts(group, "rule", "code", "severity"):
        totals.rules[row["rule"]] += row["rule_count"]
        totals.severities[row["severity"]] += row["rule_count"]
        totals.codes[row["rule"]] = row["code"], row["severity"]
    for row in _counts(group.group_by(["rule", "year", "path"]).aggregate([]), "rule", "year"):
        totals.manuscripts_of_rule[row["rule"]] += row["rule_count"]
        if row["year"] is not None:
            totals.manuscripts_of_rule_in_year[row["rule"], row["year"]] += row["rule_count"]


def _counts(table: Any, *names: str) -> Iterator[Mapping[str, Any]]:
    rows: Iterable[Mapping[str, Any]] = table.group_by(list(names)).aggregate([("rule", "count")]).to_pylist()
    yield from rows
