"""The Python interface: the functions that the command itself is made of, with values in and values out.

    from lint_article import Settings, lint

    for diagnostic in lint("draft.docx", settings=Settings(select=("citations",))).diagnostics:
        print(diagnostic.place.line, diagnostic.place.column, diagnostic.message)

Lines and columns count from 1, columns and spans in code points; the end of a span is exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path

from lint_article.config import Settings
from lint_article.config.made import validate_settings
from lint_article.document import Document, Limits, Safety, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.fixes import apply_until_stable
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.load import load_and_read
from lint_article.engine.overrides import settings_of_file
from lint_article.engine.own_rules import faults_of, rules_for
from lint_article.engine.plan import CheckRequest, plan
from lint_article.engine.report import FileReport
from lint_article.engine.run import check, check_source
from lint_article.errors import UserError
from lint_article.grammar.settings import GrammarSettings
from lint_article.parsing.parse import parse as parse_reading
from lint_article.readers.formats import format_called, format_of

__all__ = [
    "Diagnostic",
    "Document",
    "FileReport",
    "GrammarSettings",
    "Limits",
    "Settings",
    "UserError",
    "fix",
    "fix_text",
    "lint",
    "lint_text",
    "parse",
]

PathName = str | PathLike[str]


def lint(path: PathName, settings: Settings | None = None, format: str = "") -> FileReport:
    """Check one manuscript and return its report.

    Without `settings`, those of the file's folder apply, as on the command line. `format` is a format's name or an
    ending; "" recognises it from the file. Raises UserError if the file or the settings cannot be used.
    """
    return _answer(_job(path, settings, format))


def fix(path: PathName, settings: Settings | None = None, format: str = "", *, unsafe: bool = False) -> FileReport:
    """Write a manuscript's safe fixes, or with `unsafe` the others too, and return the report of what remains.

    `rewritten` of the report has the files that were changed, before and after. Raises UserError as `lint` does.
    """
    safeties: tuple[Safety, ...] = ("safe", "unsafe") if unsafe else ("safe",)
    return _answer(_job(path, settings, format, safeties))


def lint_text(text: str | bytes, settings: Settings | None = None, format: str = "plain") -> FileReport:
    """Check a text that is in no file and return its report; its path is `-`. Raises UserError as `lint` does."""
    job = _text_job(settings)
    with closing(Grammar()) as grammar:
        return check_source(_source(text, format), job, grammar).report


def fix_text(text: str, settings: Settings | None = None, format: str = "plain", *, unsafe: bool = False) -> str:
    """Return a text with its safe fixes made, or with `unsafe` the others too. Raises UserError as `lint` does."""
    job = _text_job(settings)
    safeties: tuple[Safety, ...] = ("safe", "unsafe") if unsafe else ("safe",)
    with closing(Grammar()) as grammar:
        done = apply_until_stable(_source(text, format), lambda source: check_source(source, job, grammar), safeties)
    return done.after.source.data.decode("utf-8")


def parse(path: PathName, format: str = "", bibliography: Sequence[str] = (), name: str = "") -> Document:
    """Return a manuscript with its facts: sections, citations, references, links, damage.

    `path` may be `-` for standard input. `bibliography`: files with the references that keys stand for. `name`: what
    the manuscript is called in its report, and what its format is recognised from. Raises UserError for a file that
    cannot be read.
    """
    form = format_called(format) if format else ""
    reading = load_and_read(fspath(path), name or fspath(path), form, tuple(bibliography))
    if reading.fault:
        raise reading.fault
    return parse_reading(reading)


def _job(path: PathName, settings: Settings | None, form: str, fix: tuple[Safety, ...] = ()) -> Job:
    name = fspath(path)
    if settings is None:
        planned = plan(CheckRequest((name,), {}, format=form, fix=fix, write=bool(fix)))
        jobs = planned.jobs
        if len(jobs) != 1:
            reason = planned.notes[0] if planned.notes else f"{name} is not one manuscript."
            raise UserError(reason, "Name one file.")
        return jobs[0]
    if Path(name).is_dir():
        raise UserError(f"{name} is a folder.", "Name a file in it.")
    settings = settings_of_file(validate_settings(settings), name)
    rules = rules_for(settings, name)
    return Job(name, name, settings, rules, format_called(form) if form else "", fix, bool(fix))


def _text_job(settings: Settings | None) -> Job:
    chosen = validate_settings(settings) if settings is not None else Settings()
    return Job("-", "-", chosen, rules_for(chosen, "-"))


def _source(text: str | bytes, form: str) -> Source:
    data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    found = format_of("-", data, format_called(form))
    if not isinstance(found, str):
        raise UserError("The text is in a format that is not read.", found.hint if found else "")
    return Source("-", found, data)


def _answer(job: Job) -> FileReport:
    with closing(Grammar()) as grammar:
        report = check(job, grammar)
    if report.trouble:
        raise report.trouble
    unread = tuple(fault.message for _, fault in faults_of(job.settings))
    return replace(report, notes=(*report.notes, *unread)) if unread else report
