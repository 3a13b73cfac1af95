"""Citation numbers that first appear out of order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._options import number_of, share_of
from lint_article.document import Document, Finding
from lint_article.text import Span

# An alphabetical list is cited in any order: judge only texts whose first mentions are almost all in order.


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number first cited after a higher one, in texts that else number by first mention."""
    first: dict[int, Span] = {}
    for resolution in document.resolutions:
        if (
            resolution.outcome == "matched"
            and resolution.item.number
            and not _is_in_caption(document, resolution.item.span)
        ):
            first.setdefault(resolution.item.number, resolution.item.span)
    numbers = list(first)
    late, highest = [], 0
    for number in numbers:
        if number < highest:
            late.append((number, highest))
        highest = max(highest, number)
    if len(numbers) < number_of(options, "fewest") or len(late) > len(numbers) * (1 - share_of(options, "in-order")):
        return
    for number, after in late:
        yield Finding(first[number], {"number": str(number), "after": str(after)})


def _is_in_caption(document: Document, span: Span) -> bool:
    """Tell whether a place is in a table or a caption, whose numbers follow the place of its mention."""
    line = document.prose.rfind("\n", 0, span.start) + 1
    head = document.prose[line : line + 12].lower()
    marked = any(b.kind in {"table", "caption"} and b.span.contains(span) for b in document.blocks)
    return marked or "\t" in document.prose[line : span.end] or head.startswith(("table", "fig", "box", "scheme"))
