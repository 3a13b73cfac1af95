"""`lint-article inspect`."""

from __future__ import annotations

import sys

from lint_article.commands.streams import as_json
from lint_article.document import Document
from lint_article.errors import CLEAN
from lint_article.reporters import facts, tables


def print_facts(document: Document, output_format: str) -> int:
    """Print what was parsed and how each citation was judged; return the exit status."""
    lines = as_json(facts.lines(document), sys.stdout) if output_format == "json" else tables.lines(document)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return CLEAN
