"""Reporters: one per output format, each from file reports to lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module

from lint_article.engine.report import FileReport
from lint_article.reporters.style import Style

Lines = Callable[[Sequence[FileReport]], Iterator[str]]

FOR_PEOPLE = ("full", "concise")


def reporter(name: str, style: Style) -> Lines:
    """Return the function that prints reports in a format; its module is imported only now."""
    lines = import_module(f"lint_article.reporters.{name}").lines
    return partial(lines, style=style) if name in FOR_PEOPLE else lines
