"""`lint-article references`."""

from __future__ import annotations

import sys

from lint_article.commands.streams import as_json
from lint_article.engine.load import load_and_read
from lint_article.errors import CLEAN
from lint_article.parsing.parse import parse
from lint_article.readers.formats import format_called
from lint_article.reporters.references import writer_of


def export_references(path: str, shown_as: str, target: str, format_name: str, named: tuple[str, ...]) -> int:
    """Print the reference list as data; return the exit status."""
    reading = load_and_read(path, shown_as, format_called(format_name) if format_name else "", named)
    if reading.fault:
        raise reading.fault
    lines = writer_of(target)(parse(reading).references)
    sys.stdout.writelines(f"{line}\n" for line in (as_json(lines, sys.stdout) if target == "csl-json" else lines))
    return CLEAN
