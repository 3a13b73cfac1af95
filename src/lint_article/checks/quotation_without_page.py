"""Report quotations cited without a page, in a text that gives the pages of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import one_line, shorten
from lint_article.checks._options import number_of
from lint_article.checks._quotations import find_quotations
from lint_article.document import Document, Finding


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per quotation, where most of those with a citation have a page."""
    quotations = find_quotations(document, number_of(options, "shortest"))
    cited = [(one.span, one.citation) for one in quotations if one.citation]
    bare = [(span, citation) for span, citation in cited if not any(item.locator for item in citation.items)]
    paged = len(cited) - len(bare)
    if paged >= max(number_of(options, "fewest"), number_of(options, "times") * len(bare)):
        for span, citation in bare:
            values = {"text": shorten(one_line(document, span), 50), "citation": one_line(document, citation.span)}
            yield Finding(span, values)
