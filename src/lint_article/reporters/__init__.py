"""Output formats: one module for each in `formats/`; the file name is the format's name."""

from __future__ import annotations

from importlib import import_module

from lint_article.folders import modules_in
from lint_article.reporters.reporter import Reporter


def output_formats() -> tuple[str, ...]:
    """Return the names of the output formats."""
    return modules_in("reporters/formats")


def reporter(name: str) -> Reporter:
    """Return an output format; its module is imported only now."""
    found: Reporter = import_module(f"lint_article.reporters.formats.{name.replace('-', '_')}").REPORTER
    return found
