"""What the rules about entries of one work share."""

from __future__ import annotations

from collections.abc import Iterator, Set

from lint_article.checks._describe import name_reference
from lint_article.document import Document, Finding, Related, SameWork


def yield_same(document: Document, kinds: Set[str], shortest_title: int = 0) -> Iterator[Finding]:
    """Yield one finding per entry that is the same as an earlier one in one of these respects.

    Titles of fewer code points than `shortest_title` are no sign of one work.
    """
    for same in document.same_works:
        if same.sameness in kinds and (
            same.sameness != "same title, author and year" or _length(document, same) >= shortest_title
        ):
            yield _finding(document, same)


def _length(document: Document, same: SameWork) -> int:
    title = document.references[same.second].title
    return len(title.value) if title else 0


def _finding(document: Document, same: SameWork) -> Finding:
    first, second = document.references[same.first], document.references[same.second]
    values = {
        "entry": name_reference(document, same.second),
        "earlier": name_reference(document, same.first),
        "sameness": same.sameness,
        "doi": second.doi.value if second.doi else "",
    }
    return Finding(second.span, values, related=(Related(first.span, "the earlier reference"),))
