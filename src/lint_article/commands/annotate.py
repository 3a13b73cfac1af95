"""`lint-article annotate`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from lint_article.annotate.report import annotate
from lint_article.commands.output import info
from lint_article.document import Safety
from lint_article.engine.files import write_whole
from lint_article.engine.grammar import Grammar
from lint_article.engine.plan import CheckRequest, plan
from lint_article.engine.run import check
from lint_article.errors import CLEAN, FAILED, UserError
from lint_article.text.phrases import count_of

_SUGGESTED: dict[str, tuple[Safety, ...]] = {"": (), "safe": ("safe",), "all": ("safe", "unsafe")}


def annotate_manuscript(asked: CheckRequest, output: Path, suggest: str, style: str) -> int:
    """Write the annotated copy; return the exit status. Raises UserError for what cannot be annotated or written."""
    path = asked.paths[0]
    planned = plan(asked)
    if len(planned.jobs) != 1:
        raise UserError(planned.notes[0] if planned.notes else f"{path} is not one manuscript.", "Name one file.")
    if output.resolve() == Path(path).resolve():
        raise UserError("The copy would replace the manuscript.", "Name another file with `--output-file`.")
    with closing(Grammar()) as grammar:
        report = check(replace(planned.jobs[0], keep_document=True), grammar)
    done = annotate(report, _SUGGESTED[suggest], style)
    write_whole(str(output), done.data)
    changes = f" and {count_of(done.changes, 'tracked change')}" if done.changes else ""
    info(*(f"note: {note}" for note in done.notes), f"{output}: {count_of(done.comments, 'comment')}{changes}")
    return FAILED if report.faults else CLEAN
