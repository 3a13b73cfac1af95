"""The reference list as data, for other programs: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module

from lint_article.document import Reference

Write = Callable[[Sequence[Reference]], Iterator[str]]
WRITERS: Mapping[str, str] = {"csl-json": "csl", "bibtex": "bibtex", "ris": "ris"}


def writer_of(name: str) -> Write:
    """Return the function that yields the lines of a format."""
    module = import_module(f"{__name__}.{WRITERS[name]}")
    write: Write = module.lines
    return write
