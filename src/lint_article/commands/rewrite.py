"""What fixes have made of a file: written in its place, or shown as a difference."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint_article.engine.report import FileReport, Trouble
from lint_article.errors import UserError
from lint_article.reporters.terminal import visible


def written(report: FileReport) -> FileReport:
    """Write the file's fixes (a text from standard input goes to standard output) and return the report."""
    if report.rewrite is None:
        return report
    from lint_article.engine.files import write_whole

    if report.rewrite.path == "-":
        sys.stdout.buffer.write(report.rewrite.after)
        return report
    try:
        if report.rewrite.count:
            write_whole(report.rewrite.path, report.rewrite.after)
    except UserError as error:
        return replace(report, rewrite=None, trouble=Trouble(error.message, error.hint))
    return report


def difference(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield the lines of a unified difference for each file that fixes change."""
    from difflib import unified_diff

    for report in reports:
        if report.rewrite and report.rewrite.count:
            before, after = (_lines(data) for data in (report.rewrite.before, report.rewrite.after))
            for line in unified_diff(before, after, report.path, report.path):
                yield visible(line.rstrip("\r\n"), keep="\t")
                if not line.endswith("\n"):
                    yield "\\ No newline at end of file"


def _lines(data: bytes) -> list[str]:
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8"
    return re.split(r"(?<=\n)", data.decode(encoding, "surrogateescape"))
