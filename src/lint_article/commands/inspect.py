"""`lint-article inspect`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from lint_article.api import parse
from lint_article.commands.streams import as_json
from lint_article.errors import CLEAN


def inspect_manuscript(path: str, shown_as: str, output_format: str, format_name: str, named: Sequence[str]) -> int:
    """Print what was parsed and how each citation was judged; return the exit status."""
    from lint_article.reporters import facts, tables

    document = parse(path, format_name, named, shown_as)
    lines = as_json(facts.lines(document), sys.stdout) if output_format == "json" else tables.lines(document)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return CLEAN
