"""A text of an editor checked as the command would check the saved file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document import Document, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.load import recognise
from lint_article.engine.plan import CheckRequest, plan
from lint_article.engine.run import check_source
from lint_article.errors import UserError
from lint_article.readers.formats import format_called

_LANGUAGES = {"markdown": "markdown", "latex": "latex", "tex": "latex", "html": "html", "quarto": "markdown"}
Phase = Literal["quick", "full"]


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What is known of a version of a text. `trouble` says why it was not checked."""

    version: int
    document: Document | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    trouble: str = ""


def check_text(path: str, text: str, version: int, language: str, grammar: Grammar, phase: Phase) -> CheckedText:
    """Check a text under the settings of its folder; the quick phase asks no grammar engine."""
    try:
        job = _job(path, phase)
        if job is None:
            return CheckedText(version)
        state = check_source(_source(path, text, language, job), job, grammar)
    except UserError as error:
        return CheckedText(version, trouble=f"{error.message} {error.hint}".strip())
    report = state.report
    trouble = "; ".join(fault.error for fault in report.faults)
    return CheckedText(version, state.document, report.diagnostics, trouble)


def has_grammar(path: str) -> bool:
    """Tell whether the settings of a file ask for a grammar engine."""
    try:
        job = _job(path, "full")
    except UserError:
        return False
    return job is not None and job.settings.grammar.engine != "none"


def _job(path: str, phase: Phase) -> Job | None:
    said = {"grammar": {"engine": "none"}} if phase == "quick" else {}
    jobs = plan(CheckRequest(("-",), said, stdin_filename=path)).jobs
    return replace(jobs[0], path=path) if jobs else None


def _source(path: str, text: str, language: str, job: Job) -> Source:
    data = text.encode("utf-8", "surrogatepass")
    form = recognise(path, data, format_called(_LANGUAGES[language]) if language in _LANGUAGES else "")
    named = tuple(str(Path(job.settings.root, one)) for one in job.settings.bibliography)
    return Source(path, form, data, named)
