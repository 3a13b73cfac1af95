"""What a run does to its baseline: write it, prune it, or say what is stale in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lint_article.commands.output import info
from lint_article.engine.baseline import Baseline, Known
from lint_article.engine.files import write_whole
from lint_article.engine.plan import BaselineRequest, Verb
from lint_article.engine.report import FileReport
from lint_article.errors import UserError

VERBS: tuple[Verb, ...] = ("write", "use", "prune")


def write_baseline(request: BaselineRequest, baseline: Baseline, reports: Sequence[FileReport]) -> None:
    """Write the findings of the checked files into the baseline, or with `prune` those that it has and that remain.

    Files that were not checked, or not completely, keep their entries; what was fixed is not among the findings.
    """
    is_pruning = request.verb == "prune"
    checked = {
        report.path: report.baseline.known if is_pruning else (*report.baseline.known, *report.baseline.new)
        for report in reports
        if report.baseline and report.is_checked and not report.faults and not report.incomplete
    }
    updated = baseline.with_findings(checked)
    write_whole(str(request.path), updated.text().encode())
    number = sum(map(len, updated.files.values()))
    info(f"The baseline {request.path} has {_count(number, 'finding')} of {_count(len(updated.files), 'file')}.")
    left_out = [report.path for report in reports if report.path not in checked]
    if left_out:
        raise UserError(f"{_count(len(left_out), 'file')} could not be checked and kept earlier entries, if any.")


def stale_entries(baseline: Baseline, reports: Iterable[FileReport]) -> str:
    """Return a sentence about entries that match nothing any more, or ""."""
    stale = [known for report in reports if report.baseline for known in report.baseline.stale]
    if not stale:
        return ""
    return f"{_entries(stale)} of the baseline {baseline.path} matched nothing; `--baseline prune` removes them."


def baseline_request(verb: str, path: str) -> BaselineRequest:
    """Return the request that the command line states; raise UserError for an unknown verb."""
    known = next((known for known in VERBS if known == verb), None)
    if known is None:
        raise UserError(f"`--baseline {verb}` is not known.", f"Use one of: {', '.join(VERBS)}.")
    return BaselineRequest(known, Path(path))


def _entries(stale: Sequence[Known]) -> str:
    return "1 entry" if len(stale) == 1 else f"{len(stale)} entries"


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
