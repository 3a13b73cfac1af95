"""A text that cites works and has no reference list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import resolutions_with
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding
from lint_article.parsing.names.folding import fold


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding, at the first citation."""
    cited = list(resolutions_with(document, "unlisted"))
    works = {
        (fold(r.item.authors[0].family).split()[-1], r.item.year.value, r.item.suffix) for r in cited if r.item.year
    }
    if len(works) >= number_of(options, "fewest"):
        yield Finding(cited[0].item.span, {"works": str(len(works)), "citations": str(len(cited))})
