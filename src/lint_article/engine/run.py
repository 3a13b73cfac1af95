"""One file from its path to its report; what goes wrong with it never touches the others."""

from __future__ import annotations

import sys
from pathlib import Path

from lint_article.document import Document, Problem, Reading, Source
from lint_article.engine.lint import lint
from lint_article.engine.report import FileReport, Trouble, fault
from lint_article.errors import UserError
from lint_article.parsing.parse import parse
from lint_article.readers import registry
from lint_article.readers.unreadable import Unreadable
from lint_article.rulebook import Rule
from lint_article.text import Part, Span, TextMap
from lint_article.text.lines import lines_of


def check(path: str, rules: tuple[Rule, ...]) -> FileReport:
    """Return the report of one path; never raises for what is wrong with the file, nor for a fault of ours."""
    try:
        source = load(path)
    except UserError as error:
        return FileReport(path, trouble=Trouble(error.message, error.hint))
    return check_source(source, rules)


def check_source(source: Source, rules: tuple[Rule, ...]) -> FileReport:
    """Return the report of a file that has been loaded."""
    try:
        document = parse(read(source))
    except Exception as error:  # whatever it is, the other files are still checked
        return FileReport(source.path, faults=(fault("reading", error),))
    return check_document(document, rules)


def check_document(document: Document, rules: tuple[Rule, ...]) -> FileReport:
    """Return the report of a document; a rule that fails is reported as ours and the others go on."""
    faults = []
    diagnostics = lint(document, rules, lambda rule, error: faults.append(fault(f"rule {rule.name}", error)))
    notes = (
        () if document.text.strip() or document.problems else (f"{document.source.path} is empty: nothing to check.",)
    )
    return FileReport(document.source.path, tuple(diagnostics), tuple(faults), notes=notes)


def load(path: str, format: str | None = None, shown_as: str | None = None) -> Source:
    """Return the file as it was found (`-` is standard input); raise UserError if it cannot be had."""
    name = shown_as or path
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except FileNotFoundError:
        raise UserError(f"No such file: {name}", "Check the path.") from None
    except IsADirectoryError:
        raise UserError(f"{name} is a folder.", "Name a file in it.") from None
    except OSError as error:
        raise UserError(f"{name} cannot be read: {error.strerror or error}", "Check its permissions.") from None
    found = format or registry.format_of(name, data)
    if found is None:
        known = ", ".join(ending for entry in registry.FORMATS.values() for ending in entry.endings)
        raise UserError(f"{name} is not a manuscript that can be read.", f"Formats are told by their endings: {known}")
    return Source(name, found, data)


def read(source: Source) -> Reading:
    """Return the source's reading; one that is broken as a whole is empty, with a problem that says why."""
    try:
        return registry.read(source)
    except Unreadable as error:
        part = Part("", lines_of(""), writable=False)
        problem = Problem("unreadable-source", Span(0, 0), (("reason", error.reason),))
        return Reading(source, "", TextMap(()), (part,), problems=(problem,))
