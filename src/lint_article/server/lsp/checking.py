"""A text of an editor checked as the command would check the saved file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from lint_article.config.load import forget_settings
from lint_article.dataclass import dataclass
from lint_article.document import Document, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.load import recognise
from lint_article.engine.own_rules import forget_rules
from lint_article.engine.plan import CheckRequest, Plan, plan
from lint_article.engine.run import check_source
from lint_article.errors import UserError
from lint_article.readers.formats import format_called

_LANGUAGES = {"markdown": "markdown", "latex": "latex", "tex": "latex", "html": "html", "quarto": "markdown"}
Phase = Literal["quick", "full"]


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What is known of a version of a text. `trouble` says why it was not checked.

    `faults` say which rules of the user's own cannot be run. `parts` are the real paths of the files that it consists
    of, each with its number in the document.
    """

    version: int
    document: Document | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    trouble: str = ""
    faults: tuple[str, ...] = ()
    parts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenText:
    """A text of the editor; `others` are the texts of other open files by their real paths, which need not be saved."""

    path: str
    text: str
    version: int
    language: str
    others: Mapping[str, bytes]


def check_text(opened: OpenText, grammar: Grammar, phase: Phase) -> CheckedText:
    """Check a text under the settings of its folder; the quick phase asks no grammar engine."""
    try:
        planned = _plan(opened.path, phase)
        faults = tuple(f"{fault.message} {fault.hint}".strip() for _, fault in planned.faults)
        if not planned.jobs:
            return CheckedText(opened.version, faults=faults)
        job = replace(planned.jobs[0], path=opened.path)
        state = check_source(_source(opened, job), job, grammar)
    except UserError as error:
        return CheckedText(opened.version, trouble=f"{error.message} {error.hint}".strip())
    report = state.report
    trouble = "; ".join(fault.error for fault in report.faults)
    parts = {os.path.realpath(one.path or opened.path): at for at, one in enumerate(state.document.parts)}
    return CheckedText(opened.version, state.document, report.diagnostics, trouble, faults, parts)


def has_grammar(path: str) -> bool:
    """Tell whether the settings of a file ask for a grammar engine."""
    try:
        jobs = _plan(path, "full").jobs
    except UserError:
        return False
    return any(job.settings.grammar.engine != "none" for job in jobs)


def forget_plans() -> None:
    """Read settings and rules anew from now on; called when files of theirs may have changed."""
    forget_settings()
    forget_rules()
    _plan.cache_clear()


@lru_cache(maxsize=64)
def _plan(path: str, phase: Phase) -> Plan:
    said = {"grammar": {"engine": "none"}} if phase == "quick" else {}
    return plan(CheckRequest(("-",), said, stdin_filename=path))


def _source(opened: OpenText, job: Job) -> Source:
    data = opened.text.encode("utf-8", "surrogatepass")
    said = format_called(_LANGUAGES[opened.language]) if opened.language in _LANGUAGES else ""
    named = tuple(str(Path(job.settings.root, one)) for one in job.settings.bibliography)
    return Source(opened.path, recognise(opened.path, data, said), data, named, opened.others)
