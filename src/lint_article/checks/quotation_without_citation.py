"""Report long quotations without a citation in their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._describe import one_line, shorten
from lint_article.checks._options import number_of
from lint_article.checks._quotations import find_quotations
from lint_article.document import Document, Finding

_SPOKEN = re.compile(
    r"\b(?:interview|participant|respondent|informant|questionnaire|survey|focus group|entrevist|enquête|Befrag)", re.I
)


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per quotation, in a text that cites works and does not quote what it was told."""
    if not document.citations or _SPOKEN.search(document.prose):
        return
    for quotation in find_quotations(document, number_of(options, "shortest")):
        if quotation.citation is None:
            yield Finding(quotation.span, {"text": shorten(one_line(document, quotation.span), 50)})
