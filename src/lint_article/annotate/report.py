"""From a file's report to the annotated manuscript."""

from __future__ import annotations

from collections.abc import Collection

from lint_article.annotate.annotated import Annotated
from lint_article.annotate.formats import annotator
from lint_article.document import Safety
from lint_article.engine.report import FileReport
from lint_article.errors import UserError
from lint_article.readers.unreadable import Unreadable


def annotate(report: FileReport, suggest: Collection[Safety] = (), style: str = "") -> Annotated:
    """Return the manuscript of a report, which must hold its document, with the findings written in.

    `suggest`: the safeties of the fixes to set in as changes. `style`: how markup shows a finding, "" for its own
    comments. Raises UserError for a format that cannot be annotated, and for a file that was not read.
    """
    if report.trouble:
        raise report.trouble
    document = report.document
    if document is None:
        raise UserError(f"{report.path} could not be read.")
    options: dict[str, object] = {"suggest": suggest} if document.source.format == "docx" else {"style": style}
    if document.source.format == "pdf":
        options = {}
    try:
        return annotator(report.path, document.source.format)(document, report.diagnostics, **options)
    except Unreadable as error:
        raise UserError(f"{report.path} cannot be annotated: {error.reason}.") from None
