"""GitLab's code quality report, which a merge request shows beside the lines that it changes.

It is Code Climate's format, with the keys that only other readers of that want: `type` and `categories`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256

from lint_article.engine.report import FileReport
from lint_article.reporters.failures import NOT_CHECKED, Failure, all_failures
from lint_article.reporters.fingerprints import Fingerprinted, identify_findings
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.reporter import Reporter
from lint_article.reporters.style import Style, plain

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}
_KIND = {"type": "issue", "categories": ["Style"]}


def lines(reports: Sequence[FileReport], _style: Style = plain) -> Iterator[str]:
    """Yield one array of issues; where a file has no lines (PDF, DOCX), its place is said in the description."""
    issues = [_issue(report.path, one) for report in reports for one in identify_findings(report.diagnostics)]
    issues += map(_failed_issue, all_failures(reports))
    yield json.dumps(issues, ensure_ascii=False, indent=2)


REPORTER = Reporter(lines, is_json=True)


def _issue(path: str, one: Fingerprinted) -> dict[str, object]:
    found, where = one.found, whereabouts(one.found.place)
    file = found.place.path or path
    lines = {"begin": 1, "end": 1} if where else {"begin": found.place.line, "end": found.end.line}
    return {
        **_KIND,
        "description": where + found.message,
        "check_name": found.rule,
        "fingerprint": _fingerprint(file, one.fingerprint),
        "severity": _SEVERITIES[found.severity],
        "location": {"path": file, "lines": lines},
    }


def _failed_issue(failure: Failure) -> dict[str, object]:
    return {
        **_KIND,
        "description": failure.said,
        "check_name": NOT_CHECKED,
        "fingerprint": _fingerprint(*failure),
        "severity": "major",
        "location": {"path": failure.path, "lines": {"begin": 1, "end": 1}},
    }


def _fingerprint(*words: str) -> str:
    return sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()
