"""Citations that print one work and link to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_reference, one_line, resolutions_with
from lint_article.document import Document, Finding, Related


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per citation whose mark-up names another entry than its words."""
    for resolution in resolutions_with(document, "target-differs"):
        if resolution.nearest is not None:
            target = document.references[resolution.nearest]
            values = {
                "citation": one_line(document, resolution.item.span),
                "entry": name_reference(document, resolution.nearest),
            }
            yield Finding(resolution.item.span, values, related=(Related(target.span, "the linked reference"),))
