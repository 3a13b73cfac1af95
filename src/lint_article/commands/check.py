"""`lint-article check`."""

from __future__ import annotations

import sys

from lint_article.engine.run import check
from lint_article.rulebook import rulebook


def check_paths(paths: list[str], output_format: str, select: list[str]) -> int:
    """Check the paths, print the findings and return the exit status."""
    from lint_article.reporters import concise, full, json
    from lint_article.reporters.style import style_for

    rules = tuple({rule.name: rule for word in select for rule in rulebook().named(word)}.values())
    reports = [check(path, rules) for path in paths]
    for report in reports:
        for fault in report.faults:
            print(f"internal error in {fault.where} on {report.path}\n{fault.trace}", file=sys.stderr)
        if report.trouble:
            print(report.trouble.message, report.trouble.hint, file=sys.stderr)
    out = {"json": json.lines, "concise": concise.lines}.get(output_format)
    for line in out(reports) if out else full.lines(reports, style_for(sys.stdout)):
        print(line)
    if any(report.faults or report.trouble for report in reports):
        return 2
    return 1 if any(report.diagnostics for report in reports) else 0
