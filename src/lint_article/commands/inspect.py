"""`lint-article inspect`."""

from __future__ import annotations

import sys

from lint_article.commands.streams import as_json
from lint_article.engine.load import load, read
from lint_article.errors import CLEAN
from lint_article.parsing.parse import parse
from lint_article.readers.formats import format_called


def inspect_manuscript(path: str, shown_as: str, output_format: str, format_name: str, named: tuple[str, ...]) -> int:
    """Print what was parsed and how each citation was judged; return the exit status."""
    from lint_article.reporters import facts, tables

    reading = read(load(path, shown_as, format_called(format_name) if format_name else "", named))
    if reading.fault:
        raise reading.fault
    document = parse(reading)
    lines = as_json(facts.lines(document), sys.stdout) if output_format == "json" else tables.lines(document)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return CLEAN
