"""`lint-article inspect`."""

from __future__ import annotations

from lint_article.engine.run import load, read
from lint_article.parsing.parse import parse


def inspect_path(path: str, output_format: str) -> int:
    """Print what was parsed and how each citation was judged; return the exit status."""
    from lint_article.reporters import facts, tables

    document = parse(read(load(path)))
    for line in facts.lines(document) if output_format == "json" else tables.lines(document):
        print(line)
    return 0
