"""What the rules about entries of one work share."""

from __future__ import annotations

from collections.abc import Iterator, Set

from lint_article.checks._describe import name_reference
from lint_article.document import Document, Finding, Related
from lint_article.parsing.references.same_works import find_same_works

_SHORTEST_TITLE = 25


def yield_same(document: Document, kinds: Set[str], shortest_title: int = _SHORTEST_TITLE) -> Iterator[Finding]:
    """Yield one finding per entry that is the same as an earlier one in one of these respects."""
    for same in find_same_works(document.text, document.references, shortest_title):
        if same.sameness in kinds:
            doi = document.references[same.second].doi
            values = {
                "entry": name_reference(document, same.second),
                "earlier": name_reference(document, same.first),
                "sameness": same.sameness,
                "doi": doi.value if doi else "",
            }
            related = (Related(document.references[same.first].span, "the earlier reference"),)
            yield Finding(document.references[same.second].span, values, related=related)
