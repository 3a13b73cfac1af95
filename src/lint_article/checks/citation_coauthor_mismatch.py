"""Citations whose further authors are not those of the entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_citation, name_reference, resolutions_with
from lint_article.document import Document, Finding, Related
from lint_article.parsing.linking.match_weights import ABOUT_AUTHORS


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per citation; the evidence says what differs."""
    for resolution in resolutions_with(document, "coauthor-differs"):
        nearest = resolution.nearest
        if nearest is None:
            continue
        notes = [e.note for e in resolution.evidence if e.name in ABOUT_AUTHORS and e.note]
        values = {
            "citation": name_citation(document, resolution.item),
            "entry": name_reference(document, nearest),
            "difference": notes[0] if notes else "the authors differ",
        }
        related = (Related(document.references[nearest].span, "the reference"),)
        yield Finding(resolution.item.span, values, related=related)
