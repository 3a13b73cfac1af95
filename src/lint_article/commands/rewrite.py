"""What fixes have made of a file: passed on, or shown as a difference."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint_article.engine.report import FileReport
from lint_article.reporters.terminal import visible


def pass_on(report: FileReport) -> None:
    """Write a text from standard input to standard output, as fixes have left it."""
    for file in report.rewritten:
        if file.path == "-":
            sys.stdout.buffer.write(file.after)


def unseen(report: FileReport, shown: set[str]) -> FileReport:
    """Return the report without the files that are in `shown`, and add its own: a run writes a shared file once."""
    files = {os.path.realpath(file.path): file for file in report.rewritten}
    new = tuple(file for path, file in files.items() if path not in shown)
    shown.update(path for path, file in files.items() if file.count)
    return replace(report, rewritten=new)


def diff_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """Yield the lines of a unified difference for each file that fixes change."""
    from difflib import unified_diff

    for report in reports:
        for file in report.rewritten:
            before, after = _lines(file.before), _lines(file.after)
            path = report.path if file.path == "-" else file.path
            for line in unified_diff(before, after, path, path):
                yield visible(line.rstrip("\r\n"), keep="\t\f")
                if not line.endswith("\n"):
                    yield "\\ No newline at end of file"


def _lines(data: bytes) -> list[str]:
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8"
    return re.split(r"(?<=\n)", data.decode(encoding, "surrogateescape"))
