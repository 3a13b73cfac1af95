"""The one manuscript that a command shows the facts of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lint_article.api import parse
from lint_article.commands.checking import shown_path
from lint_article.document import Document


def parse_named(path: str, stdin_filename: str, format_name: str, bibliography: Sequence[Path] | None) -> Document:
    """Return the manuscript that the command line names, with its facts; `-` is standard input.

    Raises UserError if it cannot be read.
    """
    shown_as = stdin_filename if path == "-" else shown_path(path)
    return parse(path, format_name, tuple(map(str, bibliography or ())), shown_as)
