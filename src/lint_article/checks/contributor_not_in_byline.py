"""Report initials in the statement of contributions that are of nobody in the byline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._options import words_of
from lint_article.document import Document, Finding, Related
from lint_article.parsing.byline import contributions_of


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per contributor, at the first mention."""
    found = contributions_of(document)
    for initials, span in found.initials.items() if found else ():
        if found and initials in found.unknown and initials.lower() not in words_of(options, "abbreviations"):
            known = str(len(found.initials) - len(found.unknown))
            values = {"text": span.of(document.text), "count": known}
            yield Finding(span, values, related=(Related(found.byline, "the byline"),))
