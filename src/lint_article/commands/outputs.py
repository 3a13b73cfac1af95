"""Output formats that are written to files of their own, beside what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lint_article.commands.output import Output, info
from lint_article.engine.report import FileReport
from lint_article.errors import UserError, did_you_mean
from lint_article.reporters import output_formats, reporter
from lint_article.reporters.style import plain

Written = tuple[tuple[str, Path], ...]


def split_formats(said: Iterable[str]) -> tuple[str | None, Written]:
    """Return the format to print, and those to write with their files; nothing is printed if all are written.

    Raises UserError for a format that is not known, or two to be printed.
    """
    pairs = [(name.strip(), file) for word in said for name, _, file in [word.partition("=")]]
    for name, file in pairs:
        if file and name not in output_formats():
            known = did_you_mean(name, output_formats()) or f"Formats: {', '.join(output_formats())}."
            raise UserError(f"There is no output format `{name}`.", known)
    printed = [name for name, file in pairs if not file]
    if len(printed) > 1:
        raise UserError(f"Only one of {' and '.join(printed)} can be printed.", f"Write `{printed[1]}=FILE`.")
    return (printed[0] if printed else None), tuple((name, Path(file)) for name, file in pairs if file)


def write_outputs(reports: Sequence[FileReport], written: Written, statistics: bool, quiet: bool) -> None:
    """Write each format to its file; `statistics` for counts and no findings."""
    import sys

    for name, path in written:
        with Output(path, sys.stdout) as output:
            chosen = reporter(name)
            output.write((chosen.counted_lines if statistics else chosen.file_lines)(reports, plain))
        if not quiet:
            info(f"{path} written")


def needs_documents(names: Iterable[str]) -> bool:
    """Tell whether one of the formats shows the manuscripts themselves."""
    return any(reporter(name).needs_document for name in names)
