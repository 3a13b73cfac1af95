"""From what was dropped to what is shown and can be had."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import PurePath
from typing import NamedTuple

from lint_article.annotate.report import annotate
from lint_article.document import Document, Safety, Source
from lint_article.engine.grammar import Grammar, Remarked
from lint_article.engine.job import Job
from lint_article.engine.load import recognise
from lint_article.engine.plan import CheckRequest, plan
from lint_article.engine.report import FileReport
from lint_article.engine.run import check_source
from lint_article.errors import UserError
from lint_article.reporters.review.page import page
from lint_article.rulebook import SEVERITIES
from lint_article.server.web.messages import Answer, Download, Refusal, Review, Upload

Tell = Callable[[Answer], None]
_ALL: tuple[Safety, ...] = ("safe", "unsafe")


class _Kind(NamedTuple):
    """A way in which a format can hold findings: what it is called, what is added to the name, how it is written."""

    label: str
    ending: str = ""
    suggest: tuple[Safety, ...] = ()
    style: str = ""


_KINDS: Mapping[str, tuple[_Kind, ...]] = {
    "docx": (
        _Kind("Word, with comments"),
        _Kind("Word, with safe fixes as tracked changes", "-fixes", ("safe",)),
        _Kind("Word, with all fixes as tracked changes", "-all-fixes", _ALL),
    ),
    "pdf": (_Kind("PDF, with highlights"),),
    "markdown": (_Kind("Markdown, with comments"), _Kind("Markdown, with CriticMarkup", "-critic", style="critic")),
    "latex": (_Kind("LaTeX, with comments"), _Kind("LaTeX, with \\todo notes", "-todo", style="todo")),
    "html": (_Kind("HTML, with comments"),),
    "plain": (_Kind("Text, with CriticMarkup"),),
}


def review(upload: Upload, asked: CheckRequest, grammar: Grammar, tell: Tell) -> Answer:
    """Check an upload and return its review, or why there is none; `tell` hears of the stages."""
    tell("reading")
    try:
        report = _check(upload, asked, grammar, tell)
    except UserError as error:
        return Refusal(error.message, error.hint)
    copies = tuple(_copies(report, PurePath(upload.name)))
    links = _links(copies)
    shown = "\n".join(page([report], links))
    alone = Download("Review page", f"{PurePath(upload.name).stem}.review.html", shown.replace(links, "", 1).encode())
    found = [one.severity for one in report.diagnostics]
    return Review(shown, {name: found.count(name) for name in SEVERITIES}, (*copies, alone))


def _check(upload: Upload, asked: CheckRequest, grammar: Grammar, tell: Tell) -> FileReport:
    jobs = plan(replace(asked, stdin_filename=upload.name)).jobs
    if not jobs:
        raise UserError(f"{upload.name} is not checked: the settings leave it out.")
    job = replace(jobs[0], path=upload.name, keep_document=True)
    form = recognise(upload.name, upload.data, job.format, converts=False)
    beside = {os.path.realpath(name): data for name, data in upload.beside.items()}
    source = Source(upload.name, form, upload.data, files=beside, is_alone=True)
    return check_source(source, job, _TellingGrammar(grammar, tell)).report


class _TellingGrammar(Grammar):
    """Tells when the grammar is begun with, and when the rules are."""

    def __init__(self, grammar: Grammar, tell: Tell) -> None:
        super().__init__()
        self._asked = grammar
        self._tell = tell

    def remark(self, document: Document, job: Job) -> Remarked:
        self._tell("grammar")
        remarked = self._asked.remark(document, job)
        self._tell("rules")
        return remarked


def _copies(report: FileReport, name: PurePath) -> Iterator[Download]:
    """Yield the manuscript with its findings written in, in each way in which its format can hold them."""
    form = report.document.source.format if report.document else ""
    for kind in _KINDS.get(form, ()) if report.diagnostics else ():
        try:
            done = annotate(report, kind.suggest, kind.style)
        except UserError:  # the file is as it is; what was found is on the page
            continue
        if done.changes or not kind.suggest:
            yield Download(kind.label, f"{name.stem}.checked{kind.ending}{name.suffix}", done.data)


def _links(copies: Sequence[Download]) -> str:
    """Return the links to the copies, relative to the page."""
    labels = [*(copy.label for copy in copies), "Review page"]
    items = "".join(f'<li><a href="files/{number}">{escape(label)}</a></li>' for number, label in enumerate(labels))
    return (
        '<nav class="downloads" aria-label="Downloads"><a class="back-to-desk" href="/">Check another</a>'
        f"<span>Download</span><ul>{items}</ul></nav>"
    )
