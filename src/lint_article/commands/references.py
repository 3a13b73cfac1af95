"""`lint-article references`."""

from __future__ import annotations

import sys

from lint_article.commands.streams import as_json
from lint_article.document import Document
from lint_article.errors import CLEAN
from lint_article.reporters.references import writer_of


def print_references(document: Document, target: str) -> int:
    """Print the reference list as data; return the exit status."""
    lines = writer_of(target)(document.references)
    sys.stdout.writelines(f"{line}\n" for line in (as_json(lines, sys.stdout) if target == "csl-json" else lines))
    return CLEAN
