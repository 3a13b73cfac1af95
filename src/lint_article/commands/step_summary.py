"""The page that a GitHub workflow shows under its run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lint_article.commands.summary import summary
from lint_article.engine.report import FileReport
from lint_article.errors import UserError

_MOST = 900_000  # bytes; GitHub refuses a page of more than a megabyte


def write_step_summary(reports: Sequence[FileReport]) -> None:
    """Add the findings as Markdown to the file that GitHub names in GITHUB_STEP_SUMMARY, if it names one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from lint_article.reporters.formats.markdown import lines  # late: only GitHub wants it

    page, size = [f"## lint-article\n\n{summary(reports)}\n"], 0
    for line in lines(reports):
        size += len(line.encode("utf-8", "replace")) + 1
        if size > _MOST:
            page.append("\nThere are more findings; the log has them all.")
            break
        page.append(line)
    try:
        with Path(path).open("a", encoding="utf-8", errors="replace") as file:
            file.write("\n".join(page) + "\n")
    except OSError as error:
        raise UserError(f"The step summary {path} cannot be written: {error.strerror or error}.") from None
